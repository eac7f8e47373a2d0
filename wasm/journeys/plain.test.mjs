// Browsers that lack something, robots and printers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, BYLINE, PASTE, TITLE, count } from "./texts.mjs";

test("A browser without WebAssembly says so, and the text that is pasted is still shown and kept", visit({ init: () => { delete globalThis.WebAssembly; }, allow: [/no WebAssembly/] }, async (r) => {
  const box = r.page.getByRole("alert");
  await box.getByRole("heading", { name: "Gloss could not start" }).waitFor();
  assert.match(await box.innerText(), /This browser has no WebAssembly/);
  await r.paste(PASTE);
  await r.shows(BODY[2]);
}));

test("A browser without JavaScript shows the page and says what is needed", visit({ javaScriptEnabled: false }, async (r) => {
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
  const said = await r.page.locator("noscript").innerText();
  assert.match(said, /needs JavaScript/);
  assert.equal(await r.page.locator("noscript .notice").isVisible(), true);
  await r.page.getByText("Nothing leaves this device.").first().waitFor();
}));

test("A robot gets the page as it was built, without the program", visit({ userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", open: false }, async (r) => {
  const asked = [];
  r.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await r.page.goto(r.site, { waitUntil: "networkidle" });
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
  assert.equal(r.page.workers().length, 0);
  assert.deepEqual(asked.filter((p) => /wasm_exec|worker\.js/.test(p)), []);
  assert.equal(await r.page.evaluate(() => typeof globalThis.Go), "undefined");
}));

test("A person prints what was read, and the names are marked on paper", visit(async (r) => {
  await r.read(PASTE);
  const lit = await r.painted("loc-new");
  await r.page.emulateMedia({ media: "print" });
  await r.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const marks = await r.page.$$eval("#story mark", (all) => all.map((m) => ({ words: m.textContent, line: getComputedStyle(m).textDecorationLine })));
  for (const name of lit) assert.ok(marks.some((m) => m.words === name && m.line === "underline"), `${name} in ${JSON.stringify(marks)}`);
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  const notes = await r.page.$$eval("#story small.note", (all) => all.map((e) => [getComputedStyle(e, "::before").content, e.getBoundingClientRect().right <= e.parentNode.getBoundingClientRect().left]));
  assert.deepEqual(notes, [["\"Maria Santos said\"", true]], "who speaks stands in the margin of the paper");
  assert.equal(await r.page.locator(".bar").isVisible(), false);
  for (const head of ["People", "Words, counted by stem", "Who is quoted, and how much", "Same story", "Dates and amounts"]) await r.page.locator(".paper").getByRole("heading", { name: head, exact: true }).waitFor();
  assert.equal((await r.page.pdf()).subarray(0, 4).toString(), "%PDF");
  await r.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await r.page.emulateMedia({ media: "screen" });
  assert.equal(await r.page.locator("#story :is(mark, small)").count(), 0);
  assert.deepEqual((await r.painted("loc-new")).sort(), lit.sort());
  await r.row("Lisbon").click();
  await r.chosen("Lisbon", `1 of ${count(ARTICLE, "Lisbon")}`);
  assert.deepEqual(await r.lit("at", 1), ["Lisbon"]);
}));

test("A person on a phone opens and shuts the sheet, and a name touched in the text is shown without covering it", visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (r) => {
  await r.read(PASTE);
  assert.equal(await r.row("Lisbon").isVisible(), false);
  await r.tab("Who & where").tap();
  await r.row("Lisbon").tap();
  await r.chosen("Lisbon", `1 of ${count(ARTICLE, "Lisbon")}`);
  await r.button("Open or close the instruments").tap();
  await r.page.locator(".shell:not(.sheet-open)").waitFor();
  await r.press("Next mention");
  await r.chosen("Lisbon", `2 of ${count(ARTICLE, "Lisbon")}`);
  await r.press("Clear selection");
  await r.unchosen();
  const { x, y } = await r.place("Madrid");
  await r.page.touchscreen.tap(x, y);
  await r.chosen("Madrid", `1 of ${count(ARTICLE, "Madrid")}`);
  assert.equal(await r.page.locator(".sheet-open").count(), 0);
  assert.equal(await r.page.evaluate(() => document.documentElement.scrollWidth), 390);
  await r.press("Edit, export and clear");
  await r.press("Clear text and draft");
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
}));

test("An unknown address says so and leads to the start page", visit({ path: "/nothing/here", allow: [/404/] }, async (r) => {
  await r.page.getByRole("heading", { name: "There is no such page" }).waitFor();
  await r.page.getByRole("link", { name: "Go to it" }).click();
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
  await r.read(PASTE);
}));
