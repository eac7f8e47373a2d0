// Words in context: the lines in which something stands, in what order, where in the article, and the way to the text and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, PASTE, count, long } from "./texts.mjs";

const flat = ARTICLE.replace(/\s+/g, " ");

// lines waits until there are so many lines, all with words, and gives each as [before, hit, after].
async function lines(r, n) {
  await r.until((n) => document.querySelectorAll("#lines li").length === n && document.querySelectorAll("#lines b").length === n, n);
  return r.panel.locator("#lines button").evaluateAll((all) => all.map((line) => [...line.children].map((e) => e.textContent)));
}

// here waits until the line at this place, from 0, is the current one, and no other.
function here(r, n) {
  return r.until((n) => {
    const all = [...document.querySelectorAll("#lines button")];
    return all.length > n && all.every((line, i) => (line.getAttribute("aria-current") === "true") === (i === n));
  }, n);
}

// strip is how many places the strip of the open row tells apart.
const strip = (r) => r.panel.locator(".strip .tick").evaluate((e) => e.getAttribute("d").split("M").length - 1);

async function order(r, by) {
  await r.button(by, r.panel.getByRole("group", { name: "Lines by" })).click();
  await r.panel.locator(".orders [aria-pressed=true]", { hasText: by }).waitFor();
}

// sight waits until the current place stands on the screen, clear of the header and of the sheet.
function sight(r) {
  return r.until(() => {
    const [at] = CSS.highlights.get("at");
    if (!at) return false;
    const range = document.createRange();
    range.setStart(at.startContainer, at.startOffset);
    range.setEnd(at.endContainer, at.endOffset);
    const { top, bottom } = range.getBoundingClientRect();
    const sheet = document.querySelector(".sheet-open .panel")?.getBoundingClientRect();
    return top > 52 && bottom < (sheet?.left === 0 ? sheet.top : innerHeight);
  });
}

const first = (s) => s.trim().split(" ")[0];
const last = (s) => s.trim().split(" ").at(-1);

test("A person picks a word, reads its lines in three orders, goes from a line to the text and steps on from there", visit(async (r) => {
  await r.read(PASTE);
  await r.turn("Keywords");
  await r.panel.getByRole("button", { name: /^farmers farmer 1 ?, 3 times$/ }).waitFor();
  await r.panel.evaluate((e) => e.style.setProperty("overflow-anchor", "none")); // as in Safari, which keeps no place by itself
  const rows = r.panel.locator(".bar-row"), low = rows.nth(8);
  await rows.nth(1).click();
  await r.panel.locator("#lines b").first().waitFor();
  await low.evaluate((e) => e.scrollIntoView({ block: "start" }));
  const { y: top } = await low.boundingBox();
  await low.click(); // above it a row closes
  await r.panel.locator(".bars > li:nth-child(9) #lines b").first().waitFor();
  await r.soon(async () => Math.abs((await low.boundingBox()).y - top) < 1, "the row to stay under the pointer");
  const farmers = r.panel.locator(".bar-row", { hasText: /^farmers/ });
  await farmers.click();
  await r.chosen("farmers", "1 of 3");
  const byPlace = await lines(r, count(ARTICLE, "farmer"));
  for (const line of byPlace) assert.ok(flat.includes(line.join("")), line.join("|"));
  assert.deepEqual(byPlace.map(([, hit, after]) => hit + after.slice(0, 6)), ["farmers on bo", "farmers in Sp", "farmer would"]);
  assert.equal(await strip(r), 3);
  await here(r, 0);
  for (const [by, key] of [["word after", (l) => first(l[2])], ["word before", (l) => last(l[0])]]) {
    await order(r, by);
    const want = byPlace.map(key).sort();
    await r.soon(async () => String((await lines(r, 3)).map(key)) === String(want), `the order ${want}`);
  }
  const at = (await lines(r, 3)).findIndex(([, , after]) => after.startsWith(" in Spain"));
  const place = (await farmers.boundingBox()).y;
  await r.panel.locator("#lines button").nth(at).click();
  await r.chosen("farmers", "2 of 3");
  await here(r, at);
  await sight(r);
  assert.deepEqual(await r.lit("at", 1), ["farmers"]);
  assert.equal((await farmers.boundingBox()).y, place, "the list has not moved");
  await r.page.keyboard.press("n"); // from the line, which has the keyboard
  await r.chosen("farmers", "3 of 3");
  await here(r, (await lines(r, 3)).findIndex(([, hit]) => hit === "farmer"));
  await r.page.keyboard.press("p");
  await r.chosen("farmers", "2 of 3");
  await r.panel.locator(".open dt", { hasText: "Forms" }).waitFor();
  await r.page.keyboard.press("Escape");
  await r.unchosen();
  await r.panel.locator("#lines").waitFor({ state: "detached" });
}));

