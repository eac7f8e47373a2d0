// The browser's storage refuses, breaks or vanishes, tabs edit side by side, the machine sleeps: nothing that a person wrote is lost, or it is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { Reader } from "./reader.mjs";
import { kept, texts } from "./store.mjs";
import { CHROMIUM, visit } from "./visit.mjs";
import { ARTICLE, BODY, BYLINE, OTHER, PASTE, TITLE, count, long } from "./texts.mjs";

const WROTE = "Warsaw wrote this. ";
const PLAIN = [/Failed to load resource.*404/]; // beside a plain file, which names no icon, the browser asks for one
const lines = (text) => text.split("\n\n");

// edit writes at the start of the text that is shown, and leaves the box open.
async function edit(r, words = WROTE) {
  await r.press("Edit");
  await r.page.locator("#editor").press("Control+Home");
  await r.page.keyboard.insertText(words);
}

// tab is one more tab of the same person.
async function tab(r, at = "/") {
  const page = await r.profile.newPage();
  await page.goto(r.site + at);
  return new Reader(page, r.profile, r.site, r.t);
}

async function pasteInto(r, text) {
  await r.page.bringToFront();
  await r.paste(text);
  await r.shows(lines(text)[0]);
}

async function gone(r, locator) { await r.soon(async () => await locator.count() === 0, `${locator} to go`); }

// refusals counts the transactions that the store takes back.
function refusals() {
  window.refused = 0;
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const t = transaction.apply(this, args);
    t.addEventListener("abort", () => window.refused++);
    return t;
  };
}

test("The browser’s storage is full: it is told once, all goes on, and when there is room again the text is kept", visit({ init: refusals }, async (r) => {
  await r.engine();
  const tools = await r.profile.newCDPSession(r.page);
  const room = (quotaSize) => tools.send("Storage.overrideQuotaForOrigin", { origin: r.site, ...quotaSize });
  await room({ quotaSize: 1 });
  await r.read(long(30_000));
  assert.match(await r.told("This browser has no room for the text"), /storage is full.*may not be here after a reload/);
  await r.press("Close");
  await edit(r);
  const before = await r.page.evaluate(() => window.refused);
  await r.page.keyboard.insertText("And more. ");
  await r.until((before) => window.refused > before, before);
  await r.press("Done");
  await r.until(() => document.querySelector("#story h1")?.textContent.startsWith("Warsaw"));
  assert.equal(await r.page.locator(".notice").count(), 0, "it is told once");
  await r.page.reload();
  await r.until(() => document.querySelector("#story h1")?.textContent.startsWith("Warsaw")); // by this tab's own memory
  await r.notice("This browser has no room for the text").waitFor();
  await room({});
  await edit(r, "Room. ");
  await gone(r, r.page.locator(".notice"));
  await r.soon(async () => (await texts(r.page)).some((t) => t.startsWith(`Room. ${WROTE}`)));
}));

test("Small settings cannot be stored: they hold for as long as the page, the person is told where they are set, and the text is kept", visit({ init: full }, async (r) => {
  await r.read(PASTE);
  await r.press("Text and theme");
  await r.press("Dark");
  await r.until(() => document.documentElement.dataset.theme === "dark");
  await r.page.locator("#settings").getByText("keeps no settings here").waitFor();
  await r.press("Done");
  await kept(r, PASTE);
  await r.page.reload();
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
}));

function full() {
  Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); };
}

const broken = {
  "throws when it is opened": () => { IDBFactory.prototype.open = () => { throw new DOMException("forbidden", "SecurityError"); }; },
  "is broken on the disk": () => {
    IDBFactory.prototype.open = () => {
      const ask = { error: new DOMException("Internal error opening backing store", "UnknownError") };
      setTimeout(() => ask.onerror());
      return ask;
    };
  },
  "never answers": () => { IDBFactory.prototype.open = () => ({}); },
};
for (const [how, init] of Object.entries(broken)) {
  test(`The browser’s store ${how}: the text is read all the same, it is told that it may go, and a reload of the tab has it still`, visit({ init }, async (r) => {
    await r.read(PASTE);
    assert.match(await r.told("This browser keeps nothing here"), /may not be here after a reload/);
    await r.row("Lisbon").click();
    await r.chosen("Lisbon", `1 of ${count(ARTICLE, "Lisbon")}`);
    await edit(r);
    await r.page.reload();
    await r.done();
    assert.equal((await r.blocks())[0], WROTE + TITLE);
  }));
}

// slow holds the store's answers back until the page's late() is called; the tab's own memory has no text.
function slow() {
  sessionStorage.removeItem("gloss-last");
  const { open } = IDBFactory.prototype;
  const held = [];
  window.late = () => held.splice(0).forEach((go) => go());
  let now = false;
  IDBFactory.prototype.open = function (...args) {
    const ask = open.apply(this, args);
    if (now) return ask;
    const say = { get result() { return ask.result; } };
    ask.onupgradeneeded = (e) => say.onupgradeneeded(e);
    ask.onsuccess = () => held.push(() => { now = true; say.onsuccess(); });
    return say;
  };
}

