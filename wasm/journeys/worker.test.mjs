// The engine dies or hangs, as done to it from outside by the DevTools protocol: it is replaced, and the text is still there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { BYLINE, OTHER, PASTE, TITLE, count, long } from "./texts.mjs";

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

test("The engine is killed while it reads a long text: it is replaced with a notice, the text stays, and the result comes", visit(async (r) => {
  const send = await atWork(r);
  await send("Runtime.terminateExecution");
  assert.match(await r.told(readAgain), /Your text is safe and is being read again/);
  await r.shows("This is note 1 of");
  await r.done();
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(LONG, "Lisbon").toLocaleString("en"));
}));

test("The engine hangs while it reads a long text: it is replaced with a notice, the text stays, and the result comes", visit(async (r) => {
  const send = await atWork(r);
  await send("Debugger.pause");
  assert.match(await r.told(readAgain), /no sign of life.*being read again/);
  await r.shows("This is note 1 of");
  await r.done();
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(LONG, "Lisbon").toLocaleString("en"));
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
  await r.notice("This could not be exported").waitFor();
  await r.page.keyboard.press("Escape");
  await r.press("Read again");
  await r.row("Lisbon").waitFor();
  await r.press("Export");
  const { text } = await r.saved("Save Names");
  assert.match(text, /Lisbon/);
}));

test("A text that stops the engine twice is given up with a notice, what was found stays marked, and trying again works", visit({ open: false }, async (r) => {
  await r.page.clock.install(); // the page waits long for a sign of life: here it goes by in a moment
  await r.open();
  const send = await atWork(r);
  await send("Debugger.pause");
  await r.page.clock.fastForward(60_000);
  await r.notice(readAgain).waitFor();
  await send("Debugger.enable");
  await send("Debugger.pause");
  await r.page.clock.fastForward(60_000);
  assert.match(await r.told("The reading stopped"), /Your text is safe, and what was found stays marked/);
  await r.shows("This is note 1 of");
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
  assert.deepEqual((await r.blocks()).slice(0, 2), [TITLE, BYLINE]);
  await r.page.unrouteAll();
  await r.page.reload();
  await r.done();
  assert.equal(await r.page.locator(".notice").count(), 0);
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
