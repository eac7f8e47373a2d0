// What a reader writes in a box of their own, a line each: one text for all tabs of this browser, in its store. It is kept and used while it is
// written; the engine says which lines it can use. names.js and stops.js are such boxes.

import { act, connected, run } from "./store.js";

const STORE = "names";
const LATER = 400; // ms after the last key until what was written is used
const SLOW = 2000; // ms after which a store that does not answer is said to keep nothing

const late = (value) => new Promise((give) => { setTimeout(give, SLOW, value); });

export class Kept {
  // key is its name in the store, box the id of its textarea, sign what other tabs hear of in localStorage. use(text) hands the text to the engine;
  // tell(event, detail) gets the event {empty, gone, why} and what facts() adds.
  constructor({ key, box, sign, event }, tell, use) {
    Object.assign(this, { key, id: box, sign, event, tell, use });
    this.text = "";
    this.gone = ""; // what was removed at once, until the page goes
    this.why = ""; // why it is not kept: "full", "blocked"
    addEventListener("storage", (e) => e.key === sign && this.load());
    document.addEventListener("visibilitychange", () => document.hidden || this.load());
    document.addEventListener("input", (e) => e.target.id === box && this.typed());
    document.addEventListener("change", (e) => e.target.id === box && this.flush());
    addEventListener("pagehide", () => this.flush(true));
  }

  get box() { return document.getElementById(this.id); }

  facts() { return {}; }

  state() { this.tell(this.event, { empty: !/\S/.test(this.text), gone: this.gone !== "", why: this.why, ...this.facts() }); }

  // load takes what stands in the store, unless something else is being written here.
  async load() {
    let kept;
    try {
      kept = await act("readonly", (s) => s.get(this.key), STORE);
    } catch { // nothing was kept; that nothing can be is said when there is something to keep
      return;
    }
    if (this.later || this.why || (kept ?? "") === this.text || !["string", "undefined"].includes(typeof kept)) return;
    this.text = kept ?? "";
    this.shown();
  }

  shown() {
    const { box } = this;
    if (box && box.value !== this.text) box.value = this.text;
    this.use(this.text);
    this.state();
  }

  // open is called when the box comes into sight.
  open() {
    this.shown();
    this.load();
  }

  typed() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this.flush(), LATER);
  }

  // flush uses and keeps what has been written; with now, before the page goes.
  flush(now = false) {
    clearTimeout(this.later);
    if (this.later && this.box) this.set(this.box.value, now);
    this.later = 0;
  }

  async set(text, now = false) {
    this.text = text;
    this.shown();
    const put = (s) => { text ? s.put(text, this.key) : s.delete(this.key); };
    const kept = (now && connected() ? run(connected(), "readwrite", put, STORE, true) : act("readwrite", put, STORE))
      .then(() => "", (e) => (e?.name === "QuotaExceededError" ? "full" : "blocked"));
    this.why = await Promise.race([kept, late("blocked")]);
    this.state();
    if (this.why) return;
    try {
      localStorage.setItem(this.sign, Math.random().toString(36).slice(2));
    } catch { /* the other tabs look when they are looked at */ }
  }

  // change sets what made(text) makes of the text as it is now.
  async change(made) {
    this.flush();
    await Promise.race([this.load(), late()]);
    await this.set(made(this.text));
  }

  clear() {
    this.flush();
    this.gone = this.text;
    this.set("");
    this.box?.focus();
  }

  back() {
    const text = this.gone;
    this.gone = "";
    this.set(text);
    this.box?.focus();
  }

  // line selects a line of the box, from 1.
  line(n) {
    const { box } = this, lines = box.value.split("\n");
    const start = lines.slice(0, n - 1).join("\n").length + (n > 1 ? 1 : 0);
    box.focus();
    box.setSelectionRange(start, start + (lines[n - 1]?.length ?? 0));
  }
}
