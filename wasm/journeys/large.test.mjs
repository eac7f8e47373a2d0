// Large texts: the page never stands still, says how far it is, and can be stopped; too large ones are refused.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { held } from "./held.mjs";
import { browser, visit } from "./visit.mjs";
import { ARTICLE, BODY, BYLINE, OTHER, PASTE, TITLE, count, long } from "./texts.mjs";

const MB = 1_000_000;
const GAP = 100; // ms
const ONE = long(MB);

const folder = mkdtempSync(path.join(tmpdir(), "gloss-large-"));
after(() => rmSync(folder, { recursive: true }));

// ticks notes, in the page, how long the thread was gone between two ticks since the last paste event.
function ticks() {
  const seen = { gap: 0, key: 0, event: 0 };
  globalThis.ticks = seen;
  let last = performance.now();
  const tick = () => {
    const now = performance.now();
    seen.gap = Math.max(seen.gap, now - last);
    last = now;
    setTimeout(tick, 1);
  };
  tick();
  addEventListener("keydown", () => { seen.key = performance.now(); }, true);
  addEventListener("paste", () => {
    last = performance.now();
    Object.assign(seen, { gap: 0, event: last - seen.key });
    performance.mark("journey-paste");
  }, true);
}

// sayings notes, in the page, all that the box on the work under way says: it may be gone before it is looked for.
function sayings() {
  globalThis.sayings = [];
  new MutationObserver(() => {
    const says = document.querySelector(".work p")?.textContent;
    const done = Number(document.querySelector(".work [role=progressbar]")?.getAttribute("aria-valuenow"));
    if (says && says !== globalThis.sayings.at(-1)?.says) globalThis.sayings.push({ says, done });
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

// progressed asserts that the page said how far it was, and that it was ever further.
async function progressed(r, head) {
  const said = await r.page.evaluate(() => globalThis.sayings);
  const steps = said.filter(({ says }) => /paragraph [\d,]+ of [\d,]+/.test(says));
  assert.ok(said.every(({ says }) => says.startsWith(head)), JSON.stringify(said));
  assert.ok(steps.length >= 2, JSON.stringify(said));
  assert.ok(steps.every(({ done }, i) => i === 0 || done >= steps[i - 1].done), JSON.stringify(said));
}

// longest gives the longest task of the page's main thread since the paste event by a trace, in ms of the processor's time: what the thread
// itself took, whatever else the machine was doing.
function longest(trace) {
  const { traceEvents } = JSON.parse(trace);
  const { pid, tid, ts } = traceEvents.find((e) => e.name === "journey-paste");
  const own = traceEvents.filter((e) => e.pid === pid && e.tid === tid && e.ph === "X" && e.name.endsWith("RunTask") && e.ts + e.dur >= ts);
  assert.ok(own.length > 10, "the trace has the page's tasks");
  return Math.max(...own.map((e) => e.tdur ?? e.dur)) / 1000;
}

test("A person pastes 1 MB with Ctrl+V and from then on the page never stands still for 100 ms, while it says how far it is", visit(async (r, t) => {
  await r.engine();
  await r.page.evaluate(ticks);
  await r.page.evaluate(sayings);
  await r.copy(ONE);
  await browser.startTracing(r.page, { categories: ["toplevel", "blink.user_timing"] });
  await r.page.keyboard.press("Control+V");
  await r.done();
  await progressed(r, "Reading 1.0 MB");
  const { gap, event } = await r.page.evaluate(() => globalThis.ticks);
  const task = longest(await browser.stopTracing());
  t.diagnostic(`the longest gap was ${Math.round(gap)} ms by the clock, the longest task ${Math.round(task)} ms of the processor; ${Math.round(event)} ms went by before the event`);
  // A gap of another program's making shows in the clock alone.
  assert.ok(gap <= GAP || task <= GAP, `the page stood still for ${Math.round(gap)} ms, ${Math.round(task)} ms of them at its own work`);
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(ONE, "Lisbon").toLocaleString("en"));
  assert.equal(await r.page.locator(".work").count(), 0);
}));

test("A person stops the reading of a long text, keeps the marks found so far, and goes on to the end", visit({ init: held }, async (r) => {
  await r.engine();
  await r.paste(ONE);
  await r.until(() => CSS.highlights.get("loc-new").size + CSS.highlights.get("loc-again").size > 0);
  await r.press("Cancel");
  await r.page.locator(".work", { hasText: "Stopped" }).waitFor();
  assert.match(await r.page.locator(".work").innerText(), /[\d,]+ paragraphs are marked, the rest is plain/);
  assert.ok([...await r.painted("loc-new"), ...await r.painted("loc-again")].includes("Lisbon"));
  await r.page.locator("#instrument", { hasText: "Stopped" }).waitFor();
  await r.page.evaluate(() => { window.held = false; });
  await r.press("Go on");
  await r.done();
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(ONE, "Lisbon").toLocaleString("en"));
}));

test("A person steps through a long text to its last mention and comes back to the first", visit(async (r) => {
  await r.read(long(200_000));
  const total = count(long(200_000), "Lisbon").toLocaleString("en");
  await r.row("Lisbon").click();
  await r.chosen("Lisbon", `1 of ${total}`);
  await r.press("Previous mention");
  await r.chosen("Lisbon", `${total} of ${total}`);
  const last = `note ${long(200_000).match(/note (\d+) of the record kept in Lisbon\.$/)[1]} `;
  await r.until((words) => [...document.querySelectorAll("#story p")].some((p) => p.textContent.includes(words) && p.getBoundingClientRect().top < innerHeight && p.getBoundingClientRect().bottom > 0), last);
  await r.press("Next mention");
  await r.until(() => scrollY < 400);
}));

test("A person pastes 5 MB, sees how far it is, and reads it", visit(async (r) => {
  const text = long(5 * MB);
  await r.engine();
  await r.page.evaluate(sayings);
  await r.paste(text);
  await r.shows("This is note 1000 of");
  await r.page.locator("#instrument .row").first().waitFor({ timeout: 120_000 });
  await progressed(r, "Reading 5.0 MB");
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(text, "Lisbon").toLocaleString("en"));
}));

