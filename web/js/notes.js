// Notes in the margin: who speaks, beside the words. They are a layer of their own next to the column, so that the text has no word and no pixel
// more for them. Where the margin is too small, a note stands in the gap above the paragraph that its quotation opens; on a narrow screen there are
// none. Of a long text only the sections near the screen have theirs.

import { say } from "./words.js";

const CLASS = { PER: "per", LOC: "loc", ORG: "org", NORP: "norp", EVENT: "event", MISC: "misc" };
const STRIDE = 5; // start, end, the quotation's index, two more
const LINE = 20, GAP = 4, ABOVE = 16; // px: a note's line, the least space between two, the height of one above a paragraph
const FAR = 240; // px from its line at which a note says nothing any more
const AHEAD = "50% 0px";

const WIDE = matchMedia("(min-width: 1200px)"), SOME = matchMedia("(min-width: 1000px)");

export class Notes {
  // tell("note", {i}) says which quotation's note was pressed.
  constructor(column, tell) {
    this.column = column;
    this.tell = tell;
    this.list = []; // {start, index, who, cue, type} of the quotations that have a note, in order
    this.made = new Map(); // quotation's index -> its button
    this.sections = new Set(); // near the screen
    this.element = document.createElement("div");
    this.element.className = "notes";
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", say("notes.label"));
    this.element.hidden = true;
    this.element.addEventListener("click", (e) => this.press(e));
    this.element.addEventListener("keydown", (e) => this.key(e));
    this.near = new IntersectionObserver((seen) => this.seen(seen), { rootMargin: AHEAD });
    const before = column.onsection;
    column.onsection = (section) => {
      before(section);
      this.near.unobserve(section); // one that stayed is asked for anew
      this.near.observe(section);
    };
    new ResizeObserver(() => this.place()).observe(column.element);
    for (const m of [WIDE, SOME]) m.addEventListener("change", () => this.place());
    addEventListener("beforeprint", () => this.print());
    addEventListener("afterprint", () => this.unprint());
  }

  // set takes the parts of the quotations (start, end, the quotation's index and two more numbers of each, in order), and for each quotation what its
  // note says: speaker, cue and type, a tab between them; "" where there is none.
  set(flat, notes) {
    this.list = [];
    const had = new Set();
    for (let i = 0; i < flat.length; i += STRIDE) {
      const index = flat[i + 2], note = notes[index];
      if (!note || had.has(index)) continue;
      had.add(index);
      const [who, cue, type] = note.split("\t");
      this.list.push({ start: flat[i], index, who, cue, type });
    }
    this.place();
  }

  clear() { this.set([], []); }

  seen(seen) {
    for (const { target, isIntersecting } of seen) {
      if (isIntersecting) this.sections.add(target);
      else this.sections.delete(target);
      if (!target.isConnected) this.near.unobserve(target);
    }
    this.place();
  }

