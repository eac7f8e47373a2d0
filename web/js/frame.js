// The instruments in a frame of another site's page. This script plays the part that reader.js has on Gloss's own page: the text stays with the
// host page, which hands it over by embed.js, or in the frame's own address: /embed#text=…&headlines=…&theme=dark&tail=text&lang=en

import "./goapp.js";
import { load, script, start } from "./boot.js";
import { Engine } from "./engine.js";
import { Lines } from "./lines.js";
import { offline } from "./offline.js";
import { day, number } from "./numbers.js";
import { found, near, unflat } from "./places.js";
import { Seek } from "./seek.js";
import { listen, tell } from "./tell.js";
import { settle, turn } from "./turn.js";
import { say } from "./words.js";

const VERSION = 1; // of the messages, as in embed.js
const SLOW = 500; // ms from which on work is worth a word
const PATIENCE = 4000; // ms from the engine's start on for which a report waits for the learnt model

const build = JSON.parse(document.getElementById("gloss-build").textContent);
const root = document.documentElement;

// Texts are read one after the other, in the order in which they came; each gets its answer. While the learnt model of names is on its way, a text is
// shown as the rules read it, and its report waits a while for what the model finds. If that comes later, the last text is reported once more. Names of
// the reader's own are not used here: their box is on Gloss's own page, and they are no other site's business.
class Frame {
  #flats = null;
  constructor() {
    this.engine = new Engine(build, (type, m) => this.hear(type, m));
    this.lines = new Lines((spans, order) => this.engine.lines(spans, order), tell);
    this.seek = new Seek(this, tell);
    this.queue = [];
    this.job = null; // {call, text, headlines, tail, language, told}
    this.last = null;
    this.flats = null;
    this.by = null; // what the last result was made with, as in reader.js
    this.quiet = false; // the job is read again, by the model
    this.refined = null; // the result of that, until the page shows it
    this.until = Infinity; // when reports wait for it no longer
    this.problems = [];
    this.dead = ""; // why nothing can be read here
  }

