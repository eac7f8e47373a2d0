// What is painted on the column: names by type, unsure ones where they are asked for, the current selection, the place in it. By the CSS Custom
// Highlight API where the browser has it, else (and for printing, where highlights do not show) by <mark> elements, and in
// forced colours, where a highlight of any style looks like selected text.

export const TYPES = ["per", "loc", "org", "norp", "event", "misc", "num"];
export const typeOf = (code) => TYPES[Math.min(code, 6)]; // dates, times, sums, shares and measures are one
const STRIDE = 5; // start, end, type, entity, first
const AHEAD = "100% 0px"; // blocks this far below and above what is on screen are painted

const how = (m) => (m.unsure ? "unsure" : m.first ? "new" : "again");

const FORCED = matchMedia("(forced-colors: active)");

export class Marks {
  constructor(column) {
    this.column = column;
    this.flat = new Int32Array(0);
    this.off = new Set();
    this.sure = Infinity; // index of the first unsure entity
    this.guesses = false; // unsure names are shown
    this.selected = { spans: [], at: -1 };
    this.painted = new Map(); // a block's element -> its [highlight, range] pairs; of the sections that were near the screen
    if (globalThis.CSS?.highlights && typeof Highlight !== "undefined") this.registry();
    this.elements = !this.lights || FORCED.matches;
    this.near = new IntersectionObserver((es) => es.forEach((e) => this.seen(e)), { rootMargin: AHEAD });
    column.onsection = (section) => {
      this.near.unobserve(section); // one that stayed is asked for anew
      this.near.observe(section);
    };
    addEventListener("beforeprint", () => this.swap(true, this.column.blocks.flatMap((b) => b.element ?? [])));
    addEventListener("afterprint", () => this.swap(FORCED.matches));
    FORCED.addEventListener("change", () => this.swap(FORCED.matches));
  }

  registry() {
    this.lights = new Map();
    for (const t of TYPES) for (const n of ["new", "again", "unsure"]) this.light(`${t}-${n}`, n === "new" ? 1 : 0);
    this.light("on", 2);
    this.light("at", 3);
    this.show();
  }

  light(name, priority) {
    const h = new Highlight();
    h.priority = priority;
    this.lights.set(name, h);
    CSS.highlights.set(name, h);
  }

  get length() { return this.flat.length / STRIDE; }

  get(i) {
    const [start, end, type, entity, first] = this.flat.subarray(i * STRIDE, i * STRIDE + STRIDE);
    return { i, start, end, type: typeOf(type), entity, first: first === 1, unsure: entity >= this.sure };
  }

  // hidden says whether the mark is not on the page: its type is switched off, or it is an unsure one that nobody asked for.
  hidden(m) { return this.off.has(m.type) || (m.unsure && !this.guesses); }

  // set takes all marks anew, with the index of the first unsure entity; add takes more of them, which stand after those known.
  set(flat, sure = Infinity) {
    this.flat = flat;
    this.sure = sure;
    this.repaint();
  }

  add(flat) {
    if (!flat.length) return;
    const all = new Int32Array(this.flat.length + flat.length);
    all.set(this.flat);
    all.set(flat, this.flat.length);
    const from = this.flat.length ? this.flat[this.flat.length - STRIDE] : 0;
    this.flat = all;
    for (const e of [...this.painted.keys()]) if (e.block.end > from) this.paint(e);
  }

  clear() {
    for (const e of [...this.painted.keys()]) this.unpaint(e);
    this.near.disconnect();
    this.flat = new Int32Array(0);
    this.select([], -1, "");
  }