test("The store answers late: what is kept appears then; where another text was pasted meanwhile, it is offered, opened, and nothing is lost", visit(async (r) => {
  await r.read(PASTE);
  await kept(r, PASTE);
  await r.page.addInitScript(slow);
  await r.page.reload();
  await r.engine();
  await r.page.evaluate(() => window.late());
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  await r.page.reload();
  await r.engine();
  await r.read(OTHER);
  await r.page.evaluate(() => window.late());
  assert.match(await r.told("Another text is kept on this device"), /Portugal and Spain agree.*a tab that was closed/);
  await kept(r, OTHER);
  await r.press("Open it");
  await r.shows(BODY[3]);
  await r.page.locator(".notice", { hasText: "Berlin opens a night train" }).waitFor();
  assert.deepEqual((await texts(r.page)).sort(), [OTHER, PASTE].sort());
}));

test("What stands in the store is no draft, or of a later version of Gloss: the page works, and the next text is kept", visit(async (r) => {
  await r.engine();
  await r.page.evaluate(() => new Promise((resolve, reject) => {
    const ask = indexedDB.open("gloss", 9);
    ask.onerror = reject;
    ask.onsuccess = () => {
      const t = ask.result.transaction("draft", "readwrite");
      t.objectStore("draft").put({ text: 7, tail: {} }, "current");
      t.objectStore("draft").put("nothing", [3, "a"]);
      t.objectStore("draft").put({ text: "Ana Ribeiro went to Lisbon.", tail: { a: 1 }, scroll: "far", name: [], language: 5 }, [2, "b"]);
      t.oncomplete = () => { ask.result.close(); resolve(); };
    };
  }));
  const second = await tab(r);
  await second.done();
  assert.deepEqual(await second.blocks(), ["Ana Ribeiro went to Lisbon."]);
  await pasteInto(second, OTHER);
  await kept(second, OTHER);
  await second.page.reload();
  await second.shows("Karin Lindberg");
  assert.equal(await second.page.locator(".notice").count(), 0);
}));

// lost closes the page's connection as a browser does that lost its database: without a word.
function lost() {
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    window.lose = () => this.close();
    return transaction.apply(this, args);
  };
}

test("The store is deleted by another tab, by the browser, and lost without a word, while a text is edited: each time the next change is kept again", visit({ init: lost, allow: PLAIN }, async (r) => {
  await r.read(PASTE);
  await kept(r, PASTE);
  const other = await tab(r, "/notice.txt");
  await r.page.bringToFront();
  await edit(r, "1");
  const tools = await r.profile.newCDPSession(r.page);
  const ends = [
    () => other.page.evaluate(() => new Promise((resolve, reject) => { Object.assign(indexedDB.deleteDatabase("gloss"), { onsuccess: resolve, onerror: reject, onblocked: reject }); })),
    () => tools.send("Storage.clearDataForOrigin", { origin: r.site, storageTypes: "indexeddb" }),
    () => r.page.evaluate(() => window.lose()),
  ];
  for (const [n, end] of ends.entries()) {
    await kept(r, `${"1".repeat(n + 1)}${PASTE}`);
    await end();
    await r.page.keyboard.insertText("1");
    await kept(r, `${"1".repeat(n + 2)}${PASTE}`);
  }
  assert.equal(await r.page.locator(".notice").count(), 0);
}));

// holding waits until so many tabs hold a name of their own: a tab that was closed goes on for a moment.
const holding = (page, n) => new Reader(page).until(async (n) => (await navigator.locks.query()).held.length === n, n);

test("Two tabs are edited side by side: each keeps its own over a reload, and what a closed tab leaves is offered to the next visit", visit({ allow: PLAIN }, async (r) => {
  const bystander = await tab(r, "/notice.txt");
  await r.page.bringToFront();
  await r.read(PASTE);
  await kept(r, PASTE);
  const second = await tab(r);
  await second.shows(BODY[3]); // a copy
  await pasteInto(second, OTHER);
  await r.page.bringToFront();
  await edit(r);
  await kept(r, WROTE + PASTE);
  await second.page.bringToFront();
  await edit(second, "Oslo too. ");
  await kept(second, `Oslo too. ${OTHER}`);
  for (const [one, first] of [[r, WROTE + TITLE], [second, `Oslo too. ${lines(OTHER)[0]}`]]) {
    await one.page.reload();
    await one.done();
    assert.equal((await one.blocks())[0], first);
    assert.equal(await one.page.locator(".notice").count(), 0);
  }
  assert.equal((await texts(r.page)).length, 2);
  await second.page.close();
  await holding(bystander.page, 1);
  const third = await tab(r); // takes over what the second left
  await third.shows("Oslo too. ");
  await third.done();
  await third.page.reload();
  await third.shows("Oslo too. ");
  assert.equal((await texts(r.page)).length, 2);
  await third.page.close();
  await r.page.close();
  await holding(bystander.page, 0);
  const next = await tab(r);
  r.page = next.page;
  await next.shows("Oslo too. "); // written last
  assert.match(await next.told("Another text is kept on this device"), /“Warsaw wrote this\. .*” stood in a tab that was closed/);
  await next.press("Open it");
  await next.shows(WROTE + TITLE);
  await next.page.locator(".notice", { hasText: "Oslo too. " }).waitFor();
  await next.press("Remove it");
  await gone(next, next.page.locator(".notice"));
  assert.deepEqual(await texts(next.page), [WROTE + PASTE]);
  await next.page.reload();
  await next.shows(WROTE + TITLE);
}));

