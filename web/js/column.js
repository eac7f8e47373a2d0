// The reading column: the article as text nodes, one block an element, outside go-app's
// rendering. It knows where in the pasted text each place on the page stands, and back.
// All offsets are UTF-16 units into the pasted text.

import { inSlices } from "./slices.js";
import { say } from "./words.js";

export const TITLE = 0, BYLINE = 1, PARAGRAPH = 2, HEADLINE = 3, OTHER = 4;

const LONG = 20000; // a paragraph above this is shown in pieces: one text node of 1 MB blocks the layout
const PIECE = 8000;
const LOOKS = 12; // frames in which a place in a long text is looked for
const CLEAR = 96; // px below the window's edge, clear of the header
const SECTION = 64; // blocks that stand together; what is out of sight of a long text is neither styled nor laid out
const MANY = 64; // blocks from which on a text is long in that sense

export class Column {
  constructor() {
    this.element = document.createElement("div");
    this.element.className = "story";
    this.element.id = "story";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", say("column.label"));
    this.element.dir = "auto";
    this.text = "";
    this.blocks = []; // {role, start, end, lang, element}
    this.others = []; // what is in another language than the text: {lang, start, end}
    this.turn = 0;
    this.aim = 0; // counts what was to be brought into sight
    this.shown = Promise.resolve(true);
    this.onsection = () => {}; // called with each section that was laid out
    // The browser forgets how high a section was that is out of the document for a frame, as while the page's frame is drawn by the engine.
    this.heights = new ResizeObserver((seen) => {
      for (const { target, contentRect: { height } } of seen) if (height) target.style.containIntrinsicBlockSize = `auto ${height}px`;
    });
    this.element.addEventListener("copy", (e) => this.copy(e));
  }

  // speaks says in which language the text is, and which of its places are in another: [start, end…] by their codes. It holds from the next show on.
  speaks(language, codes, places) {
    const tag = (code) => (code === "und" ? "" : code);
    this.element.lang = tag(language);
    this.others = codes.map((code, i) => ({ lang: tag(code), start: places[2 * i], end: places[2 * i + 1] })).filter(({ lang }) => lang !== this.element.lang);
  }

  // show lays the text out: by the flat [role, start, end…] of the engine, or by its lines until the engine has spoken.
  // Blocks that stay the same keep their elements, so that nothing moves that need not.
  show(text, flat) {
    const turn = ++this.turn;
    const blocks = pieces(flat ? unflatten(flat) : lines(text), text);
    for (const b of blocks) b.lang = flat ? this.others.find(({ start, end }) => start <= b.start && b.start < end)?.lang : undefined;
    const name = (b) => `${b.role} ${b.start} ${b.end} ${b.lang}`;
    const old = this.text === text ? new Map(this.blocks.map((b) => [name(b), b.element])) : new Map();
    this.text = text;
    this.blocks = blocks;
    this.element.classList.toggle("long", blocks.length > MANY);
    let i = 0, section = this.element.querySelector("section");
    const step = () => {
      if (i >= blocks.length) return false;
      section ??= this.section();
      const children = [];
      for (const b of blocks.slice(i, i + SECTION)) {
        b.element = old.get(name(b)) ?? make(b, text);
        b.element.block = b;
        children.push(b.element);
      }
      if (children.length !== section.children.length || children.some((e, n) => e !== section.children[n])) section.replaceChildren(...children);
      this.onsection(section);
      i += SECTION;
      section = section.nextElementSibling?.localName === "section" ? section.nextElementSibling : null;
      return true;
    };
    const rest = () => { // what stood there before
      if (!section) return false;
      const next = section.nextElementSibling;
      section.remove();
      section = next?.localName === "section" ? next : null;
      return true;
    };
    const still = () => turn === this.turn;
    this.shown = inSlices(step, still).then((done) => done && inSlices(rest, still));
    return this.shown;
  }

  // section is a new one behind all others.
  section() {
    const section = this.element.insertBefore(document.createElement("section"), this.element.querySelector(".ring"));
    this.heights.observe(section);
    return section;
  }

  clear() {
    this.turn++;
    this.text = "";
    this.blocks = [];
    this.element.replaceChildren();
  }

