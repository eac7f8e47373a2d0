// What is kept over a reload, a crash and the arrival of the engine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kept } from "./store.mjs";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, BYLINE, HEADLINES, OTHER, PASTE, TITLE, count, long } from "./texts.mjs";

// held keeps the engine away until it is let go: the page is alone with its scripts.
async function held(r) {
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await r.page.route("**/*.wasm", async (route) => {
    await gate;
    await route.continue();
  });
  await r.open();
  await r.until(() => "gloss" in window && window.gloss !== undefined);
  return go;
}

test("A person reloads the page and is back in the same reading: text, place in it, choice on the headlines, tab", visit(async (r) => {
  await r.read(PASTE);
  await r.press("They are text");
  await r.shows(HEADLINES[5]);
  await r.turn("Keywords");
  await r.page.setViewportSize({ width: 1280, height: 420 });
  await r.page.evaluate(() => scrollTo({ top: 300, behavior: "instant" }));
  await r.page.reload();
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY, ...HEADLINES]);
  await r.page.locator(".tail").getByText("The whole paste is read as text.").waitFor();
  assert.equal(await r.tab("Keywords").getAttribute("aria-selected"), "true");
  await r.row("farmers").waitFor();
  await r.until(() => Math.abs(scrollY - 300) < 40);
}));

test("A person reloads in the middle of an edit and nothing that was written is lost", visit(async (r) => {
  await r.read(PASTE);
  await r.press("Edit");
  await r.page.locator("#editor").press("Control+Home");
  await r.page.keyboard.insertText("Warsaw wrote this. ");
  await r.page.reload();
  await r.done();
  assert.equal((await r.blocks())[0], `Warsaw wrote this. ${TITLE}`);
}));

test("The tab crashes while a text is read, and after a reload it is there again", visit(async (r) => {
  await r.read(PASTE);
  await kept(r, PASTE);
  const again = await r.profile.newPage();
  const tools = await r.profile.newCDPSession(r.page);
  const gone = r.page.waitForEvent("crash");
  tools.send("Page.crash").catch(() => {}); // the answer never comes
  await gone;
  await r.page.close();
  r.page = again;
  await r.open();
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
}));

test("A person types before the engine is there; it survives a reload, and the engine's arrival", visit({ open: false }, async (r) => {
  let go = await held(r);
  await r.page.locator("#paste").pressSequentially("Angela Merkel went to Paris");
  await kept(r, "Angela Merkel went to Paris");
  await r.page.unrouteAll({ behavior: "ignoreErrors" });
  go = await held(r);
  await r.until(() => document.getElementById("paste").value === "Angela Merkel went to Paris");
  await r.page.locator("#paste").press("End");
  await r.page.keyboard.insertText(" on Monday, she said.");
  go();
  await r.engine();
  await r.until(() => document.activeElement.id === "paste" && document.activeElement.value === "Angela Merkel went to Paris on Monday, she said.");
  await r.press("Read it");
  await r.done();
  assert.deepEqual(await r.blocks(), ["Angela Merkel went to Paris on Monday, she said."]);
}));

test("A person pastes before the engine is there, reads the plain text meanwhile, and sees it marked when the engine has come", visit({ open: false }, async (r) => {
  const go = await held(r);
  await r.paste(PASTE);
  await r.shows(BODY[3]);
  await r.foot(/getting the engine/);
  assert.equal((await r.painted("per-new")).length, 0);
  go();
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), String(count(ARTICLE, "Lisbon")));
  assert.ok((await r.painted("loc-new")).includes("Lisbon"));
}));

test("A person pastes twice before the engine is there and the second text is read", visit({ open: false }, async (r) => {
  const go = await held(r);
  await r.paste(PASTE);
  await r.shows(BODY[3]);
  await r.paste(OTHER);
  await r.shows("Karin Lindberg");
  go();
  await r.done();
  await r.row("Karin Lindberg").waitFor();
  assert.deepEqual(await r.blocks(), OTHER.split("\n\n"));
}));

test("A person scrolls through a text that was pasted before the engine was there, and stays in the place when it comes", visit({ open: false }, async (r) => {
  const go = await held(r);
  await r.paste(long(30_000));
  await r.shows("note 100 ");
  await r.until(() => document.documentElement.scrollHeight > 15_000); // what is out of sight has no height before it was laid out once
  await r.page.evaluate(() => scrollTo({ top: 2000, behavior: "instant" }));
  go();
  await r.done();
  assert.ok(Math.abs(await r.page.evaluate(() => scrollY) - 2000) < 100);
  const { before, after } = await r.page.evaluate(async () => { // the frame is drawn anew, and slowly
    const frame = () => new Promise(requestAnimationFrame);
    const place = () => [scrollY, document.documentElement.scrollHeight];
    const before = place();
    document.getElementById("story").remove();
    for (let n = 0; n < 4; n++) await frame();
    window.gloss.mount();
    return { before, after: place() };
  });
  assert.deepEqual(after, before);
}));

test("A browser that keeps nothing says so, and all else works", visit({ init: () => { delete Object.getPrototypeOf(globalThis).indexedDB; delete globalThis.indexedDB; } }, async (r) => {
  await r.read(PASTE);
  assert.match(await r.told("This browser keeps nothing here"), /may not be here after a reload/);
  await r.row("Lisbon").click();
  await r.chosen("Lisbon", `1 of ${count(ARTICLE, "Lisbon")}`);
}));

test("A browser that forbids storage altogether still reads", visit({ init: forbid }, async (r) => {
  await r.read(PASTE);
  await r.notice("This browser keeps nothing here").waitFor();
  await r.turn("Keywords");
  await r.row("farmers").waitFor();
}));

test("A person chooses the dark theme and larger letters, and both are kept", visit(async (r) => {
  await r.engine();
  await r.press("Text and theme");
  await r.press("Dark");
  await r.press("24");
  await r.press("Done");
  const chosen = () => r.until(() => document.documentElement.dataset.theme === "dark" && document.documentElement.dataset.size === "24");
  await chosen();
  await r.page.reload();
  await r.engine();
  await chosen();
}));

function forbid() {
  const no = { get() { throw new DOMException("forbidden", "SecurityError"); }, configurable: true };
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(globalThis, name, no);
}
