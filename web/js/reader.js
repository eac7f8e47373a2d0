// The reader: what text is on the page, what the engine is doing with it, what is kept of it. It works from the
// first moment, before go-app's page is there; tell(type, detail) says to that page what has come about.

import { Column } from "./column.js";
import { Edit } from "./edit.js";
import { Engine } from "./engine.js";
import { Lines } from "./lines.js";
import { Marks, TYPES } from "./marks.js";
import { Notes } from "./notes.js";
import { Seek } from "./seek.js";
import { Walk } from "./walk.js";
import { check } from "./intake.js";
import { found, near, unflat } from "./places.js";
import * as draft from "./draft.js";

const PATIENCE = 250; // ms to wait for the engine's paragraphs before the text is shown by its lines
const SLOW = 500; // ms from which on work is worth a word
const LATER = 250; // ms after the last key until the draft is kept

export class Reader {
  #flats = null; // the places of the last result
  constructor(build, tell) {
    this.tell = tell;
    this.column = new Column();
    this.marks = new Marks(this.column);
    this.marks.guess(draft.setting("unsure") === "on");
    this.notes = new Notes(this.column, tell);
    this.walk = new Walk(this.column, this.marks, (type, m) => tell(type, m));
    this.edit = new Edit(this.column);
    this.engine = new Engine(build, (type, m) => this.hear(type, m), draft.setting("language"));
    this.lines = new Lines((spans, order) => this.engine.lines(spans, order), tell);
    this.seek = new Seek(this, tell);
    this.reading = null; // {text, tail, language, name}
    this.by = null; // what the result was made with: {model, language, names, stops, learnt}; null until there is one
    this.quiet = false; // the text is read again, and nothing of it is shown before its result
    this.next = null; // that result, until the page shows it
    this.arrived = () => {}; // called with the address and the bytes of a model that has come
    this.previous = null; // what Undo brings back
    this.selection = { kind: "", index: -1, spans: [], at: -1 };
    this.flats = null; // of the last result
    this.place = 0; // how far the text is scrolled, while it is on the page
    addEventListener("scroll", () => this.moved(), { passive: true });
    new ResizeObserver(() => this.window()).observe(this.column.element);
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.hidden && this.leave());
    document.addEventListener("freeze", () => this.leave());
    draft.follow((why) => tell("storage", { why }));
  }

  get flats() { return this.#flats; }
  set flats(places) {
    this.#flats = places;
    this.lines.use(places);
  }

  moved() {
    if (this.column.element.isConnected) this.place = scrollY;
    this.window();
  }

  // window moves the map's grey window to the part of the text that is on screen.
  window() {
    const seen = document.getElementById("seen");
    if (!seen) return;
    const [from, to] = this.column.seen();
    seen.setAttribute("y", `${from * 100}%`);
    seen.setAttribute("height", `${(to - from) * 100}%`);
  }

  get phase() { return this.edit.open ? "editing" : this.reading ? "reading" : "empty"; }

  state() {
    const r = this.reading;
    this.tell("state", { phase: this.phase, chars: r?.text.length ?? 0, name: r?.name ?? "", tail: String(r?.tail ?? "auto"), language: r?.language ?? "", undo: this.previous !== null });
  }

  // take reads a new text in the place of the one before, which Undo brings back.
  take({ text, name = "" }, before = this.reading) {
    check(text, "blank", name);
    if (this.edit.open) this.edit.close();
    this.previous = before && before.text !== text ? before : this.previous;
    this.begin({ text, name, tail: "auto", language: "" });
    if (before && before.text !== text) this.tell("replaced", { cleared: false });
    scrollTo({ top: 0, behavior: "instant" });
  }

  begin(reading, scroll = 0) {
    const { text, name, tail, language } = reading;
    this.reading = { text, name, tail, language };
    this.flat = this.flats = this.by = this.next = null;
    this.place = scroll;
    this.select("", -1, 0);
    this.walk.forget();
    this.marks.clear();
    this.notes.clear();
    this.column.clear();
    this.state();
    this.analyze();
    clearTimeout(this.plain);
    const wait = this.engine.ready ? PATIENCE : 0;
    this.plain = setTimeout(() => this.lay(), wait);
    this.scroll = scroll;
    this.keep();
  }

  analyze() {
    clearTimeout(this.slow);
    this.quiet = this.late = false;
    this.fresh = true; // marks of the run before stay until the first of this one
    this.progress = null;
    this.slow = setTimeout(() => { this.late = true; this.report(); }, SLOW);
    this.engine.read(this.reading);
  }

  report() {
    if (this.progress && this.late) this.tell("progress", this.progress);
  }

  // refine reads the text once more where the engine has been told of something since: its model of names, names or stop words of the reader's own. What
  // is on the page stays as it is until there is a new result.
  refine() {
    const { by, engine } = this;
    if (!this.reading || !by || this.edit.open || engine.job) return;
    const better = by.model === "rules" && engine.learnt.has(by.language) && !by.learnt.has(by.language);
    if (!better && by.names === engine.names && by.stops === engine.stops) return;
    this.quiet = true;
    engine.read(this.reading);
  }

  hear(type, m) {
    if (type === "arrived") return this.arrived(m.url, m.bytes);
    if (this.quiet && ["blocks", "marks", "progress", "getting"].includes(type)) return;
    if (type === "blocks") {
      clearTimeout(this.plain);
      this.flat = m.flat;
      this.column.speaks(m.language, m.languages, m.places);
      this.lines.lang = m.language === "und" ? "" : m.language;
      this.lay();
    } else if (type === "marks") {
      if (this.fresh) this.marks.set(m.flat);
      else this.marks.add(m.flat);
      this.fresh = false;
    } else if (type === "getting") {
      this.progress = { stage: "tables", languages: m.languages };
      this.report();
    } else if (type === "progress") {
      this.progress = { stage: m.stage, done: m.done, total: m.total, chars: this.reading.text.length };
      this.report();
    } else if (type === "result") {
      this.result(m);
    } else if (type !== "heard") {
      if (type === "failed" || type === "stopped") {
        clearTimeout(this.slow);
        this.quiet = false;
      }
      this.tell(type, m);
      if (type === "model" || type === "lexicon" || type === "stopWords") this.refine();
    }
  }

  result(m) {
    clearTimeout(this.slow);
    const { reading, quiet } = this;
    this.quiet = false;
    this.by = { model: m.model, language: m.language, ...m.by };
    this.next = m;
    if (m.language !== "und") draft.keep("language", m.language); // whose tables are fetched at once on the next visit
    if (!quiet) this.turn();
    setTimeout(() => { // a task of its own: the page has work with it
      if (this.reading !== reading) return;
      this.tell("tables", { lost: m.lost });
      this.tell(quiet ? "refined" : "result", m.summary);
      this.refine();
    });
  }

  // turn paints a result; the page calls it at the moment in which it shows one that took the place of another.
  turn() {
    const { next } = this;
    if (!next) return;
    this.next = null;
    this.flats = { ...unflat(next), found: this.flats?.found };
    this.marks.set(next.marks, next.sure);
    this.notes.set(this.flats.said, this.flats.notes);
    this.walk.turn();
  }

  // lay puts the text on the page, by the engine's paragraphs if they are known; not while it is being edited.
  lay() {
    if (!this.edit.open) this.column.show(this.reading.text, this.flat).then((done) => done && this.restore());
  }

  restore() {
    if (!this.scroll) return;
    scrollTo({ top: this.scroll, behavior: "instant" });
    this.place = this.scroll;
    this.scroll = 0;
  }

  // select paints all places of one entity, keyword or phrase, the nth (from 0) as the current one, and brings that one into
  // sight. It gives what found says of it.
  select(kind, index, n, how = "center", cls = "") {
    const { spans, at, said } = found(this.flats, kind, index, n);
    this.selection = { kind, index, spans, at };
    document.documentElement.classList.toggle("wide", kind === "pair"); // whole sentences
    this.marks.select(spans, at, cls);
    this.lines.at(kind, index, at);
    if (at >= 0 && how) this.column.reveal(...spans[at], how);
    return said;
  }

  // show paints one place of the text, such as a word that a headline shares.
  show(start, end, cls) {
    this.selection = { kind: "span", index: -1, spans: [[start, end]], at: 0 };
    this.marks.select([[start, end]], 0, cls);
    this.column.reveal(start, end, "center");
  }

  // selected is the words that are marked in the text as for copying, and where they begin; null when there are none.
  selected() {
    const s = getSelection();
    if (!s.rangeCount || s.isCollapsed) return null;
    const r = s.getRangeAt(0);
    const from = this.column.offset(r.startContainer, r.startOffset), to = this.column.offset(r.endContainer, r.endOffset);
    return from < 0 || to <= from ? null : { words: this.column.text.slice(from, to), start: from };
  }

  // same finds in a new result what was selected: [index, n] of its place at or before an offset, of the name in that place where index is -1. [-1, 0]
  // for none.
  same(kind, index, start) {
    if (index < 0 && kind === "entity") index = this.marks.under(start)?.entity ?? -1;
    if (index < 0) return [-1, 0];
    const { spans } = found(this.flats, kind, index, 0);
    return [spans.length ? index : -1, near(spans, start)];
  }

  // nth is which of its entity's mentions a mark is, from 0.
  nth(m) {
    let n = 0;
    for (let i = 0; i < m.i; i++) if (this.marks.flat[i * 5 + 3] === m.entity) n++;
    return n;
  }

  filter(off) {
    this.marks.filter(off.filter((t) => TYPES.includes(t)));
  }

  // guess shows the unsure names, or hides them.
  guess(on) { this.marks.guess(on); }

  // tail is "auto", "text" or a number of lines: the reader's own word on what the end of the paste is.
  tail(value) {
    this.reading = { ...this.reading, tail: value };
    this.by = this.next = null;
    this.state();
    this.keep();
    this.analyze();
  }

  // speak is a language's code, "und" to have the text read plainly, "" for the language that it seems to be in: the reader's own word on it.
  speak(language) {
    if (this.edit.open) this.endEdit();
    this.reading = { ...this.reading, language };
    this.by = this.next = null;
    this.state();
    this.keep();
    this.analyze();
  }

  cancel() { this.engine.cancel(); }
  again() { this.analyze(); }

  async startEdit() {
    if (!this.reading || this.edit.open) return;
    if (!this.column.blocks.length) this.lay();
    await this.column.shown;
    if (!this.reading || this.edit.open) return;
    clearTimeout(this.plain);
    this.select("", -1, 0);
    this.edit.begin(this.column.top(), () => this.keepLater());
    this.notes.place();
    this.state();
  }

  endEdit() {
    if (!this.edit.open) return;
    const text = this.edit.close();
    if (!/\S/.test(text)) return this.clear();
    if (text === this.reading.text) {
      this.lay();
      this.refine();
    } else {
      this.reading = { ...this.reading, text };
      this.flat = this.flats = this.by = this.next = null;
      this.walk.forget();
      this.marks.set(new Int32Array(0));
      this.notes.clear();
      this.analyze();
      this.keep();
      this.plain = setTimeout(() => this.lay(), PATIENCE);
    }
    this.state();
    this.column.element.focus({ preventScroll: true });
  }

  undo() {
    if (!this.previous) return;
    const back = this.previous;
    this.previous = null;
    this.begin(back);
  }

  // clear removes the text and the draft; only Undo still knows it.
  clear() {
    if (this.edit.open) this.edit.close();
    this.previous = this.reading;
    this.reading = this.flats = this.by = this.next = null;
    clearTimeout(this.plain);
    clearTimeout(this.slow);
    this.engine.forget();
    this.select("", -1, 0);
    this.walk.forget();
    this.marks.clear();
    this.notes.clear();
    this.column.clear();
    clearTimeout(this.later);
    draft.forget();
    this.state();
    this.tell("replaced", { cleared: true });
  }

  keepLater() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.keep(), LATER);
  }

  // keep says whether what is read is kept on this device now.
  keep() {
    clearTimeout(this.later);
    return this.reading ? draft.save(this.draft()) : Promise.resolve(true);
  }

  leave() {
    if (this.reading) draft.leave(this.draft());
  }

  draft() {
    return { ...this.reading, text: this.edit.open ? this.edit.value() : this.reading.text, scroll: scrollY };
  }

  // resume takes up the draft of an earlier visit; false when there is none, or when a text is here already: typed() says what stands
  // in the first page's box.
  async resume(typed) {
    const d = await draft.load(() => this.reading !== null || Boolean(typed()));
    if (!d) {
      this.offer();
      return false;
    }
    if (!d.typed) this.begin(d, d.scroll);
    this.offer();
    return d;
  }

  // offer tells of a text that a closed tab left behind, if there is one.
  async offer() {
    this.left = await draft.left(this.reading?.text).catch(() => null);
    this.tell("left", { chars: this.left?.text.length ?? 0, name: this.left?.text.trim().slice(0, 200) ?? "" });
  }

  // other answers the offer: "open" shows that text, and the one that was here is then the one that is left; "remove" deletes it.
  async other(answer) {
    const { left } = this;
    if (!left) return;
    if (answer === "remove") {
      await draft.remove(left.key).catch(() => {});
    } else {
      if (this.edit.open) this.endEdit();
      if (!(await this.keep())) this.take(left); // Undo has the one that was here
      else if (await draft.take(left.key)) this.begin(left, left.scroll);
    }
    this.offer();
  }
}