  get flats() { return this.#flats; }
  set flats(places) {
    this.#flats = places;
    this.lines.use(places);
  }

  read(job) {
    if (this.dead) return host.error(job, "page", this.dead);
    this.queue.push(job);
    this.next();
  }

  next() {
    if (this.job || !this.queue.length) return;
    const job = this.queue.shift();
    if (!/\S/.test(job.text)) {
      tell("refused", { why: "blank" });
      host.error(job, "blank", say("frame.blank"));
      return this.next();
    }
    this.job = this.last = job;
    this.since = performance.now();
    this.flats = this.by = this.refined = null;
    if (job.headlines !== this.engine.list) this.problems = []; // the engine tells them once a list
    tell("state", { phase: "reading", chars: job.text.length, tail: String(job.tail) });
    this.engine.headlines(job.headlines);
    this.engine.read(job);
  }

  hear(type, m) {
    if (type === "arrived") {
      if (home) keeper.has(m.bytes, m.url);
    } else if (type === "model") {
      this.model(m);
    } else if (type === "getting") {
      if (!this.quiet && performance.now() - this.since >= SLOW) tell("progress", { stage: "tables", languages: m.languages });
    } else if (type === "progress") {
      if (!this.quiet && performance.now() - this.since >= SLOW) tell(type, { stage: m.stage, done: m.done, total: m.total });
    } else if (type === "headlines") {
      this.problems = m.problems;
      if (m.problems.length) tell("unread", { message: m.problems.join("; ") });
    } else if (type === "result") {
      this.result(m);
    } else if (type === "failed" || type === "stopped") {
      if (this.quiet) {
        this.by = null;
        return this.report(this.job); // as the rules read it
      }
      tell(type, m);
      const { job } = this;
      this.job = null;
      if (job) host.error(job, m.kind ?? "stopped", m.message ?? say("frame.stopped"));
      this.next();
    } else if (type === "ready" || type === "replaced") {
      tell(type, m);
      if (type === "ready") host.post({ type: "ready" });
      if (type === "ready" && this.until === Infinity) this.until = performance.now() + PATIENCE;
      if (type === "ready") this.keep();
    }
  }

  // keep has the site kept, once all that the engine fetches is here.
  keep() {
    if (home && this.engine.ready && !this.engine.coming().length) keeper.begin();
  }

  result(m) {
    const { job, quiet } = this;
    this.quiet = false;
    this.by = { model: m.model, language: m.language, learnt: m.by.learnt };
    this.lines.lang = m.language === "und" ? "" : m.language;
    if (quiet) this.refined = m;
    else this.flats = unflat(m);
    tell("tables", { lost: m.lost });
    tell(quiet ? "refined" : "result", m.summary);
    const left = Math.min(this.until - performance.now(), PATIENCE);
    if (this.better()) this.refine();
    else if (this.rules(m.language) && this.engine.coming().includes(m.language) && left > 0) this.held = setTimeout(() => this.report(job), left);
    else this.report(job);
  }

  // rules says whether the last text was read by rules, for want of the model of this language; better, whether that is here now.
  rules(language) { return this.by?.model === "rules" && this.by.language === language && !this.by.learnt.has(language); }
  better() { return this.by !== null && this.rules(this.by.language) && this.engine.learnt.has(this.by.language); }

  refine() {
    clearTimeout(this.held);
    this.held = 0;
    this.quiet = true;
    this.job = this.last;
    this.engine.read(this.job);
  }

  // model hears that a model is there, or can't be had.
  model(m) {
    tell("model", m);
    this.keep();
    if (this.held && m.error) this.report(this.job);
    else if ((this.held || !this.job) && this.better()) this.refine();
  }

  // waits tells that models are on their way.
  waits() { this.engine.coming().forEach((language) => tell("model", { language })); }

  learn() {
    this.engine.learn();
    this.waits();
  }

  turn() {
    if (this.refined) this.flats = { ...unflat(this.refined), found: this.flats?.found };
    this.refined = null;
  }

  // same finds in a new result what was selected: [index, n] of its place at or before an offset.
  same(kind, index, start) {
    const { spans } = found(this.flats, kind, index, 0);
    return [spans.length ? index : -1, near(spans, start)];
  }

  // die says to all who wait, and to all who will ask, that the program could not start.
  die(message) {
    this.dead = message;
    tell("failed", { kind: "page", message });
    const left = this.job ? [this.job, ...this.queue] : this.queue;
    this.job = null;
    this.queue = [];
    for (const job of left) host.error(job, "page", message);
  }

  // report hands the whole report over before the next text takes its place in the engine.
  async report(job) {
    clearTimeout(this.held);
    this.held = 0;
    this.quiet = false;
    try {
      const bytes = await this.engine.ask("json");
      host.post({ type: "report", call: job.call, bytes, problems: job.told ? [] : this.problems }, [bytes.buffer]);
    } catch (e) {
      if (!job.told) host.error(job, "report", e.message);
    }
    job.told = true;
    this.job = null;
    if (!this.queue.length && this.better()) this.refine();
    else this.next();
  }

  // select is what app/page asks for with a click: it gives what found says.
  // Where it is not to be brought into sight (how is ""), it is what was selected before, which the host has painted.
  select(kind, index, n, how) {
    const { spans, at, said } = found(this.flats, kind, index, n);
    this.lines.at(kind, index, at);
    if (how || at < 0) host.post({ type: "select", kind, spans, at });
    return said;
  }
}

// The host page, met once: this frame says hello to the window that it is in, without content, and is given a port by that window alone.
// All else goes through the port, which no other window can read from or write to.
class Host {
  constructor() {
    this.port = null;
    addEventListener("message", (e) => this.meet(e));
    new ResizeObserver(() => this.height()).observe(root);
    if (parent !== window) parent.postMessage({ gloss: VERSION, type: "hello" }, "*");
  }

  meet({ source, origin, data, ports }) {
    if (this.port || parent === window || source !== parent || ports.length !== 1) return;
    if (data?.gloss !== VERSION || data.type !== "open") return;
    const [outer] = location.ancestorOrigins ?? [origin]; // the browser's own word, where it gives it
    if (origin !== outer) return;
    [this.port] = ports;
    root.classList.add("hosted");
    this.port.onmessage = ({ data }) => this.hear(data);
    if (frame.engine.ready) this.post({ type: "ready" });
  }

