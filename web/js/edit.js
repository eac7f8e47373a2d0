// Editing in place. A text of ordinary length is edited whole; of a long one, the part that is on screen, since
// a textarea with a megabyte in it blocks the page.

import { say } from "./words.js";

const WHOLE = 100_000; // characters up to which the whole text goes into the textarea
const PART = 20_000; // about as many characters of a longer text

export class Edit {
  constructor(column) {
    this.column = column;
    this.box = null;
  }

  get open() { return this.box !== null; }

  // begin puts a textarea in the place of the text around the offset; change() is called as it is written in.
  begin(offset, change) {
    const text = this.column.text;
    [this.start, this.end] = text.length <= WHOLE ? [0, text.length] : this.part(offset);
    const chunk = text.slice(this.start, this.end);
    this.box = document.createElement("textarea");
    this.box.className = "editor";
    this.box.id = "editor";
    this.box.setAttribute("aria-label", say("editor.label"));
    this.box.spellcheck = false;
    this.box.dir = "auto";
    this.box.value = chunk;
    this.plain = this.box.value; // a textarea knows only \n
    this.hidden = this.column.blocks.filter((b) => b.start >= this.start && b.end <= this.end).map((b) => b.element);
    const first = this.hidden.find((e) => e?.parentNode);
    if (first) first.before(this.box);
    else this.column.element.append(this.box);
    for (const e of this.hidden) e.hidden = true;
    this.fit();
    this.box.addEventListener("input", () => { this.fit(); change(); });
    const line = text.slice(this.start, Math.max(this.start, offset)).length;
    this.box.setSelectionRange(line, line);
    this.box.focus({ preventScroll: true });
  }

  part(offset) {
    const { blocks } = this.column;
    let i = Math.max(0, this.column.at(offset));
    const start = blocks[i].start;
    let end = blocks[i].end;
    while (++i < blocks.length && blocks[i].end - start <= PART) end = blocks[i].end;
    return [start, end];
  }

  fit() {
    const at = scrollY;
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight}px`;
    scrollTo({ top: at, behavior: "instant" });
  }

  // value is the whole text as edited so far; untouched parts keep every character.
  value() {
    const { text } = this.column;
    if (this.box.value === this.plain) return text;
    return text.slice(0, this.start) + this.box.value + text.slice(this.end);
  }

  // close takes the textarea away and gives the edited text.
  close() {
    const text = this.value();
    this.box.remove();
    this.box = null;
    for (const e of this.hidden) e.hidden = false;
    return text;
  }
}
