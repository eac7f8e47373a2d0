// Taking results along: the report and its lists as files and on the clipboard, and the text itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, HEADLINES, PASTE, TITLE, count } from "./texts.mjs";

const old = () => {
  delete CSS.highlights;
  delete globalThis.Highlight;
};

test("A person saves the report, and every place in it is a place in the pasted text", visit(async (r) => {
  const text = `👍🏽 ${PASTE}`; // offsets in bytes, in characters and in UTF-16 units all differ after this
  await r.read(text);
  await r.press("Export");
  const { name, text: json } = await r.saved("Save Report");
  assert.equal(name, "gloss-report.json");
  const report = JSON.parse(json);
  assert.equal(report.version, 1);
  assert.equal(report.offsets, "utf16");
  assert.equal(report.language, "en");
  const at = ({ start, end }) => text.slice(start, end);
  assert.equal(at(report.article.title), report.article.title.text);
  assert.equal(text.slice(report.article.start, report.article.end).endsWith(BODY.at(-1)), true);
  assert.ok(report.entities.length > 5);
  for (const e of report.entities) {
    assert.equal(e.mentions.length, e.count, e.name);
    for (const m of e.mentions) assert.equal(at(m), m.text, e.name);
  }
  assert.equal(report.entities.find((e) => e.name === "Lisbon").count, count(ARTICLE, "Lisbon"));
  for (const k of report.keywords) {
    assert.equal(k.spans.length, k.count, k.form);
    const forms = new Set(k.forms.map((f) => f.form.toLowerCase()));
    for (const [start, end] of k.spans) assert.ok(forms.has(text.slice(start, end).toLowerCase()), `${k.form} at ${start}`);
  }
  for (const p of report.phrases) assert.equal(p.spans.length, p.count, p.text);
  for (const q of report.quotes) assert.equal(at(q), q.text);
  assert.deepEqual(report.headlines.map((h) => h.title).sort(), [...HEADLINES].sort());
  for (const h of report.headlines) {
    assert.equal(at(h), h.title);
    assert.ok(["related", "theme", "none"].includes(h.level));
    for (const reason of h.reasons) for (const [start, end] of reason.spans) assert.ok(start < end && end <= report.article.end);
  }
  for (const list of ["entities", "keywords", "phrases", "quotes", "headlines", "notices"]) assert.ok(Array.isArray(report[list]), list);
}));

const LISTS = [
  ["Names", "gloss-names.csv", "Lisbon"], ["Keywords", "gloss-keywords.csv", "farmers"], ["Phrases", "gloss-phrases.csv", "Maria Santos"],
  ["Dates and amounts", "gloss-dates-and-amounts.csv", "27 percent"], ["Headlines", "gloss-headlines.csv", HEADLINES[0]],
];

test("A person saves each list as a table", visit(async (r) => {
  await r.read(PASTE);
  await r.press("Export");
  for (const [list, file, word] of LISTS) {
    const { name, text } = await r.saved(`Save ${list}`);
    assert.equal(name, file);
    const lines = text.trimEnd().split(/\r?\n/);
    const columns = lines[0].split(",").length;
    assert.ok(columns >= 3 && lines.length >= 2, lines[0]);
    assert.ok(lines.some((line) => line.includes(word)), `${file} has ${word}`);
  }
}));

test("A person copies the report and a list, and the clipboard holds them", visit(async (r) => {
  await r.read(PASTE);
  await r.press("Export");
  await r.press("Copy Names");
  await r.page.getByText("Copied to the clipboard.").waitFor();
  assert.match(await r.clipboard(), /Lisbon/);
  await r.press("Copy Report");
  await r.until(async () => (await navigator.clipboard.readText()).startsWith("{"));
  assert.equal(JSON.parse(await r.clipboard()).entities.some((e) => e.name === "Lisbon"), true);
}));

test("A person saves a list after the choice on the headlines was changed, and it is of the new reading", visit(async (r) => {
  await r.read(PASTE);
  await r.press("They are text");
  await r.page.locator(".tail").getByText("The whole paste is read as text.").waitFor();
  await r.turn("Headlines");
  await r.panel.getByText("No headlines yet").waitFor();
  await r.press("Export");
  const report = JSON.parse((await r.saved("Save Report")).text);
  assert.deepEqual(report.headlines, []);
}));

for (const [init, browser] of [[undefined, ""], [old, " in a browser without highlights"]]) {
  test(`A person copies from the text and gets just the characters that were pasted${browser}`, visit({ init }, async (r) => {
    const text = PASTE.replaceAll("\n\n", "\r\n \r\n").replace("the water", "the\u00a0 water").replace("Spain agreed", "Spain \t  agreed");
    await r.read(text);
    await r.row("Lisbon").click();
    await r.chosen("Lisbon", `1 of ${count(ARTICLE, "Lisbon")}`);
    await r.page.locator("#story").focus();
    await r.page.keyboard.press("ArrowRight");
    await r.mark("agreed on", "environment minister");
    await r.page.keyboard.press("Control+C");
    assert.equal(await r.clipboard(), text.slice(text.indexOf("agreed on"), text.indexOf("environment minister") + "environment minister".length));
    await r.mark(TITLE.slice(0, 8), "in wet years too.");
    await r.page.keyboard.press("Control+C");
    assert.equal(await r.clipboard(), text.slice(0, text.indexOf("in wet years too.") + "in wet years too.".length));
  }));
}

test("A person marks a piece of the text with the mouse, and nothing is opened by it", visit(async (r) => {
  await r.read(PASTE);
  const from = await r.place("farmers"), to = await r.place("Lisbon", 1);
  await r.page.mouse.move(from.x, from.y);
  await r.page.mouse.down();
  await r.page.mouse.move(to.x, to.y, { steps: 4 });
  await r.page.mouse.up();
  await r.page.keyboard.press("Control+C");
  const copied = await r.clipboard();
  assert.ok(copied.length > 20 && PASTE.includes(copied), copied);
  assert.equal(await r.page.locator(".chosen:visible").count(), 0);
}));
