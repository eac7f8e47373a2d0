// The engine's host: one worker that runs the same WebAssembly module as the page. It is
// watched, replaced when it dies or hangs, and ended to cancel a run.

const ACK = 5000; // ms within which a worker answers that it has the text
const QUIET = 10000; // ms without a sign of life, plus QUIET_PER_MB for each megabyte
const QUIET_PER_MB = 4000;
const BOOT = 60000; // ms for a fresh worker to fetch its tables and start
const ASLEEP = 1000; // ms by which a timer is late when the page itself was asleep

export class Engine {
  // tell(type, detail) gets: ready, headlines, heard, blocks, marks, progress, result, failed, replaced, stopped.
  constructor(build, tell) {
    this.build = build;
    this.tell = tell;
    this.module = null;
    this.worker = null;
    this.job = null; // what is being read: {run, text, tail, language, tries}
    this.run = 0;
    this.list = ""; // headlines for all texts, as they were given
    this.calls = new Map(); // exports asked for, by number
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
      if (this.worker === worker) this.replace("crashed", e.message || "the worker could not start");
    };
    worker.postMessage({ type: "init", module: this.module, exec: this.build.wasmExec, models: this.build.models, packed: this.build.packed });
    if (this.list) this.hand();
    if (this.job) this.send();
    else this.watch(BOOT);
  }

  end() {
    clearTimeout(this.timer);
    this.worker?.terminate();
    this.worker = null;
    for (const { reject } of this.calls.values()) reject(new Error("the engine was restarted"));
    this.calls.clear();
  }

  // read analyses a text; what was being read before is dropped.
  read({ text, tail, language }) {
    const busy = this.job !== null;
    this.job = { run: ++this.run, text, tail, language, tries: 0 };
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

  send() {
    const { run, text, tail, language } = this.job;
    this.job.acked = false;
    this.worker.postMessage({ type: "analyze", run, text, tail, language });
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
      else this.replace("hung", "the engine gave no sign of life");
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
    if (m.type === "exported") {
      if (!this.job) clearTimeout(this.timer);
      const call = this.calls.get(m.call);
      this.calls.delete(m.call);
      if (m.error) call?.reject(new Error(m.error));
      else call?.resolve(m.bytes);
      return;
    }
    if (m.type === "headlines") {
      if (!this.job) clearTimeout(this.timer);
      return this.tell(m.type, m);
    }
    if (!this.job || m.run !== this.job.run) return;
    if (m.type === "result" || m.type === "failed") {
      clearTimeout(this.timer);
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
  ask(list, unsure = false) {
    return new Promise((resolve, reject) => {
      if (!this.worker) return reject(new Error("the engine is not there"));
      this.calls.set(++this.call, { resolve, reject });
      this.worker.postMessage({ type: "export", call: this.call, list, unsure });
      if (!this.job) this.watch(this.ready ? ACK : BOOT);
    });
  }
}
