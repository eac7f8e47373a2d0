// The engine dies, breaks or hangs, by the DevTools protocol or by a worker that is ended in the midst of a message: it is replaced, and the text is
// still there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { BODY, BYLINE, OTHER, PASTE, TITLE, count, long } from "./texts.mjs";

const LONG = long(600_000);

const marked = () => CSS.highlights.get("loc-new").size + CSS.highlights.get("loc-again").size > 0;

// atWork pastes a long text and waits until the engine is in the midst of it.
async function atWork(r) {
  await r.engine();
  await r.page.locator("#paste").waitFor();
  const send = await r.engineTools();
  await send("Debugger.enable");
  await r.paste(LONG);
  await r.until(marked);
  return send;
}

const readAgain = "The engine was restarted";
// impatient runs in the page before its scripts: the time for which the page waits for a sign of life from its engine is over when the test says so.
function impatient() {
  const { setTimeout, clearTimeout } = window;
  const waits = new Map();
  window.setTimeout = (fn, ms, ...rest) => {
    if (!String(fn).includes("worker.silent")) return setTimeout(fn, ms, ...rest);
    const id = setTimeout(() => {}, 0);
    waits.set(id, fn);
    return id;
  };
  window.clearTimeout = (id) => { if (!waits.delete(id)) clearTimeout(id); };
  window.elapse = () => [...waits.entries()].forEach(([id, fn]) => { waits.delete(id); fn(); });
}

// elapse lets that time go by.
const elapse = (r) => r.page.evaluate(() => window.elapse());

const hasty = (act) => visit({ open: false }, async (r) => {
  await r.profile.addInitScript(impatient);
  await r.profile.addInitScript(mortal);
  await r.open();
  await act(r);
});

const means = { "is killed": "Runtime.terminateExecution", hangs: "Debugger.pause" };
for (const [what, method] of Object.entries(means)) {
  test(`The engine ${what} while it reads a long text: it is replaced with a notice, the text stays, and the result comes`, hasty(async (r) => {
    const send = await atWork(r);
    await send(method);
    await elapse(r);
    assert.match(await r.told(readAgain), /no sign of life.*being read again/);
    await r.shows("This is note 1 of");
    await r.done();
    assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(LONG, "Lisbon").toLocaleString("en"));
  }));
}

// mortal runs in the page before its scripts: an engine dies, so many times, when it says what sessionStorage has as "dies", before the page has heard it.
// "init" stands for the first thing that the page says to the engine; how is "silently" or "with an error".
function mortal() {
  window.deaths = 0;
  const Living = globalThis.Worker;
  globalThis.Worker = class extends Living {
    constructor(url) {
      super(url);
      this.addEventListener("message", (e) => this.due(e.data) && e.stopImmediatePropagation());
    }
    postMessage(m) { if (!this.due(m)) super.postMessage(m); }
    due({ type, stage }) {
      const { at, times, how } = JSON.parse(sessionStorage.dies ?? "{}");
      if (!times || at !== type && at !== stage) return false;
      sessionStorage.dies = JSON.stringify({ at, times: times - 1, how });
      this.terminate();
      window.deaths++;
      if (how === "with an error") queueMicrotask(() => this.onerror(new ErrorEvent("error", { message: "unreachable", cancelable: true })));
      return true;
    }
  };
}

const die = (r, at, how, times = 1) => r.page.evaluate((dies) => { sessionStorage.dies = JSON.stringify(dies); }, { at, how, times });
const death = (r, n) => r.until((n) => window.deaths === n, n);

const STAGES = ["heard", "blocks", "marks", "progress", "resolve", "keywords", "phrases", "quotes", "headlines", "result"];
for (const how of ["silently", "with an error"]) {
  test(`The engine dies ${how}, at its start and then in turn at each stage of a reading: each time the text stays and is read again`, hasty(async (r) => {
    await r.read(PASTE);
    await die(r, "init", how);
    await r.page.reload();
    await death(r, 1);
    if (how === "silently") await elapse(r);
    await r.notice(readAgain).waitFor();
    await r.row("Lisbon").waitFor();
    for (const [i, at] of STAGES.entries()) {
      const [text, name] = i % 2 ? [PASTE, "Lisbon"] : [OTHER, "Karin Lindberg"];
      await die(r, at, how);
      await r.paste(text);
      await death(r, i + 2);
      if (how === "silently") await elapse(r);
      await r.notice(readAgain).waitFor();
      await r.row(name).waitFor();
      assert.deepEqual(await r.blocks(), text.trim().split(/\n{2,}/).filter((b) => !b.includes("\n")), at);
    }
  }));
}

// exportsAgain asserts that an export that came to nothing is told, and that it works when the text was read again.
async function exportsAgain(r) {
  await r.notice("This could not be exported").waitFor();
  await r.page.keyboard.press("Escape");
  await r.press("Read again");
  await r.row("Lisbon").waitFor();
  await r.press("Export");
  const { text } = await r.saved("Save Names");
  assert.match(text, /Lisbon/);
}

