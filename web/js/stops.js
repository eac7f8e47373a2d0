// Stop words of the reader's own, as they stand in the box for them: +word or -word, a line each, as keyword.ParseStopWords reads it. Those below a line
// [fr] are of one language; those above any such line are of each text's own.

import { Kept } from "./kept.js";

const SECTION = /^\s*\[\s*([\p{L}]+)[^\]]*\]\s*$/u, WORD = /^\s*([+-])\s*(\S+)\s*$/u;

// parse says of each line what it is: {language, sign, word} of a word, {language} of what begins a language's, {language, text} of any other.
function parse(text) {
  let language = "";
  return text.split("\n").map((line) => {
    const section = SECTION.exec(line), word = WORD.exec(line);
    if (section) language = section[1].toLowerCase();
    return { line, language, begins: Boolean(section), sign: word?.[1] ?? "", word: word?.[2] ?? "" };
  });
}

const folded = (word) => word.toLowerCase();
const same = (a, b) => a.language === b.language && folded(a.word) === folded(b.word);

export class Stops extends Kept {
  constructor(tell, use) { super({ key: "stops", box: "stops", sign: "gloss-stops-changed", event: "stops" }, tell, use); }

  // facts are the words in the order of their lines; of two lines for one word the later holds.
  facts() {
    const words = parse(this.text).filter((l) => l.word);
    return { words: words.filter((l, i) => !words.slice(i + 1).some((m) => same(l, m))).map(({ language, sign, word }) => ({ language, sign, word })) };
  }

  // add puts a word behind those of its language, in the place of what is said of it there.
  add(word) {
    return this.change((text) => {
      const lines = parse(text).filter((l) => !(l.word && same(l, word)));
      while (lines.length && !lines.at(-1).line.trim()) lines.pop();
      const line = { ...word, line: word.sign + word.word };
      const last = lines.findLastIndex((l) => l.language === word.language && l.line.trim());
      if (last >= 0) lines.splice(last + 1, 0, line);
      else if (word.language === "") lines.unshift(line);
      else lines.push({ line: `[${word.language}]` }, line);
      return `${lines.map((l) => l.line).join("\n")}\n`;
    });
  }

  // remove takes out all that is said of a word, and the line that begins a language of which there is nothing left.
  remove(word) {
    return this.change((text) => {
      const lines = parse(text).filter((l) => !(l.word && same(l, word)));
      const left = lines.filter((l, i) => !l.begins || l.language !== word.language || lines.some((m, n) => n > i && m.language === l.language && !m.begins && m.line.trim()));
      return left.some((l) => l.line.trim()) ? left.map((l) => l.line).join("\n") : "";
    });
  }
}