  // index of the last block that begins at or before the offset, -1 when there is none.
  at(offset) {
    let lo = 0, hi = this.blocks.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.blocks[mid].start <= offset) lo = mid + 1;
      else hi = mid;
    }
    return lo - 1;
  }

  // ranges of [start, end) as [node, from, to], one for each text node it touches; none where it is not on the page.
  ranges(start, end) {
    const out = [];
    for (let i = Math.max(0, this.at(start)); i < this.blocks.length && this.blocks[i].start < end; i++) {
      const b = this.blocks[i];
      if (!b.element || b.end <= start) continue;
      let at = b.start;
      for (const node of texts(b.element)) {
        const from = Math.max(start, at), to = Math.min(end, at + node.length);
        if (from < to) out.push([node, from - at, to - at]);
        at += node.length;
      }
    }
    return out;
  }

  // range is a live Range from start to end, null where it is not on the page.
  range(start, end) {
    const found = this.ranges(start, end);
    if (!found.length) return null;
    const r = document.createRange();
    r.setStart(found[0][0], found[0][1]);
    r.setEnd(found.at(-1)[0], found.at(-1)[2]);
    return r;
  }

  // offset of a place in the page, -1 when it is not in the column.
  offset(node, at) {
    if (!this.element.contains(node)) return -1;
    let e = node;
    while (e !== this.element && !e.block) e = e.parentNode;
    if (!e.block) { // between two blocks
      const r = document.createRange();
      r.setStart(node, at);
      const next = this.blocks.find((b) => b.element && r.comparePoint(b.element, 0) >= 0);
      return next ? next.start : this.text.length;
    }
    if (node.nodeType !== Node.TEXT_NODE) {
      const r = document.createRange();
      r.setStart(e, 0);
      r.setEnd(node, at);
      return e.block.start + r.toString().length;
    }
    let sum = e.block.start;
    for (const t of texts(e)) {
      if (t === node) return sum + at;
      sum += t.length;
    }
    return -1;
  }

  // under is the offset of the character under a point of the window, -1 when there is none.
  under(x, y) {
    let node, at;
    if (document.caretPositionFromPoint) {
      const p = document.caretPositionFromPoint(x, y);
      [node, at] = [p?.offsetNode, p?.offset];
    } else {
      const r = document.caretRangeFromPoint?.(x, y);
      [node, at] = [r?.startContainer, r?.startOffset];
    }
    return node?.nodeType === Node.TEXT_NODE ? this.offset(node, at) : -1;
  }

  // reveal scrolls so that [start, end) is in sight, clear of the header and of an open sheet. In a long text the heights of what was never
  // laid out are guesses, so it looks again in the next frames.
  reveal(start, end, how) {
    const aim = ++this.aim;
    let tries = 0;
    const look = () => {
      const box = this.range(start, end)?.getBoundingClientRect();
      if (!box || aim !== this.aim) return;
      const low = document.querySelector(".panel")?.getBoundingClientRect();
      const sheet = low && low.left <= box.left && low.top > 0 ? low.top : innerHeight;
      const bottom = sheet - CLEAR / 2;
      const seen = box.top >= CLEAR && box.bottom <= bottom;
      if (!seen || (tries === 0 && how !== "nearest")) {
        scrollTo({ top: scrollY + box.top - (sheet < innerHeight ? CLEAR : Math.max(CLEAR, (CLEAR + bottom) / 2)), behavior: "instant" });
      }
      if (this.element.classList.contains("long") && ++tries < LOOKS) requestAnimationFrame(look);
    };
    look();
  }

  // top is the offset of the first block on screen. Only the sections are measured that are on screen: to ask any other lays it out.
  top() {
    const below = (e) => e.getBoundingClientRect().bottom > CLEAR;
    const section = [...this.element.children].find((e) => e.localName === "section" && below(e));
    return [...(section?.children ?? [])].find(below)?.block?.start ?? 0;
  }

  // seen is the part of the article that is on screen, as [from, to] shares of its length on the page.
  seen() {
    const { top, height } = this.element.getBoundingClientRect();
    const share = (y) => Math.min(1, Math.max(0, (y - top) / (height || 1)));
    return [share(CLEAR / 2), share(innerHeight - CLEAR / 2)];
  }

  // copy puts exactly the pasted characters on the clipboard, white space included.
  copy(e) {
    const s = getSelection();
    if (!s.rangeCount || s.isCollapsed) return;
    const r = s.getRangeAt(0);
    const from = this.offset(r.startContainer, r.startOffset), to = this.offset(r.endContainer, r.endOffset);
    if (from < 0 || to < 0) return;
    e.clipboardData.setData("text/plain", this.text.slice(from, to));
    e.preventDefault();
  }
}

export function* texts(element) {
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) yield n;
}

function make({ role, start, end, rest, lang }, text) {
  const e = document.createElement(role === TITLE ? "h1" : "p");
  if (role === BYLINE) e.className = "dateline";
  if (rest) e.className = "rest";
  if (lang !== undefined) e.lang = lang;
  e.append(text.slice(start, end));
  return e;
}

function unflatten(flat) {
  const out = [];
  for (let i = 0; i < flat.length; i += 3) {
    const role = flat[i];
    if (role < HEADLINE) out.push({ role, start: flat[i + 1], end: flat[i + 2] });
  }
  return out;
}

function lines(text) {
  const out = [];
  for (const m of text.matchAll(/[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*/g)) {
    out.push({ role: PARAGRAPH, start: m.index, end: m.index + m[0].trimEnd().length });
  }
  return out;
}

// pieces cuts paragraphs that are too long for one text node, at spaces where there are any.
function pieces(blocks, text) {
  if (!blocks.some((b) => b.end - b.start > LONG)) return blocks;
  return blocks.flatMap((b) => {
    if (b.end - b.start <= LONG) return [b];
    const out = [];
    for (let start = b.start; start < b.end; ) {
      let end = Math.min(b.end, start + PIECE);
      if (end < b.end) {
        const space = text.lastIndexOf(" ", end);
        if (space > start) end = space + 1;
        else if (/[\udc00-\udfff]/.test(text[end])) end--;
      }
      out.push({ role: b.role, start, end, rest: start > b.start });
      start = end;
    }
    return out;
  });
}
