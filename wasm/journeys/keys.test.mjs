// By keyboard alone, and by ear.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { ARTICLE, OTHER, PASTE, count } from "./texts.mjs";

const focused = (r) => r.page.evaluate(() => {
  const e = document.activeElement;
  return e.id || e.getAttribute("aria-label") || e.textContent.trim() || e.tagName;
});

// stops are what the Tab key goes to, from the top of the page to its end.
async function stops(r, most = 80) {
  const all = [];
  await r.page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  for (let i = 0; i < most; i++) {
    await r.page.keyboard.press("Tab");
    const at = await focused(r);
    if (at === "BODY" || (all.length > 3 && at === all[0])) break;
    all.push(at);
  }
  return all;
}

test("A person tabs through a read page: the text is one stop, the tabs are one, and the order is that of the eye", visit(async (r) => {
  await r.read(PASTE);
  const all = await stops(r);
  const at = (name) => all.indexOf(name);
  assert.equal(all.filter((s) => s === "story").length, 1);
  assert.equal(all.filter((s) => s.startsWith("t-")).length, 1);
  const order = ["Skip to the article", "Gloss, start page", "Paste", "Edit", "Clear", "Text and theme", "story", "They are text", "t-who"].map(at);
  assert.ok(order.every((n, i) => n >= 0 && (i === 0 || n > order[i - 1])), `${order} in ${JSON.stringify(all)}`);
  assert.ok(all.some((s) => s.startsWith("Places")), "the legend is reached");
  assert.ok(all.some((s) => s.startsWith("Lisbon")), "a row is reached");
}));

test("A person goes from mark to mark by arrow keys, hears what each is, and opens one with Enter", visit(async (r) => {
  await r.read(PASTE);
  await r.page.locator("#story").focus();
  await r.page.keyboard.press("Home");
  await r.says(`Place, Portugal, 1 of ${count(ARTICLE, "Portugal")}`);
  await r.page.locator(".ring:visible").waitFor();
  const ring = () => r.page.evaluate(() => {
    const a = document.querySelector(".ring").getBoundingClientRect();
    return document.elementsFromPoint(a.left + a.width / 2, a.top + a.height / 2).some((e) => e.id === "story") && [Math.round(a.left), Math.round(a.top)].join();
  });
  const first = await ring();
  await r.page.keyboard.press("ArrowRight");
  await r.says(`Place, Spain, 1 of ${count(ARTICLE, "Spain")}`);
  assert.notEqual(await ring(), first);
  for (let i = 0; i < 40 && !/^Person, Maria Santos/.test(await heard(r)); i++) {
    const before = await heard(r);
    await r.page.keyboard.press("ArrowDown");
    await r.until((before) => document.getElementById("live").textContent !== before, before);
  }
  assert.equal(await heard(r), "Person, Maria Santos, 1 of 3");
  await r.page.keyboard.press("ArrowUp");
  await r.until(() => !document.getElementById("live").textContent.startsWith("Person, Maria Santos"));
  await r.page.keyboard.press("ArrowDown");
  await r.says("Person, Maria Santos, 1 of 3");
  await r.page.keyboard.press("Enter");
  await r.chosen("Maria Santos", "1 of 3");
  assert.equal(await r.row("Maria Santos").getAttribute("aria-expanded"), "true");
  await r.page.keyboard.press("n");
  await r.chosen("Maria Santos", "2 of 3");
  await r.page.keyboard.press("Escape");
  await r.unchosen();
  assert.equal(await focused(r), "story");
}));

const heard = (r) => r.page.locator("#live").textContent();

