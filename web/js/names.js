// The reader's own names, as they stand in the box for them: a line each, as entity.ParseLexicon reads it.

import { Kept } from "./kept.js";

// TYPED begins what may follow a name on its line: the type, behind a comma, a semicolon, a tab or spaces.
const TYPED = /^\s*(?:$|[,;\t ]\s*(?:per|loc|org|norp|event|misc|people|place|country|city|company|group|other))/i;

export class Names extends Kept {
  constructor(tell, use) { super({ key: "own", box: "names", sign: "gloss-names-changed", event: "own" }, tell, use); }

  // add puts lines of the names given, {name, line}, in the place of those that there are of these names.
  add(list) {
    const own = (line) => {
      const words = line.trim().replace(/^!\s*/, "");
      return list.some(({ name }) => words.startsWith(name) && TYPED.test(words.slice(name.length)));
    };
    return this.change((text) => {
      const rest = text.split("\n").filter((line) => !own(line)).join("\n").trimEnd();
      return `${rest}${rest ? "\n" : ""}${list.map(({ line }) => line).join("\n")}\n`;
    });
  }
}
