// How a text gets in, and how it is changed and removed.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, BYLINE, HEADLINES, OTHER, PASTE, TITLE, count, long } from "./texts.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "gloss-paste-"));
after(() => rmSync(folder, { recursive: true }));
const file = (name, bytes) => {
  const at = path.join(folder, name);
  writeFileSync(at, bytes);
  return at;
};

test("A person pastes an article with Ctrl+V and reads it with its names marked, its words counted and its headlines ranked", visit(async (r) => {
  await r.read(PASTE);
  assert.equal(await r.page.locator("#story h1").textContent(), TITLE);
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  assert.ok((await r.painted("per-new")).includes("Maria Santos"));
  assert.ok((await r.painted("loc-new")).includes("Lisbon"));
  assert.ok((await r.painted("org-new")).includes("European Union"));
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), String(count(ARTICLE, "Lisbon")));
  assert.match(await r.page.title(), /^Portugal and Spain agree/);
  await r.turn("Keywords");
  assert.match(await r.row("farmers").textContent(), /farmer/);
  assert.equal(await r.row("farmers").locator(".count").textContent(), String(count(ARTICLE, "farmer")));
  await r.turn("Headlines");
  const same = r.page.getByRole("region", { name: "Same story" }).locator("li h3");
  assert.ok((await same.allTextContents()).includes(HEADLINES[0]));
  assert.ok(!(await same.allTextContents()).includes(HEADLINES[4]));
  await r.turn("Numbers");
  assert.match(await r.panel.locator(".figures").innerText(), /paragraphs/i);
}));

test("A person tries the sample and reads it", visit(async (r) => {
  await r.press("Try a sample");
  await r.done();
  assert.match(await r.page.locator("#story h1").textContent(), /Paris climate pact/);
  assert.equal(await r.row("Barack Obama").count(), 1);
}));

test("A person presses Paste and the clipboard's text is read", visit(async (r) => {
  await r.copy(OTHER);
  await r.press("Paste");
  await r.done();
  await r.shows("Karin Lindberg");
}));

test("A person drops a text file anywhere on the page and reads it", visit(async (r) => {
  await r.drop(file("tagus.txt", PASTE));
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  await r.drop(file("train.txt", OTHER));
  await r.shows("Karin Lindberg");
  assert.equal(await r.page.locator(".dropzone:visible").count(), 0);
}));

test("A person opens a text file and reads it", visit(async (r) => {
  await r.choose(file("open.txt", PASTE));
  await r.done();
  assert.equal(await r.page.locator("#story h1").textContent(), TITLE);
}));

test("A person types into the box, presses Read it, and reads what was typed", visit(async (r) => {
  await r.engine();
  await r.page.getByRole("textbox", { name: "Paste an article" }).pressSequentially("Angela Merkel went to Paris on Monday. ");
  await r.page.keyboard.press("Enter");
  await r.page.getByRole("textbox", { name: "Paste an article" }).pressSequentially("She said that nobody was there when she came to Paris.");
  await r.press("Read it");
  await r.done();
  assert.deepEqual(await r.blocks(), ["Angela Merkel went to Paris on Monday.", "She said that nobody was there when she came to Paris."]);
  assert.equal(await r.row("Paris").locator(".count").textContent(), "2");
}));

test("A person reads what was typed with Ctrl+Enter", visit(async (r) => {
  await r.engine();
  await r.page.locator("#paste").fill("Angela Merkel went to Paris.");
  await r.page.keyboard.press("Control+Enter");
  await r.done();
  await r.shows("Angela Merkel");
}));

test("A person pastes into the middle of what was typed and the whole is read", visit(async (r) => {
  await r.engine();
  await r.page.locator("#paste").fill("Before .");
  await r.page.keyboard.press("ArrowLeft");
  await r.read("Angela Merkel");
  assert.deepEqual(await r.blocks(), ["Before Angela Merkel."]);
}));

test("A person edits the text and it is read again", visit(async (r) => {
  await r.read(PASTE);
  await r.press("Edit");
  const box = r.page.getByRole("textbox", { name: "Text of the article" });
  assert.equal(await box.inputValue(), PASTE);
  await box.fill(PASTE.replaceAll("Lisbon", "Warsaw"));
  await r.press("Done");
  await r.row("Warsaw").waitFor();
  assert.equal(await r.row("Lisbon").count(), 0);
  assert.ok((await r.blocks())[1].includes("Warsaw"));
  await r.page.keyboard.press("e");
  await box.waitFor();
  await r.page.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
  assert.equal(await r.row("Warsaw").locator(".count").textContent(), String(count(ARTICLE, "Lisbon")));
}));

test("A person who opens the editor and changes nothing keeps every character", visit(async (r) => {
  await r.read("Angela Merkel\r\nwent to \u00a0 Paris.\rShe  met\tnobody.");
  const before = await r.blocks();
  await r.press("Edit");
  await r.press("Done");
  await r.page.locator("#editor").waitFor({ state: "detached" });
  assert.deepEqual(await r.blocks(), before);
}));

test("A person edits a part of a long text and the rest keeps every character", visit(async (r) => {
  const text = long(150_000).replaceAll("\n\n", "\r\n\r\n");
  await r.read(text);
  await r.press("Edit");
  const box = r.page.getByRole("textbox", { name: "Text of the article" });
  const part = await box.inputValue();
  assert.ok(part.length < 25_000 && part.startsWith(TITLE), `${part.length} characters are edited`);
  await box.fill(part.replace(TITLE, "Warsaw is here"));
  await r.press("Done");
  await r.shows("Warsaw is here");
  await r.until(() => [...document.querySelectorAll("#story p")].at(-1).textContent.includes("of the record"));
  const blocks = await r.blocks();
  assert.equal(blocks[0], "Warsaw is here");
  assert.deepEqual(blocks.slice(1).filter((b) => b.trim()), text.split("\r\n\r\n").slice(1));
}));

test("A person pastes over a read text and takes it back with Undo", visit(async (r) => {
  await r.read(PASTE);
  await r.read(OTHER);
  await r.row("Karin Lindberg").waitFor();
  await r.page.locator(".toast").getByText("A new text has taken the place of the last.").waitFor();
  await r.press("Undo");
  await r.row("Lisbon").waitFor();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
}));

test("A person clears the text, and neither text nor draft is left after a reload", visit(async (r) => {
  await r.read(PASTE);
  await r.press("Clear");
  await r.page.getByText("Text and draft removed from this device.").waitFor();
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
  assert.equal(await r.page.locator("#story").count(), 0);
  await r.page.reload();
  await r.engine();
  assert.equal(await r.page.locator("#story").count(), 0);
  assert.equal(await r.page.locator("#paste").inputValue(), "");
  assert.deepEqual(await r.page.evaluate(stored), []);
}));

test("A person who cleared the text by mistake takes it back with Undo", visit(async (r) => {
  await r.read(PASTE);
  await r.press("Clear");
  await r.press("Undo");
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
}));

// stored is all that IndexedDB holds of the page.
async function stored() {
  const all = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => {
      const ask = indexedDB.open(name);
      ask.onsuccess = () => resolve(ask.result);
      ask.onerror = () => reject(ask.error);
    });
    for (const store of db.objectStoreNames) {
      all.push(...await new Promise((resolve) => {
        const ask = db.transaction(store).objectStore(store).getAll();
        ask.onsuccess = () => resolve(ask.result);
      }));
    }
    db.close();
  }
  return all;
}