  // first is the index of the first quotation that begins at or after the offset.
  first(offset) {
    let lo = 0, hi = this.list.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.list[mid].start < offset) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }

  // within are the quotations that begin from one offset to another, each with its block.
  within(from, to) {
    const out = [];
    for (let i = this.first(from); i < this.list.length && this.list[i].start < to; i++) {
      const block = this.column.blocks[this.column.at(this.list[i].start)];
      if (block?.element) out.push({ ...this.list[i], block });
    }
    return out;
  }

  // place puts the notes of the sections near the screen beside their lines.
  place() {
    const home = this.element.parentNode?.getBoundingClientRect();
    const wanted = [];
    if (home && SOME.matches && this.list.length) {
      const sections = [...this.sections].filter((s) => s.isConnected && s.firstElementChild?.block);
      sections.sort((a, b) => a.firstElementChild.block.start - b.firstElementChild.block.start);
      for (const section of sections) {
        const blocks = [...section.children].flatMap((e) => e.block ?? []);
        for (const q of this.within(blocks[0].start, blocks.at(-1).end)) {
          const top = this.top(q);
          if (top !== null) wanted.push({ ...q, top: top - home.top });
        }
      }
    }
    this.lay(wanted);
  }

  // top is where the note goes in the window, null for nowhere.
  top({ start, block }) {
    if (!WIDE.matches) return block.start === start && !block.rest && !block.element.hidden ? block.element.getBoundingClientRect().top - ABOVE : null;
    const box = this.column.range(start, start + 1)?.getClientRects()[0];
    return box ? box.top + box.height / 2 - LINE / 2 : null;
  }

  // lay makes the notes, then measures all, then sets them one below the other. Where one speaker goes on, the note before says so.
  lay(wanted) {
    const keep = new Set(wanted.map(({ index }) => index));
    for (const [index, e] of this.made) {
      if (keep.has(index) || e === document.activeElement) continue;
      e.remove();
      this.made.delete(index);
    }
    const all = wanted.map((q) => ({ ...q, element: this.make(q) }));
    this.element.hidden = all.length === 0; // before it is measured
    const heights = all.map(({ element }) => element.offsetHeight);
    let last = null, bottom = -Infinity;
    all.forEach(({ element, top, who, cue, block }, i) => {
      const at = Math.max(top, bottom + GAP), goesOn = last?.who === who && last.block === block;
      const hidden = at - top > FAR || (goesOn && (at > top || !cue));
      if (element.hidden !== hidden) element.hidden = hidden;
      if (hidden) return;
      element.style.setProperty("top", `${at}px`);
      last = { who, block };
      bottom = at + heights[i];
    });
    this.stop(this.made.get(this.at) ?? all.find(({ element }) => !element.hidden)?.element);
  }

  make({ index, who, cue, type }) {
    const e = this.made.get(index) ?? document.createElement("button");
    if (!this.made.has(index)) {
      this.made.set(index, e);
      e.type = "button";
      e.tabIndex = -1;
      e.quote = index;
    }
    e.hidden = false;
    const words = this.words(who, cue);
    if (e.textContent !== words.map((w) => w.textContent ?? w).join("")) e.replaceChildren(...words);
    e.className = `note ${CLASS[type] ?? ""}`.trim();
    if (!e.isConnected) this.element.append(e);
    return e;
  }

  words(who, cue) {
    const name = document.createElement("b");
    name.append(who || say("quotes.nobody"));
    return who && cue ? [name, ` ${cue}`] : [name];
  }

  // stop makes one note the layer's stop for the keyboard.
  stop(e) {
    if (!e) return;
    for (const other of this.made.values()) other.tabIndex = other === e ? 0 : -1;
    this.at = e.quote;
  }

  press(e) {
    const note = e.target.closest(".note");
    if (!note) return;
    this.stop(note);
    this.tell("note", { i: note.quote });
  }

  key(e) {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[e.key];
    if (!step || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    const notes = [...this.made.values()].filter((n) => !n.hidden).sort((a, b) => a.quote - b.quote);
    const next = notes[notes.indexOf(document.activeElement) + step];
    if (!next) return;
    this.stop(next);
    next.focus();
  }

  // print puts notes into the text for paper, where no script can measure: one a paragraph, with all who speak in it. The words are the style's, so that
  // the text has none of them.
  print() {
    this.unprint();
    const speaking = new Map(); // block -> its quotations
    for (const q of this.within(0, Infinity)) speaking.set(q.block, [...speaking.get(q.block) ?? [], q]);
    this.paper = [...speaking.values()].map((quotes) => {
      const e = document.createElement("small"), [{ start, who, cue }] = quotes;
      const all = [...new Set(quotes.map((q) => q.who || say("quotes.nobody")))];
      e.className = "note";
      e.dataset.says = all.length > 1 || !who ? all.join(", ") : `${who} ${cue}`;
      this.column.range(start, start + 1)?.insertNode(e);
      return e;
    });
  }

  unprint() {
    for (const e of this.paper ?? []) {
      const block = e.parentNode;
      e.remove();
      block?.normalize();
    }
    this.paper = [];
  }
}