test("The engine dies while it writes an export, and the person is told and can read the text again", hasty(async (r) => {
  await r.read(PASTE);
  await die(r, "exported", "silently");
  await r.press("Export");
  await r.press("Save Names");
  await death(r, 1);
  await elapse(r);
  await exportsAgain(r);
}));

test("The engine’s program breaks in the midst of a text: what it can catch is told with a way on, what it cannot has it replaced", visit({ allow: [/^console warning: .*the page is gone[^]*goroutine/] }, async (r) => {
  await r.engine();
  await r.read(PASTE);
  await r.page.workers()[0].evaluate(() => {
    const post = self.postMessage.bind(self);
    self.postMessage = (m, ...rest) => {
      if (m.stage === "quotes") throw new Error("the page is gone");
      post(m, ...rest);
    };
  });
  await r.paste(OTHER);
  assert.match(await r.told("The reading stopped"), /Something in this text broke it\. Your text is safe/);
  await r.page.locator("#instrument").getByText("The reading stopped").waitFor();
  await r.page.workers()[0].evaluate(() => { performance.now = () => { throw new WebAssembly.RuntimeError("unreachable"); }; });
  await r.press("Try again");
  await r.notice(readAgain).waitFor();
  await r.row("Karin Lindberg").waitFor();
  assert.deepEqual(await r.blocks(), OTHER.split("\n\n"));
}));

const endings = {
  "is killed": () => self.close(),
  hangs: () => { for (;;); },
};
for (const [what, end] of Object.entries(endings)) {
  test(`The engine ${what} while it has nothing to do, and the next paste is read all the same, with a notice`, visit(async (r) => {
    await r.read(PASTE);
    const worker = r.page.workers()[0];
    const gone = what === "is killed" ? worker.waitForEvent("close") : Promise.resolve();
    worker.evaluate(end).catch(() => {}); // no answer comes from a dead worker
    await gone;
    await r.paste(OTHER);
    await r.shows("Karin Lindberg");
    await r.notice(readAgain).waitFor();
    await r.row("Karin Lindberg").waitFor();
    assert.deepEqual(await r.blocks(), OTHER.split("\n\n"));
  }));
}

test("The engine dies while an export is asked of it, and the person is told and can read the text again", visit(async (r) => {
  await r.read(PASTE);
  const worker = r.page.workers()[0];
  const gone = worker.waitForEvent("close");
  worker.evaluate(() => self.close()).catch(() => {}); // no answer comes
  await gone;
  await r.press("Export");
  await r.press("Save Names");
  await exportsAgain(r);
}));

test("A text that stops the engine twice is given up with a notice, what was found stays marked, and trying again works", hasty(async (r) => {
  await r.read(OTHER);
  await die(r, "keywords", "silently", 2);
  await r.paste(PASTE);
  for (const n of [1, 2]) {
    await death(r, n);
    await elapse(r);
  }
  assert.match(await r.told("The reading stopped"), /Your text is safe, and what was found stays marked/);
  await r.page.locator("#instrument").getByText("The reading stopped").waitFor();
  await r.shows(BODY[3]);
  assert.ok([...await r.painted("loc-new"), ...await r.painted("loc-again")].includes("Lisbon"));
  await r.press("Try again");
  await r.done();
  assert.equal(await r.page.locator(".notice.bad").count(), 0);
}));

test("The engine cannot start: the person is told, and the text is shown and kept", visit({ open: false, allow: [/Failed to load resource/] }, async (r) => {
  await r.page.route("**/worker.js", (route) => route.abort());
  await r.open();
  await r.paste(PASTE);
  assert.match(await r.told("The engine could not start"), /^Your text is safe\./);
  await r.page.locator("#instrument").getByText("so nothing is marked").waitFor();
  assert.deepEqual((await r.blocks()).slice(0, 2), [TITLE, BYLINE]);
  await r.page.unrouteAll();
  await r.page.reload();
  await r.done();
  assert.equal(await r.page.locator(".notice").count(), 0);
}));

test("A person reloads while a long text is read: it is there again, and read to its end", visit(async (r) => {
  await atWork(r);
  await r.page.reload();
  await r.shows("This is note 1 of");
  await r.done();
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(LONG, "Lisbon").toLocaleString("en"));
}));

test("A new paste while a long text is read takes its place at once", visit(async (r) => {
  await r.engine();
  await r.paste(LONG);
  await r.page.locator(".work").waitFor();
  await r.paste(OTHER);
  await r.row("Karin Lindberg").waitFor();
  assert.deepEqual(await r.blocks(), OTHER.split("\n\n"));
  assert.equal(await r.page.locator(".work").count(), 0);
  assert.equal(await r.row("Stockholm").locator(".count").textContent(), String(count(OTHER, "Stockholm")));
}));
