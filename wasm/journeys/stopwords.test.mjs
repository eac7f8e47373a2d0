// Stop words of the reader's own: the box for them, and the quick way into it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Reader } from "./reader.mjs";
import { visit } from "./visit.mjs";
import { PASTE } from "./texts.mjs";

// open opens the box, and gives its dialog.
async function open(r) {
  await r.press("Text and theme");
  await r.press("Your own stop words");
  const box = r.page.getByRole("dialog", { name: "Your own stop words" });
  await box.waitFor();
  return box;
}

const written = (r) => r.page.locator("#stops").inputValue();
const done = (r, box) => r.button("Done", box).click();
const gone = (r, word) => r.soon(async () => await r.row(word).count() === 0, `${word} to go from the list`);
const listed = (box) => box.locator(".stops li > span").allTextContents();

test("A person has a word never counted, and writes stop words of their own: they hold at once, wrong lines are named, each can be taken out, and they are there after a reload and in other tabs", visit(async (r) => {
  await r.read(PASTE);
  await r.turn("Keywords");
  await r.row("agreement").waitFor();
  await r.row("river").click();
  await r.chosen("river", "1 of 2");
  const place = () => r.page.$$eval("#story :is(h1, p)", (all) => all.map((e) => e.getBoundingClientRect().top));
  const before = await place();
  await r.button("Never count this word", r.panel).click();
  await gone(r, "river");
  await r.unchosen();
  await r.page.locator(".toast", { hasText: "“river” is no longer counted." }).getByRole("button", { name: "Your stop words" }).click();
  let box = r.page.getByRole("dialog", { name: "Your own stop words" });
  await box.getByText("1 line is used.").waitFor();
  assert.deepEqual(await listed(box), ["river not counted"]);
  assert.equal(await written(r), "[en]\n+river\n");
  await r.button("Remove river", box).click();
  await box.getByText("There are none yet.").waitFor();
  assert.equal(await written(r), "");
  await done(r, box);
  await r.row("river").click();
  await r.chosen("river", "1 of 2");
  await r.button("Stop words", r.panel).click();
  await box.waitFor();
  const mine = "+agreement\n+two words\n[fr]\n+maison\n[en]\n-who\nfarmers\n";
  await r.page.locator("#stops").fill(mine);
  await box.getByText("3 lines are used, 2 are not:").waitFor();
  assert.deepEqual((await box.locator(".wrong li").allTextContents()).map((line) => line.slice(0, 7)), ["Line 2 ", "Line 7 "]);
  await r.button("Line 7", box).click();
  assert.equal(await r.page.evaluate(() => getSelection().toString()), "farmers");
  assert.deepEqual(await box.locator("h3").allTextContents(), ["English", "The language of each text", "French"]);
  assert.deepEqual(await listed(box), ["who counted again", "agreement not counted", "maison not counted"]);
  await done(r, box);
  await gone(r, "agreement");
  await r.row("farmers").waitFor();
  await r.chosen("river", "1 of 2");
  assert.deepEqual(await place(), before, "the text stands where it stood");

  await r.page.reload();
  await r.done();
  await gone(r, "agreement");
  box = await open(r);
  assert.equal(await written(r), mine);
  await done(r, box);

  const page = await r.profile.newPage(), other = new Reader(page, r.profile, r.site, r.t);
  await other.open();
  await other.turn("Keywords");
  await other.row("farmers").waitFor();
  assert.equal(await other.row("agreement").count(), 0);
  box = await open(other);
  await other.button("Remove agreement", box).click();
  await box.locator(".stops li", { hasText: "agreement" }).waitFor({ state: "detached" });
  assert.equal(await written(other), "+two words\n[fr]\n+maison\n[en]\n-who\nfarmers\n");
  await other.row("agreement").waitFor();
  await r.row("agreement").waitFor(); // in the tab that is not looked at
  await other.button("Reset", box).click();
  await box.getByText("All were removed.").waitFor();
  assert.deepEqual(await listed(box), []);
  await other.button("Bring them back", box).click();
  await box.locator(".stops li", { hasText: "maison" }).waitFor();
}));

function silent() { IDBFactory.prototype.open = () => ({}); }

test("Where the browser keeps nothing, stop words of one’s own hold until the page is closed, and it is said in the box", visit({ init: silent }, async (r) => {
  await r.read(PASTE);
  await r.turn("Keywords");
  await r.row("agreement").waitFor();
  const box = await open(r);
  await r.page.locator("#stops").fill("+agreement");
  await box.getByText("This browser keeps nothing here: they last until the page is closed.").waitFor();
  await box.getByText("1 line is used.").waitFor();
  await done(r, box);
  await gone(r, "agreement");
}));
