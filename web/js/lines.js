// Words in context: the lines in which something stands, in the row that is open, and a strip of where in the article they are. app/page/lines.go draws
// the room for both; the worker cuts the lines. A word may stand in thousands of places: only the lines in sight are in the document.

import { found } from "./places.js";

export const FEW = 8; // lines before all are asked for; app/page/lines.go asks from the same number on
const ROOM = 14; // lines that are in sight when all are there
const AHEAD = 6; // more of them above and below
const STEPS = 400; // places that can be told apart in the strip
const STRIDE = 6; // of the worker's flat array: start, end, which of the places it is, length of what stands before, of the hit, of what stands behind
const SVG = "http://www.w3.org/2000/svg";
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud802|\ud803|\ud83a/g; // letters of scripts that are written from the right
const LETTER = /\p{L}/gu;

export class Lines {
  // ask(spans, order) promises the worker's lines: {words, flat, start, end}; tell(type, detail) is the page's.
  constructor(ask, tell) {
    this.ask = ask;
    this.tell = tell;
    this.flats = null; // the result's places
    this.lang = ""; // the text's
    this.of = null; // {kind, index, order, all}: what is shown
    this.spans = [];
    this.answer = null;
    this.chosen = { kind: "", index: -1, at: -1 };
    this.drawn = new Map(); // a line's number in the order shown -> its element
    this.turn = 0;
    this.focused = -1; // the line that the keyboard goes to
  }

  // use takes the places of another result; the lines are then made anew.
  use(flats) {
    this.flats = flats;
    this.of = null;
    this.turn++;
  }

  // show fills the room that the page has for the lines of an entity, keyword or phrase.
  show(kind, index, order, all) {
    const list = document.getElementById("lines");
    if (!list) return;
    const was = this.of;
    const same = was && was.kind === kind && was.index === index;
    if (list !== this.list) this.mount(list);
    else if (same && was.order === order && was.all === all) return this.mark();
    this.of = { kind, index, order, all };
    if (!same) {
      this.spans = found(this.flats, kind, index, 0).spans;
      this.answer = null;
      this.focused = -1;
    }
    list.lang = this.lang;
    list.classList.toggle("all", all);
    this.from = 0;
    this.clear();
    if (!same || was.order !== order || !this.answer) this.fetch();
    this.mark();
    const name = `${kind} ${index}`;
    if (name !== this.name) list.closest(".under")?.scrollIntoView({ block: "nearest" }); // which stands apart from what was pressed
    this.name = name;
  }

  // renew says that a kind has other places than before.
  renew(kind) {
    if (this.of?.kind === kind) this.of = this.name = null;
  }

  mount(list) {
    this.list = list;
    this.clear();
    if (list.glossLines) return; // it was emptied and filled again
    list.glossLines = true;
    list.addEventListener("scroll", () => this.later(), { passive: true });
    list.addEventListener("keydown", (e) => this.key(e));
    list.addEventListener("click", (e) => this.click(e));
    list.addEventListener("focusin", (e) => {
      const i = this.number(e.target);
      if (i >= 0) this.rove(i);
    });
  }

  async fetch() {
    const turn = ++this.turn;
    try {
      const answer = await this.ask(this.spans, this.of.order);
      if (turn !== this.turn) return;
      this.take(answer);
    } catch (e) {
      if (turn === this.turn) this.tell("unlined", { message: e.message });
    }
  }

  take({ words, flat, start, end }) {
    const at = new Int32Array(flat.length / STRIDE); // where each line's words begin
    const line = new Int32Array(this.spans.length).fill(-1); // of each place
    for (let i = 0, sum = 0; i < at.length; i++) {
      at[i] = sum;
      sum += flat[i * STRIDE + 3] + flat[i * STRIDE + 4] + flat[i * STRIDE + 5];
      line[flat[i * STRIDE + 2]] = i;
    }
    this.answer = { words, flat, at, line, start, end };
    this.clear();
    this.mark();
  }

  // at has another place be the current one.
  at(kind, index, at) {
    this.chosen = { kind, index, at };
    if (this.of && this.list?.isConnected) this.mark();
  }

  // current is the number of the line that stands for the current place, -1 when it is none of these.
  get current() {
    const { of, chosen, answer } = this;
    if (!answer || !of || of.kind !== chosen.kind || of.index !== chosen.index) return -1;
    return answer.line[chosen.at] ?? -1;
  }

  // mark shows which line and which tick is the current one, and brings that line among those in sight.
  mark() {
    const { current } = this;
    if (current >= 0 && !this.of.all && !(current >= this.from && current < this.from + FEW)) {
      this.from = Math.floor(current / FEW) * FEW;
      this.clear();
    }
    if (this.of.all && current >= 0 && current !== this.was) this.scrollTo(current);
    this.was = current;
    this.draw();
    this.strip();
  }

  clear() {
    this.drawn.clear();
    this.list?.replaceChildren();
  }

  get height() { return this.list.firstElementChild?.getBoundingClientRect().height || 30; }

  // sight is which lines are to be in the document, [from, to).
  sight() {
    const total = this.spans.length;
    if (!this.of.all) return [Math.min(this.from, total), Math.min(total, this.from + FEW)];
    const top = Math.floor(this.list.scrollTop / this.height);
    return [Math.max(0, top - AHEAD), Math.min(total, top + ROOM + AHEAD)];
  }

