// The reader's own names, as they stand in the box "Your own names": one list for all tabs of this browser, in its store. What is written there is
// kept and used while it is written. It is text, a line each, as entity.ParseLexicon reads it; the engine says which lines it can use.

import { act, connected, run } from "./store.js";

const STORE = "names", KEY = "own";
const SIGN = "gloss-names-changed"; // in localStorage, whose changes other tabs hear of
const LATER = 400; // ms after the last key until what was written is used
const SLOW = 2000; // ms after which a store that does not answer is said to keep nothing

const late = (value) => new Promise((give) => { setTimeout(give, SLOW, value); });

// TYPED begins what may follow a name on its line: the type, behind a comma, a semicolon, a tab or spaces.
const TYPED = /^\s*(?:$|[,;\t ]\s*(?:per|loc|org|norp|event|misc|people|place|country|city|company|group|other))/i;

export class Names {
  // use(text) hands the names to the engine; tell(type, detail) gets: own {empty, gone, why}.
  constructor(tell, use) {
    this.tell = tell;
    this.use = use;
    this.text = "";
    this.gone = ""; // what Remove all took away, until the page goes
    this.why = ""; // why they are not kept: "full", "blocked"
    addEventListener("storage", (e) => e.key === SIGN && this.load());
    document.addEventListener("visibilitychange", () => document.hidden || this.load());
    document.addEventListener("input", (e) => e.target.id === "names" && this.typed());
    document.addEventListener("change", (e) => e.target.id === "names" && this.flush());
    addEventListener("pagehide", () => this.flush(true));
  }

  get box() { return document.getElementById("names"); }

  state() { this.tell("own", { empty: !/\S/.test(this.text), gone: this.gone !== "", why: this.why }); }

  // load takes what stands in the store, unless something else is being written here.
  async load() {
    let kept;
    try {
      kept = await act("readonly", (s) => s.get(KEY), STORE);
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
    const put = (s) => { text ? s.put(text, KEY) : s.delete(KEY); };
    const kept = (now && connected() ? run(connected(), "readwrite", put, STORE, true) : act("readwrite", put, STORE))
      .then(() => "", (e) => (e?.name === "QuotaExceededError" ? "full" : "blocked"));
    this.why = await Promise.race([kept, late("blocked")]);
    this.state();
    if (this.why) return;
    try {
      localStorage.setItem(SIGN, Math.random().toString(36).slice(2));
    } catch { /* the other tabs look when they are looked at */ }
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

  // add puts lines of the names given, {name, line}, in the place of those that there are of these names.
  async add(list) {
    this.flush();
    await Promise.race([this.load(), late()]);
    const own = (line) => {
      const words = line.trim().replace(/^!\s*/, "");
      return list.some(({ name }) => words.startsWith(name) && TYPED.test(words.slice(name.length)));
    };
    const rest = this.text.split("\n").filter((line) => !own(line)).join("\n").trimEnd();
    await this.set(`${rest}${rest ? "\n" : ""}${list.map(({ line }) => line).join("\n")}\n`);
  }

  // line selects a line of the box, from 1.
  line(n) {
    const { box } = this, lines = box.value.split("\n");
    const start = lines.slice(0, n - 1).join("\n").length + (n > 1 ? 1 : 0);
    box.focus();
    box.setSelectionRange(start, start + (lines[n - 1]?.length ?? 0));
  }
}