test("A person looks for any word by a key, or for words selected in the text, and is told when there are none", visit(async (r) => {
  await r.read(PASTE);
  await r.page.keyboard.press("/");
  await r.page.locator("#anyword:focus").waitFor();
  await r.page.keyboard.type("yea");
  const likes = r.panel.locator(".likes");
  await likes.getByRole("button", { name: "years 4" }).waitFor();
  await r.page.keyboard.type("sterday");
  await likes.getByText("“yeasterday” does not stand in the article.").waitFor();
  await r.page.locator("#anyword").fill("in dry  YEARS");
  await r.page.keyboard.press("Enter");
  await r.chosen("in dry YEARS", `1 of ${count(ARTICLE, "in dry years")}`);
  assert.deepEqual((await lines(r, count(ARTICLE, "in dry years"))).map(([, hit]) => hit), ["in dry years", "in dry years"]);
  await sight(r);
  await r.page.keyboard.press("n"); // a letter in the box
  assert.equal(await r.page.locator("#anyword").inputValue(), "in dry  YEARSn");
  await r.turn("Who & where");
  await r.mark("the river", "the river");
  await r.page.keyboard.press("a");
  await r.chosen("the river");
  await r.page.locator("[role=tab][aria-selected=true]", { hasText: "Keywords" }).waitFor();
  const [line] = await lines(r, count(ARTICLE, "the river"));
  assert.ok(flat.includes(line.join("")));
}));

test("A person scrolls through the lines of a word that stands in thousands of places, by keyboard, and few of them are in the page", visit(async (r) => {
  const text = long(250_000), total = count(text, "Lisbon"), all = total.toLocaleString("en");
  await r.read(text);
  await r.page.keyboard.press("/");
  await r.page.locator("#anyword:focus").waitFor();
  await r.page.keyboard.type("Lisbon");
  await r.page.keyboard.press("Enter");
  await r.chosen("Lisbon", `1 of ${all}`);
  await lines(r, 8);
  await r.panel.getByRole("button", { name: `Show all ${all}` }).click();
  await r.until(() => document.querySelectorAll("#lines.all b").length > 12);
  await r.panel.locator("#lines button").first().focus();
  await r.page.keyboard.press("End");
  const end = r.panel.locator(`#lines li[aria-posinset="${total}"] button`);
  await r.until((total) => document.activeElement.closest("#lines li")?.getAttribute("aria-posinset") === String(total), total);
  assert.ok(await r.panel.locator("#lines li").count() < 40, "lines in the page");
  await r.page.keyboard.press("ArrowUp");
  await r.page.keyboard.press("ArrowDown");
  await r.page.keyboard.press("Enter");
  await r.chosen("Lisbon", `${all} of ${all}`);
  assert.equal(await end.getAttribute("aria-current"), "true");
  await sight(r);
  assert.ok(await strip(r) <= 401);
  await r.panel.getByRole("button", { name: "Show fewer" }).click();
  await r.until((total) => document.querySelector("#lines [aria-current=true]")?.parentNode.getAttribute("aria-posinset") === String(total), total);
  assert.ok(await r.panel.locator("#lines li").count() <= 8);
}));

test("A person on a phone reads a phrase in context, what a name stands with, lines from right to left, and the same in a frame", visit({ viewport: { width: 390, height: 844 } }, async (r) => {
  await r.read(PASTE);
  await r.turn("Keywords");
  const chip = r.panel.getByRole("region", { name: "Phrases" }).locator(".chip", { hasText: /^Maria Santos/ });
  await chip.click();
  await r.chosen("Maria Santos", "1 of 2");
  await lines(r, 2);
  await r.panel.locator("#lines button").nth(1).click();
  await r.chosen("Maria Santos", "2 of 2");
  await sight(r);
  await r.panel.locator(".under .links button", { hasText: "Maria Santos" }).click(); // the phrase is a name
  await r.page.locator("[role=tab][aria-selected=true]", { hasText: "Who & where" }).waitFor();
  await lines(r, 3);
  const both = r.panel.locator(".open .links button[title]").first();
  const name = await both.locator("span").textContent();
  await both.click();
  await r.until((name) => document.querySelector(".chosen .what span")?.textContent === `Maria Santos with ${name}`, name);
  for (const sentence of [...await r.lit("at", 1), ...await r.painted("on")]) {
    assert.ok(sentence.includes("Santos") && BODY.some((p) => p.includes(sentence)), sentence);
  }
  await both.click();
  await r.chosen("Maria Santos", "1 of 3");
  await r.read("מים\n\nהממשלה החליטה על מים. בנהר NATO אין מים רבים, אמר השר.\n\nA café\u0301 and קפה, cafe\u0301s too.");
  await r.turn("Keywords");
  await r.page.locator("#anyword").fill("מים");
  await r.page.keyboard.press("Enter");
  const [, line] = await lines(r, 3);
  assert.ok(line[2].startsWith(".") && line[0].endsWith("על "), line.join("|"));
  assert.equal(await r.panel.locator("#lines [dir=rtl]").count(), 3);
  await r.open(`/embed#${new URLSearchParams({ text: ARTICLE })}`);
  await r.row("Maria Santos").click();
  await lines(r, 3);
  await r.panel.locator("#lines button").nth(2).click();
  await r.chosen("Maria Santos", "3 of 3");
  await here(r, 2);
}));