test("A person leaves out a switched-off type when going by arrow keys", visit(async (r) => {
  await r.read(PASTE);
  await r.page.locator(".legend .loc").click();
  await r.page.locator(".legend .loc[aria-pressed=false]").waitFor();
  await r.page.locator("#story").focus();
  const seen = [];
  await r.page.keyboard.press("Home");
  for (let i = 0; i < 6; i++) {
    await r.until((seen) => !seen.includes(document.getElementById("live").textContent), [...seen, ""]);
    seen.push(await heard(r));
    await r.page.keyboard.press("ArrowRight");
  }
  assert.ok(seen.slice(1).every((s) => !s.startsWith("Place")), JSON.stringify(seen));
}));

test("A person turns the tabs by arrow keys, Home, End and figures", visit(async (r) => {
  await r.read(PASTE);
  await r.tab("Who & where").focus();
  for (const [key, tab] of [["ArrowRight", "Keywords"], ["ArrowRight", "Quotes"], ["ArrowRight", "Headlines"], ["End", "Numbers"], ["ArrowRight", "Who & where"], ["ArrowLeft", "Numbers"], ["Home", "Who & where"]]) {
    await r.page.keyboard.press(key);
    await r.page.locator("[role=tab][aria-selected=true]:focus", { hasText: tab }).waitFor();
    assert.equal(await r.page.locator("[role=tabpanel]").getAttribute("aria-labelledby"), await r.tab(tab).getAttribute("id"));
  }
  await r.page.locator("#story").focus();
  for (const [key, tab] of [["2", "Keywords"], ["3", "Quotes"], ["4", "Headlines"], ["5", "Numbers"], ["1", "Who & where"]]) {
    await r.page.keyboard.press(key);
    await r.page.locator("[role=tab][aria-selected=true]", { hasText: tab }).waitFor();
  }
}));

test("A person opens, reads and leaves each window by keyboard, and is back where they were", visit(async (r) => {
  await r.read(PASTE);
  await r.page.locator("#story").focus();
  await r.page.keyboard.press("?");
  await r.page.getByRole("dialog", { name: "Keys" }).waitFor();
  await r.page.keyboard.press("Escape");
  await r.page.locator("dialog[open]").waitFor({ state: "detached" });
  assert.equal(await focused(r), "story");
  await r.button("Export").focus();
  await r.page.keyboard.press("Enter");
  await r.page.getByRole("dialog", { name: "Export" }).waitFor();
  await r.page.keyboard.press("n"); // no key of the page behind it
  await r.page.keyboard.press("Escape");
  await r.page.locator("dialog[open]").waitFor({ state: "detached" });
  assert.equal(await focused(r), "Export");
}));

test("A person reads the sample, opens a name and clears the text with no mouse at all", visit(async (r) => {
  await r.engine();
  for (let i = 0; i < 12 && await focused(r) !== "Try a sample"; i++) await r.page.keyboard.press("Tab");
  await r.page.keyboard.press("Enter");
  await r.done();
  for (let i = 0; i < 60 && !(await focused(r)).startsWith("Barack Obama"); i++) await r.page.keyboard.press("Tab");
  await r.page.keyboard.press("Enter");
  await r.page.locator(".chosen:visible", { hasText: "Barack Obama" }).waitFor();
  await r.page.keyboard.press("n");
  await r.page.locator(".chosen:visible", { hasText: "2 of" }).waitFor();
  await r.button("Clear").focus();
  await r.page.keyboard.press("Enter");
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
}));

test("A person skips to the article by the first link", visit(async (r) => {
  await r.read(PASTE);
  await r.page.evaluate(() => document.activeElement.blur());
  await r.page.keyboard.press("Tab");
  await r.page.keyboard.press("Enter");
  await r.page.keyboard.press("Home");
  await r.until(() => document.getElementById("live").textContent.startsWith("Place, Portugal"));
}));

test("A screen reader is told when a text was read, and when something was refused", visit(async (r) => {
  await r.read(OTHER);
  await r.until(() => /^\d+ words, \d+ names\.$/.test(document.getElementById("live").textContent));
  await r.paste("  ");
  await r.page.getByRole("alert").getByText("There is nothing to read").waitFor();
}));
