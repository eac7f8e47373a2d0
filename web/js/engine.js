// The engine's host: one worker that runs the same WebAssembly module as the page. It is
// watched, replaced when it dies or hangs, and ended to cancel a run.

import { say } from "./words.js";

const ACK = 5000; // ms within which a worker answers that it has the text
const QUIET = 10000; // ms without a sign of life, plus QUIET_PER_MB for each megabyte
const QUIET_PER_MB = 4000;
const BOOT = 60000; // ms for a fresh worker to fetch its tables and start
const ASLEEP = 1000; // ms by which a timer is late when the page itself was asleep

const base = (code) => code.toLowerCase().split("-")[0].replace(/^n[bn]$/, "no"); // Bokmål and Nynorsk are Norwegian

// likely is the language that the first text is probably in: that of the last one, or the reader's own.
const likely = (build, last) => [last, ...navigator.languages.map(base)].find((code) => code !== "all" && Object.hasOwn(build.models, code)) ?? "en";

export class Engine {
  // tell(type, detail) gets: ready, headlines, lexicon, stopWords, arrived, model, heard, getting, blocks, marks, progress, result, failed, replaced, stopped. last
  // is the language of the text that was read here before, "" where none was.
  constructor(build, tell, last = "") {
    this.build = build;
    this.tell = tell;
    this.module = null;
    this.worker = null;
    this.job = null; // what is being read: {run, text, tail, language, tries, names, stops, learnt}
    this.run = 0;
    this.list = ""; // headlines for all texts, as they were given
    this.names = ""; // the reader's own names for all texts, as they were given
    this.stops = ""; // and the stop words
    this.tables = {}; // the bytes of the tables of languages that have come: a new worker need not fetch them
    this.met = new Set([likely(build, last)]); // languages in which there was a text, or is likely to be one
    this.models = {}; // the bytes of the learnt models that have come, by language: a new worker need not fetch them
    this.learnt = new Set(); // languages whose model the engine has
    this.tried = new Map(); // languages whose model a worker was given and has not answered for: how many workers ended meanwhile
    this.broken = new Set(); // languages whose model is not to be tried until it is asked for
    this.calls = new Map(); // what was asked of the last result, by number
    this.call = 0;
  }

  // use takes the compiled module that the page itself runs on and starts the worker.
  use(module) {
    this.module = module;
    this.spawn();
  }

  spawn() {
    this.end();
    const worker = new Worker(this.build.worker);
    this.worker = worker;
    this.ready = false;
    worker.onmessage = (e) => this.worker === worker && this.hear(e.data);
    worker.onerror = (e) => {
      e.preventDefault();
      if (this.worker === worker) this.replace("crashed", e.message || say("worker.no-start"));
    };
    const { wasmExec: exec, models, packed, names } = this.build;
    const lacking = this.coming().filter((language) => !this.models[language]);
    const likely = [...this.met].filter((language) => Object.hasOwn(models, language));
    worker.postMessage({ type: "init", module: this.module, exec, models, packed, names, likely, tables: this.tables, lacking, given: this.models, kept: Boolean(navigator.serviceWorker?.controller) });
    Object.keys(this.models).forEach((language) => this.trying(language));
    if (this.list) this.hand();
    if (this.names) this.name();
    if (this.stops) this.stop();
    if (this.job) this.send();
    else this.watch(BOOT);
  }