test("A tab is copied and both are edited: each keeps its own", visit(async (r) => {
  await r.read(PASTE);
  await kept(r, PASTE);
  const [page] = await Promise.all([r.profile.waitForEvent("page"), r.page.evaluate(() => { window.open("/"); })]); // a window that takes the tab's memory along
  const copy = new Reader(page, r.profile, r.site, r.t);
  await copy.shows(BODY[3]);
  await copy.done();
  await page.bringToFront();
  await edit(copy, "Copied. ");
  await kept(copy, `Copied. ${PASTE}`);
  await r.page.bringToFront();
  await edit(r);
  await kept(r, WROTE + PASTE);
  for (const [one, first] of [[r, WROTE], [copy, "Copied. "]]) {
    await one.page.reload();
    await one.shows(first);
  }
}));

test("The lid is closed for hours and the clocks jump while a long text is read: on return the same engine reads it to its end", visit({ open: false }, async (r) => {
  await r.page.clock.install();
  const model = r.page.waitForEvent("requestfinished", (request) => request.url().endsWith(".names")); // what is on its way while a debugger stands still may stay there
  await r.open();
  await r.engine();
  await r.page.locator("#paste").waitFor();
  await model;
  const send = await r.engineTools();
  await send("Debugger.enable");
  const text = long(600_000);
  await r.paste(text);
  await r.until(() => CSS.highlights.get("loc-new").size > 0);
  await send("Debugger.pause");
  await r.page.clock.fastForward("05:00:00");
  await r.page.clock.fastForward("05:00:00"); // asleep again, before the engine had said a word
  await r.page.clock.setSystemTime(new Date("2001-01-01"));
  await r.page.evaluate(() => {
    const { now } = performance;
    performance.now = () => now.call(performance) - 7_200_000;
  });
  await send("Debugger.resume");
  await r.done();
  assert.equal(await r.page.locator(".notice").count(), 0);
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(text, "Lisbon").toLocaleString("en"));
  await edit(r);
  await kept(r, WROTE + text);
}));

test("A tab is hidden or frozen in the midst of an edit: what was written is kept at once", visit(async (r) => {
  await r.read(PASTE);
  await r.page.evaluate(() => { // what is written is kept by nothing else meanwhile
    const { setTimeout } = window;
    window.setTimeout = (fn, ms, ...rest) => setTimeout(fn, ms === 250 ? 1e9 : ms, ...rest);
  });
  await edit(r);
  await r.page.evaluate(() => document.dispatchEvent(new Event("freeze")));
  await kept(r, WROTE + PASTE);
  await r.page.keyboard.insertText("Hidden. ");
  await r.page.evaluate(() => {
    Object.defineProperty(document, "hidden", { get: () => true, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    delete document.hidden;
  });
  await kept(r, `${WROTE}Hidden. ${PASTE}`);
  assert.equal(await r.page.locator("#editor").inputValue(), `${WROTE}Hidden. ${PASTE}`);
}));

test("A person goes to another page and comes back by the browser’s memory: text, edit and reading are as they were, and go on", async (t) => {
  const other = await chromium.launch({ ...CHROMIUM, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  try {
    await visit({ by: other, allow: PLAIN }, async (r) => {
      await r.read(PASTE);
      await edit(r);
      await r.page.evaluate(() => { window.same = true; });
      await r.page.goto(`${r.site}/notice.txt`);
      await r.page.goBack({ waitUntil: "commit" });
      await r.until(() => window.same);
      assert.equal(await r.page.locator("#editor").inputValue(), WROTE + PASTE);
      await r.page.keyboard.insertText("Back. ");
      await r.press("Done");
      await r.until(() => document.querySelector("#story h1")?.textContent.startsWith("Warsaw wrote this. Back. "));
      await r.done();
      await r.row("Warsaw").waitFor();
      const text = long(600_000);
      await r.paste(text);
      await r.until(() => document.querySelectorAll("#story p").length > 100);
      await r.page.goto(`${r.site}/notice.txt`); // in the midst of a reading
      await r.page.goBack({ waitUntil: "commit" });
      await r.until(() => window.same);
      await r.row("Lisbon").waitFor();
      assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(text, "Lisbon").toLocaleString("en"));
      assert.equal(await r.page.locator(".notice").count(), 0);
    })(t);
  } finally {
    await other.close();
  }
});