  hear(m) {
    if (m?.type === "read" && typeof m.text === "string" && Number.isInteger(m.call)) frame.read(job(m.call, m));
    if (m?.type === "look") this.look(m);
  }

  // look takes the room that is reserved (px), whether the panel begins as one folded line, and "light", "dark" or "" for the system's theme.
  look({ reserve, folded, theme }) {
    root.classList.toggle("small", folded === true); // then the room is for the folded line alone
    if (Number.isFinite(reserve)) root.style.setProperty("--reserve", `${Math.max(0, reserve)}px`);
    dress(theme);
    if (typeof folded === "boolean" && folded !== this.folded) fold(this.folded = folded);
    this.height();
  }

  height() {
    if (drawn && this.folded !== undefined) this.post({ type: "height", height: Math.ceil(root.getBoundingClientRect().height) });
  }

  error(job, kind, message) { this.post({ type: "error", call: job.call, kind, message }); }
  post(m, hand = []) { this.port?.postMessage(m, hand); }
}

const string = (s) => (typeof s === "string" ? s : "");
const dress = (theme) => { if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme; else delete root.dataset.theme; };

function job(call, { text, headlines, tail, language }) {
  const lines = /^\d+$/.test(tail) ? Number(tail) : "auto";
  return { call, text, headlines: string(headlines), tail: tail === "text" ? tail : lines, language: string(language) };
}

let drawn = false; // the Go page has taken the place of the one that was built
let folded = false;
function fold(on) {
  folded = on;
  const panel = document.querySelector("details.gl-panel");
  if (panel && drawn) panel.open = !on;
}

const frame = new Frame();
const host = new Host();

// asked reads what the frame's own address gives it to read.
function asked() {
  const given = new URLSearchParams(location.hash.slice(1));
  dress(given.get("theme"));
  if (given.has("text")) {
    frame.read(job(0, { text: given.get("text"), headlines: given.get("headlines"), tail: given.get("tail"), language: given.get("lang") }));
  } else if (parent === window) {
    tell("state", { phase: "empty" });
  }
}
addEventListener("hashchange", asked);

const nothing = () => {};
const settings = new Map(); // for as long as the page: what is set in a frame is not for other pages
globalThis.gloss = {
  build,
  number,
  day,
  listen(fn) {
    listen(fn);
    requestAnimationFrame(() => {
      drawn = true;
      fold(folded);
      host.height();
    });
  },
  select: (kind, index, n, how) => frame.select(kind, index, n, how),
  show: (start, end) => host.post({ type: "select", kind: "span", spans: [[start, end]], at: 0 }),
  cancel: () => frame.engine.cancel(),
  again: () => frame.last && frame.read(frame.last),
  lines: (kind, index, order, all) => frame.lines.show(kind, index, order, all),
  seek: (words, choose) => frame.seek.look(words, choose),
  setting: (name) => settings.get(name) ?? "",
  keep: (name, value) => settings.set(name, value),
  nth: () => 0,
  same: (kind, index, start) => frame.same(kind, index, start),
  turn: () => turn({ turn: () => frame.turn(), column: { element: root } }),
  settle,
  learn: () => frame.learn(),
  own: nothing, stops: nothing,
  guess: nothing, // unsure names are not for other pages
  mount: nothing, filter: nothing, hold: nothing, release: nothing, tail: nothing, speak: nothing, undo: nothing, update: nothing, window: nothing, act: nothing, save: nothing, copy: nothing,
};

// A new version of the site takes the place of the old in all pages at once; the host page hands its text to this one again. On Gloss's own pages the
// site is also kept for the time without a network; for other sites it is not, unless their visitor has been here.
const home = (() => {
  try {
    return parent.location.origin === location.origin;
  } catch {
    return false;
  }
})();
const keeper = offline(build, tell, async () => true);

async function run() {
  asked();
  try {
    const [module] = await Promise.all([load(build, (share) => tell("loading", { share }), home ? keeper.has : undefined), script(build.wasmExec)]);
    frame.engine.use(module);
    frame.waits();
    await start(module);
    throw new Error(say("page.ended"));
  } catch (e) {
    console.error(e);
    frame.die(e.message);
  }
}

run();
