// Names of the reader's own: the box for them, and the quick ways into it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader } from "./reader.mjs";
import { visit } from "./visit.mjs";
import { ARTICLE, PASTE, count } from "./texts.mjs";

const TYPES = ["per", "loc", "org", "norp", "event", "misc"];

// open opens the box, and gives its dialog.
async function open(r) {
  await r.press("Text and theme");
  await r.press("Your own names");
  const box = r.page.getByRole("dialog", { name: "Your own names" });
  await box.waitFor();
  return box;
}

const written = (r) => r.page.locator("#names").inputValue();
const done = (r, box) => r.button("Done", box).click();
const gone = (r, name) => r.soon(async () => await r.row(name).count() === 0, `${name} to go from the list`);

// marked is all names that are marked, whatever their type.
async function marked(r) {
  const all = [];
  for (const type of TYPES) all.push(...await r.painted(`${type}-new`), ...await r.painted(`${type}-again`));
  return all;
}

const MINE = "Tagus, organisation, Tagus River Board\nharvest\tevent\nFarmers Union\nMadrid, firm\n!Alcántara\nriver, other\n";

test("A person writes names of their own: they are used at once, the lines that are wrong are named, and they are there after a reload and in other tabs", visit(async (r) => {
  await r.read(PASTE);
  await r.page.setViewportSize({ width: 1230, height: 600 }); // here seven types need two lines
  await r.row("Maria Santos").click();
  await r.button("Next mention").click();
  await r.chosen("Maria Santos", "2 of 3");
  await r.page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const place = () => r.page.evaluate(() => [...document.querySelectorAll("#story :is(h1, p)")].map((e) => e.getBoundingClientRect().top));
  const before = await place();
  let box = await open(r);
  await box.getByText("There are none yet.").waitFor();
  await r.page.locator("#names").fill(MINE);
  await box.getByText("4 lines are used, 2 are not:").waitFor();
  assert.deepEqual(await box.locator(".wrong li").allTextContents(), [
    "Line 3 \"Farmers Union\" has no type; write a comma and its type behind it (person, place, organisation, group, event, other)",
    "Line 4 \"firm\" is no type (person, place, organisation, group, event, other)",
  ]);
  await r.button("Line 4", box).click();
  assert.equal(await r.page.evaluate(() => getSelection().toString()), "Madrid, firm");
  await done(r, box);
  const used = async () => {
    await r.row("Tagus River Board").waitFor();
    assert.equal(await r.row("Tagus River Board").locator(".count").textContent(), String(count(ARTICLE, "Tagus")));
    await r.row("harvest").waitFor();
    const names = await marked(r);
    assert.ok(names.includes("harvest") && !names.includes("Alcántara"), `marked are ${names}`);
  };
  await used();
  await r.chosen("Maria Santos", "2 of 3");
  assert.equal(await r.page.locator(".legend button").count(), 7);
  assert.deepEqual(await place(), before, "the key to the marks has a line more, and the text stands where it stood");

  await r.page.reload();
  await r.done();
  await used();
  box = await open(r);
  assert.equal(await written(r), MINE);
  await done(r, box);

  const page = await r.profile.newPage(), other = new Reader(page, r.profile, r.site, r.t);
  await other.open();
  await other.row("Tagus River Board").waitFor();
  box = await open(other);
  await other.press("Remove all");
  await box.getByText("All were removed.").waitFor();
  await r.row("Tagus").waitFor(); // in the tab that is not looked at
  await gone(r, "Tagus River Board");
  await other.press("Bring them back");
  await r.row("Tagus River Board").waitFor();
}));

test("A person says of a selected name that it is something else, or none: it is so at once, and stands in the box, where it can be taken back", visit(async (r) => {
  await r.read(PASTE);
  await r.row("Spain").click();
  await r.button("Never mark this", r.panel).click();
  await gone(r, "Spain");
  await r.unchosen();
  assert.ok(!(await marked(r)).includes("Spain"));
  assert.equal(await r.page.evaluate(() => document.activeElement.id), "instrument", "the keyboard is still in the list");
  await r.page.locator(".toast").getByText("“Spain” is never marked from now on.").waitFor();
  await r.row("Lisbon").click();
  await r.button("Mark as person", r.panel).click();
  await r.page.locator("#instrument li.per", { hasText: "Lisbon" }).waitFor();
  await r.chosen("Lisbon", "1 of 3");
  assert.deepEqual([...new Set([...await r.painted("per-new"), ...await r.painted("per-again")])].filter((w) => w === "Lisbon"), ["Lisbon"]);
  await r.button("Mark as event", r.panel).click();
  await r.page.locator("#instrument li.event", { hasText: "Lisbon" }).waitFor();
  await r.row("Maria Santos").click();
  await r.button("Mark as organisation", r.panel).click();
  await r.page.locator("#instrument li.org", { hasText: "Maria Santos" }).waitFor();

  await r.page.locator(".toast").getByRole("button", { name: "Your names" }).click();
  const box = r.page.getByRole("dialog", { name: "Your own names" });
  await box.getByText("4 lines are used.").waitFor();
  assert.equal(await written(r), "!Spain\nLisbon, event\nMaria Santos, organisation\nSantos, organisation, Maria Santos\n");
  await r.page.locator("#names").fill("Lisbon, event\n");
  await done(r, box);
  await r.row("Spain").waitFor();
  await r.page.locator("#instrument li.per", { hasText: "Maria Santos" }).waitFor();
}));

function silent() { IDBFactory.prototype.open = () => ({}); }

test("Where the browser keeps nothing, names of one’s own hold until the page is closed, and it is said in the box", visit({ init: silent }, async (r) => {
  await r.read(PASTE);
  const box = await open(r);
  await r.page.locator("#names").fill("!Spain");
  await box.getByText("This browser keeps nothing here: they last until the page is closed.").waitFor();
  await box.getByText("1 line is used.").waitFor();
  await done(r, box);
  await gone(r, "Spain");
  await r.row("Portugal").click();
  await r.button("Never mark this", r.panel).click();
  await gone(r, "Portugal");
  await r.page.reload();
  await r.done();
  await r.row("Spain").waitFor();
}));