  end() {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.calls.values()) reject(new Error(say("worker.restarted")));
    this.calls.clear();
  }

  // read analyses a text; what was being read before is dropped.
  read({ text, tail, language }) {
    const busy = this.job !== null;
    this.job = { run: ++this.run, text, tail, language, tries: 0, names: this.names, stops: this.stops, learnt: new Set(this.learnt), lost: [] };
    if (!this.module) return;
    if (busy || !this.worker) this.spawn();
    else this.send();
  }

  // headlines takes a list, in any format that package headline reads, for all texts from now on; "" is none. Told: headlines {count, problems}.
  headlines(list) {
    if (list === this.list) return;
    this.list = list;
    if (this.worker) this.hand();
  }

  hand() { this.worker.postMessage({ type: "setHeadlines", headlines: this.list }); }

  // lexicon takes the reader's own names, a line each, for all texts from now on; "" is none. Told: lexicon {count, problems}.
  lexicon(names) {
    if (names === this.names) return;
    this.names = names;
    if (this.worker) this.name();
  }

  // stopWords takes the reader's own stop words in the same way. Told: stopWords {used, problems}.
  stopWords(lines) {
    if (lines === this.stops) return;
    this.stops = lines;
    if (this.worker) this.stop();
  }

  stop() { this.worker.postMessage({ type: "setStopWords", lines: this.stops }); }

  name() { this.worker.postMessage({ type: "setLexicon", lexicon: this.names }); }

  // coming is the languages whose model is on its way: of those that were met.
  coming() { return Object.keys(this.build.names).filter((language) => this.met.has(language) && !this.learnt.has(language) && !this.broken.has(language)); }

  // learn tries the models again that could not be had. Told: model {language, name} or {language, error}.
  learn() {
    this.broken.clear();
    this.worker?.postMessage({ type: "learn", languages: this.coming(), cache: "reload" });
  }

  // meet hears in which languages a text is: their models are fetched, where they were not.
  meet(languages) {
    const fresh = languages.filter((language) => !this.met.has(language));
    fresh.forEach((language) => this.met.add(language));
    const coming = this.coming().filter((language) => fresh.includes(language));
    if (!coming.length) return;
    this.worker.postMessage({ type: "learn", languages: coming });
    coming.forEach((language) => this.tell("model", { language }));
  }

  trying(language) { this.tried.set(language, this.tried.get(language) ?? 0); }

  // model hears what has come of a model.
  model({ language, error }) {
    this.tried.delete(language);
    if (error) this.lose(language);
    else this.learnt.add(language);
  }

  lose(language) {
    delete this.models[language];
    this.learnt.delete(language);
    this.broken.add(language);
  }

  send() {
    const { run, text, tail, language } = this.job;
    this.job.lost = [];
    this.job.acked = false;
    this.worker.postMessage({ type: "analyze", run, text, tail, language, await: Object.keys(this.build.models).filter((code) => code !== "all") });
    this.watch(this.ready ? ACK : BOOT);
  }

  // cancel ends the worker at once and starts a fresh one; marks already shown stay.
  cancel() {
    if (!this.job) return;
    this.job = null;
    this.tell("stopped", {});
    if (this.module) this.spawn();
  }

  // forget drops the run without a word.
  forget() {
    if (!this.job) return;
    this.job = null;
    if (this.module) this.spawn();
  }

  // watch waits for a sign of life. Where its timer comes late, the page was asleep (the lid was closed, the tab frozen), and so was the
  // worker: it is given the time once more.
  watch(ms) {
    clearTimeout(this.timer);
    const due = performance.now() + ms;
    this.timer = setTimeout(() => {
      if (performance.now() - due > ASLEEP) this.watch(ms);
      else this.replace("hung", say("worker.silent"));
    }, ms);
  }

  hear(m) {
    if (m.type === "exited") return this.replace("crashed", m.message);
    if (m.type === "failed" && !m.run) return this.ready ? this.replace("crashed", m.message) : this.fail(m);
    this.ready ||= m.type === "ready" || m.type === "heard"; // a text that waited is heard first
    if (m.type === "ready") {
      if (!this.job) clearTimeout(this.timer);
      return this.tell("ready", { languages: m.languages });
    }
    if (m.type === "heard" && !this.job) return this.watch(BOOT); // an export of a long text may take a while
    if (m.call) {
      if (!this.job) clearTimeout(this.timer);
      const call = this.calls.get(m.call);
      this.calls.delete(m.call);
      if (m.error) call?.reject(new Error(m.error));
      else call?.resolve(m);
      return;
    }
    if (m.type === "arrived") {
      if (m.kind === "model") this.trying(m.language);
      this[m.kind === "model" ? "models" : "tables"][m.language] = m.bytes;
      return this.tell(m.type, m);
    }
    if (m.type === "headlines" || m.type === "lexicon" || m.type === "stopWords" || m.type === "model") {
      if (!this.job && !this.calls.size) clearTimeout(this.timer);
      if (m.type === "model") this.model(m);
      return this.tell(m.type, m);
    }
    if (!this.job || m.run !== this.job.run) return;
    if (m.type === "lost") return this.job.lost.push(...m.lost);
    if (m.type === "blocks") this.meet(m.languages);
    if (m.type === "result" || m.type === "failed") {
      clearTimeout(this.timer);
      m.by = { names: this.job.names, stops: this.job.stops, learnt: this.job.learnt }; // what the engine had been told when the text was handed to it
      m.lost = this.job.lost; // languages whose tables could not be had, and why
      this.job = null;
    } else {
      this.watch(QUIET + (this.job.text.length / 1e6) * QUIET_PER_MB);
    }
    this.tell(m.type, m);
  }

  // replace puts a fresh worker in the place of a dead or hung one. A text that breaks two in a row is given up; so is a worker that does
  // not get as far as to be ready, twice where a text waits for it.
  replace(kind, message) {
    const job = this.job;
    for (const [language, times] of this.tried) { // it may be what breaks the workers
      this.tried.set(language, times + 1);
      if (times === 0) continue;
      const error = say("model.stops");
      this.model({ language, error });
      this.tell("model", { language, error });
    }
    if (!this.ready && !(job && job.tries === 0)) return this.fail({ message });
    if (job && ++job.tries > 1) {
      this.job = null;
      this.tell("failed", { kind, message });
    } else {
      this.tell("replaced", { kind, message, again: job !== null });
    }
    this.spawn();
  }

  fail(m) {
    this.end();
    this.job = null;
    this.tell("failed", { kind: "start", message: m.message });
  }

  // ask gets the bytes of an export ("json", or a list's name for its CSV) of the last result, with its unsure names or without.
  ask(list, unsure = false) { return this.request({ type: "export", list, unsure }).then(({ bytes }) => bytes); }

  // lines gets the lines of places ([start, end] of each, in text order) in the last text: as Lines in lines.js takes them.
  lines(spans, order) { return this.request({ type: "lines", spans: Int32Array.from(spans.flat()), order }); }

  // find gets where words stand in the last text: {flat, start, end, like}, as seek.js takes them.
  find(words) { return this.request({ type: "find", words }); }

  request(message) {
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new Error(say("worker.none")));
      this.calls.set(++this.call, { resolve, reject });
      this.worker.postMessage({ ...message, call: this.call });
      if (!this.job) this.watch(this.ready ? ACK : BOOT);
    });
  }
}