  // first is the index of the first mark that ends after the offset.
  first(offset) {
    let lo = 0, hi = this.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (this.flat[mid * STRIDE + 1] <= offset) lo = mid + 1;
      else hi = mid;
    }
    return lo;
  }

  // under is the mark at an offset, null when there is none or it is hidden.
  under(offset) {
    const i = this.first(offset);
    if (offset < 0 || i >= this.length) return null;
    const m = this.get(i);
    return m.start <= offset && !this.hidden(m) ? m : null;
  }

  // shown is the next mark from i on (step 1 or -1) that is not hidden, null at the end.
  shown(i, step) {
    for (; i >= 0 && i < this.length; i += step) {
      const m = this.get(i);
      if (!this.hidden(m)) return m;
    }
    return null;
  }

  filter(off) {
    this.off = new Set(off);
    this.show();
  }

  guess(on) {
    this.guesses = on;
    this.show();
  }

  show() {
    for (const [name, h] of this.lights ?? []) {
      const [type, how] = name.split("-");
      if (this.hidden({ type, unsure: how === "unsure" })) CSS.highlights.delete(name);
      else CSS.highlights.set(name, h);
    }
    if (this.elements) this.repaint();
  }

  // select paints spans ([start, end] pairs) as the selection, the one at index at as the current one, in the colour of a class.
  select(spans, at, cls) {
    const root = document.documentElement;
    this.selected = { spans, at };
    root.classList.toggle("has-selection", spans.length > 0);
    if (cls) root.dataset.selected = cls;
    else delete root.dataset.selected;
    if (this.elements) return this.repaint();
    for (const name of ["on", "at"]) this.lights.get(name).clear();
    spans.forEach(([start, end], i) => {
      const h = this.lights.get(i === at ? "at" : "on");
      for (const r of this.still(start, end)) h.add(r);
    });
  }

  still(start, end) {
    return this.column.ranges(start, end).map(([node, from, to]) =>
      new StaticRange({ startContainer: node, startOffset: from, endContainer: node, endOffset: to }));
  }

  seen({ target, isIntersecting }) {
    if (!target.isConnected) this.near.unobserve(target);
    else if (isIntersecting) for (const e of target.children) if (!this.painted.has(e)) this.paint(e);
  }

  repaint() {
    for (const e of [...this.painted.keys()]) {
      if (e.isConnected) this.paint(e);
      else this.unpaint(e);
    }
  }

  paint(element) {
    this.unpaint(element);
    const b = element.block;
    const kept = [];
    this.painted.set(element, kept);
    const here = [];
    for (let i = this.first(b.start); i < this.length; i++) {
      const m = this.get(i);
      if (m.start >= b.end) break;
      here.push(m);
    }
    if (this.elements) return this.wrap(b, here);
    for (const m of here) {
      const h = this.lights.get(`${m.type}-${how(m)}`);
      for (const r of this.still(Math.max(m.start, b.start), Math.min(m.end, b.end))) {
        h.add(r);
        kept.push([h, r]);
      }
    }
  }

  unpaint(element) {
    for (const [h, r] of this.painted.get(element) ?? []) h.delete(r);
    this.painted.delete(element);
    const { start, end } = element.block;
    if (element.firstElementChild) element.replaceChildren(this.column.text.slice(start, end));
  }

  // wrap rebuilds a block out of text and <mark>s, cut wherever a mark or a selected span begins or ends.
  wrap(b, marks) {
    const shown = marks.filter((m) => !this.hidden(m));
    const chosen = this.selected.spans
      .map(([start, end], i) => ({ start, end, on: i === this.selected.at ? " on at" : " on" }))
      .filter((s) => s.start < b.end && s.end > b.start);
    const cuts = new Set([b.start, b.end]);
    for (const { start, end } of [...shown, ...chosen]) for (const at of [start, end]) if (at > b.start && at < b.end) cuts.add(at);
    const at = [...cuts].sort((x, y) => x - y);
    const over = (list, start) => list.find((x) => x.start <= start && start < x.end);
    b.element.replaceChildren(...at.slice(0, -1).map((start, i) => {
      const words = this.column.text.slice(start, at[i + 1]);
      const m = over(shown, start), s = over(chosen, start);
      if (!m && !s) return words;
      const mark = document.createElement("mark");
      mark.className = (m ? `m ${m.type} ${how(m)}` : "w word") + (s?.on ?? "");
      mark.translate = false;
      mark.append(words);
      return mark;
    }));
  }

  // swap puts elements in the place of highlights, or the other way round, in these blocks.
  swap(on, blocks = [...this.painted.keys()]) {
    if (!this.lights) return;
    for (const e of [...this.painted.keys()]) this.unpaint(e);
    for (const name of ["on", "at"]) this.lights.get(name).clear();
    this.elements = on;
    for (const e of blocks) if (e.isConnected) this.paint(e);
    this.select(this.selected.spans, this.selected.at, document.documentElement.dataset.selected ?? "");
  }
}