test("A person pastes more than 20 MB and is told the limit, and the text that was there is kept", visit(async (r) => {
  await r.read(PASTE);
  const huge = "Lisbon is a city. ".repeat(20.5 * MB / 18);
  await r.paste(huge);
  assert.match(await r.told("This is more than 20 MB"), /20\.5 MB.*up to 20 MB.*kept/);
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), String(count(ARTICLE, "Lisbon")));
  await r.press("Close");
  const file = path.join(folder, "huge.txt");
  writeFileSync(file, huge);
  await r.drop(file);
  assert.match(await r.told("This is more than 20 MB"), /20\.5 MB/);
  await r.paste(OTHER);
  await r.row("Karin Lindberg").waitFor();
  assert.equal(await r.page.locator(".notice").count(), 0);
}));

test("A person pastes one line of 1 MB and reads it", visit(async (r, t) => {
  await r.engine();
  const line = ONE.replaceAll("\n\n", " ");
  await r.page.evaluate(ticks);
  await r.paste(line);
  await r.done();
  t.diagnostic(`the longest gap was ${Math.round(await r.page.evaluate(() => globalThis.ticks.gap))} ms by the clock`);
  assert.equal((await r.blocks()).join(""), line);
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), count(line, "Lisbon").toLocaleString("en"));
}));

test("A person pastes a million blank lines around a sentence and reads the sentence", visit(async (r) => {
  await r.engine();
  await r.paste(`${"\n".repeat(500_000)}Angela Merkel went to Paris on Monday, and she came back on the same day.${"\n".repeat(500_000)}`);
  await r.done();
  assert.deepEqual(await r.blocks(), ["Angela Merkel went to Paris on Monday, and she came back on the same day."]);
}));