  later() {
    if (this.due || !this.of?.all) return;
    this.due = requestAnimationFrame(() => {
      this.due = 0;
      if (this.of && this.list.isConnected) this.draw();
    });
  }

  draw() {
    const [from, to] = this.sight(), { all } = this.of, { height } = this, total = this.spans.length; // measured while all of it stands
    const held = this.number(document.activeElement);
    if (held >= 0 && (held < from || held >= to)) this.list.focus({ preventScroll: true }); // while it stands: to take it away would move the list
    for (const [i, e] of this.drawn) {
      if (i >= from && i < to) continue;
      e.remove();
      this.drawn.delete(i);
    }
    let after = null; // the first that stands behind those still to be drawn
    for (let i = to - 1; i >= from; i--) {
      let e = this.drawn.get(i);
      if (!e) {
        e = this.line(i, total);
        this.drawn.set(i, e);
        this.list.insertBefore(e, after);
      }
      after = e;
    }
    const room = (name, lines) => this.list.style.setProperty(name, all ? `${lines * height}px` : "0px");
    room("--above", from);
    room("--below", total - to);
    const { current } = this;
    for (const [i, e] of this.drawn) {
      if (i === current) e.firstChild?.setAttribute("aria-current", "true");
      else e.firstChild?.removeAttribute("aria-current");
    }
    this.rove(this.drawn.has(this.focused) ? this.focused : this.drawn.has(current) ? current : from);
  }

  // line is an empty line until the worker has answered: nothing moves when it has.
  line(i, total) {
    const item = document.createElement("li");
    item.setAttribute("aria-setsize", total);
    item.setAttribute("aria-posinset", i + 1);
    const { answer } = this;
    if (!answer) return item;
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    item.append(button);
    const [, , , before, hit] = answer.flat.subarray(i * STRIDE, i * STRIDE + STRIDE);
    const at = answer.at[i], end = answer.at[i + 1] ?? answer.words.length;
    const parts = [answer.words.slice(at, at + before), answer.words.slice(at + before, at + before + hit), answer.words.slice(at + before + hit, end)];
    button.dir = leftward(parts.join("")) ? "rtl" : "ltr";
    button.append(...["span", "b", "span"].map((tag, n) => {
      const e = document.createElement(tag);
      if (n !== 1) e.className = n ? "r" : "l";
      e.append(parts[n]);
      return e;
    }));
    return item;
  }

  number(e) {
    const item = e?.closest?.("li");
    if (!item || item.parentNode !== this.list) return -1;
    return Number(item.getAttribute("aria-posinset")) - 1;
  }

  // rove makes a line the one that Tab goes to.
  rove(i) {
    this.focused = i;
    for (const [n, e] of this.drawn) if (e.firstChild) e.firstChild.tabIndex = n === i ? 0 : -1;
  }

  scrollTo(i) {
    const { list, height } = this;
    const top = i * height, bottom = top + height;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
  }

  key(e) {
    const [from, to] = this.of.all ? [0, this.spans.length] : this.sight();
    const at = this.number(e.target);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: from, End: to - 1 }[e.key];
    if (next === undefined || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    if (next < from || next >= to) return;
    if (this.of.all) {
      this.scrollTo(next);
      this.draw();
    }
    this.drawn.get(next)?.firstChild.focus({ preventScroll: true });
  }

  click(e) {
    const i = this.number(e.target);
    if (i >= 0 && this.answer) this.tell("line", { kind: this.of.kind, i: this.answer.flat[i * STRIDE + 2] });
  }

  // strip draws where in the article the places are; too many are told apart no better than the eye can.
  strip() {
    const room = document.getElementById("strip");
    if (!room || !this.answer) return room?.replaceChildren();
    const { start, end } = this.answer, { chosen, of, spans } = this;
    const share = (at) => Math.min(STEPS, Math.max(0, Math.round(((at - start) / Math.max(1, end - start)) * STEPS)));
    const ticks = (places, top, bottom) => [...new Set(places.map(([at]) => share(at)))].map((x) => `M${x} ${top}V${bottom}`).join("");
    const places = chosen.kind === "pair" ? found(this.flats, "pair", chosen.index, 0).spans : [];
    const now = chosen.kind === of.kind && chosen.index === of.index && spans[chosen.at] ? [spans[chosen.at]] : places;
    const svg = document.createElementNS(SVG, "svg");
    const set = (e, attributes) => Object.entries(attributes).forEach(([name, value]) => e.setAttribute(name, value));
    set(svg, { viewBox: `0 0 ${STEPS} 20`, preserveAspectRatio: "none", "aria-hidden": "true" });
    for (const [name, d] of [["base", `M0 10H${STEPS}`], ["tick", ticks(spans, 4, 16)], ["at", ticks(now, 1, 19)]]) {
      const path = document.createElementNS(SVG, "path");
      set(path, { class: name, d, "vector-effect": "non-scaling-stroke" });
      svg.append(path);
    }
    room.replaceChildren(svg);
  }
}

// leftward says whether most letters are of scripts that are written from the right.
function leftward(s) {
  const from = s.match(LEFTWARD)?.length ?? 0;
  return from > 0 && 2 * from > (s.match(LETTER)?.length ?? 0);
}
