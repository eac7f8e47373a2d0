// The learnt model of names comes after the program: texts are read by rules until it is there, and without it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Guest, HEARD, STORY, host, page } from "./host.mjs";
import { held as slow } from "./held.mjs";
import { site, visit } from "./visit.mjs";
import { BODY, OTHER, PASTE, long } from "./texts.mjs";

const LEARNT = /^Names were found by the model en-[0-9a-f]{6}:/, BY_RULES = /^Names were found by rules:/;
const COMING = /^read by rules, the model is on its way$/;
const ALONE = "Names were found by rules alone";

// held keeps the model away until it is let go.
async function held(r) {
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  await r.page.route("**/*.names", async (route) => {
    await gate;
    await route.continue();
  });
  return go;
}

// foundBy waits until the numbers say by what the names were found.
async function foundBy(r, what) {
  const tab = await r.page.locator("[role=tab][aria-selected=true] span:last-child").textContent();
  await r.turn("Numbers");
  await r.panel.getByText(what).waitFor();
  await r.turn(tab);
}

// watch runs in the page: it writes down where things stand, and what is selected, as a person sees it, whenever that differs from the frame before.
function watch() {
  const box = (e) => { const { left, top, width } = e.getBoundingClientRect(); return [left, top, width].map(Math.round); };
  const name = (row) => row?.querySelector(".name")?.firstChild.textContent.trim();
  const look = () => JSON.stringify({
    scroll: scrollY,
    text: [...document.querySelectorAll("#story :is(h1, p)")].map(box),
    row: [name(document.querySelector("#instrument li.open")), ...[...document.querySelectorAll("#instrument li.open")].map((e) => box(e)[1])],
    focus: name(document.activeElement.closest("li")) ?? document.activeElement.id,
    chosen: document.querySelector(".chosen:not([hidden]) .what")?.textContent,
    tab: document.querySelector("[role=tab][aria-selected=true]")?.id,
    words: getSelection().toString(),
    at: [...CSS.highlights.get("at")].map((s) => s.startContainer.data.slice(s.startOffset, s.endOffset)).join(),
    said: document.getElementById("live").textContent,
    marked: ["per", "loc", "org"].every((type) => CSS.highlights.get(`${type}-new`).size > 0),
  });
  window.pictures = [look()];
  const frame = () => {
    if (window.pictures.at(-1) !== look()) window.pictures.push(look());
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

test("The model arrives while a person reads: the names are those of the model then, and nothing that is read has moved", visit({ open: false, viewport: { width: 1280, height: 560 } }, async (r) => {
  const go = await held(r);
  await r.open();
  await r.paste(PASTE);
  await r.foot(COMING);
  await foundBy(r, BY_RULES);
  await r.row("Madrid").click();
  await r.button("Next mention").click();
  await r.chosen("Madrid", "2 of 2");
  await r.row("Madrid").focus();
  await r.mark("Under the agreement", "in every month");
  await r.page.evaluate(watch);
  go();
  await r.foot(/./, COMING);
  await r.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
  const pictures = (await r.page.evaluate(() => window.pictures)).map((p) => JSON.parse(p));
  assert.deepEqual(pictures, [pictures[0]]);
  assert.equal(pictures[0].words.replace(/\s+/g, " "), BODY[2].slice(0, BODY[2].indexOf("in every month") + 14));
  assert.deepEqual([pictures[0].focus, pictures[0].row[0], pictures[0].at], ["Madrid", "Madrid", "Madrid"]);
  assert.ok(pictures[0].marked && pictures[0].scroll > 0);
  assert.equal(await r.page.evaluate(() => window.journey.results), 1);
  await foundBy(r, LEARNT);
  await r.button("Next mention").click();
  await r.chosen("Madrid", "1 of 2");
  await r.press("Export");
  assert.match(JSON.parse((await r.saved("Save Report")).text).model, /^en-[0-9a-f]{6}$/);
}));

test("The model arrives in the midst of a long text: that is read to its end, and then by the model; cancelled, the next text has it at once, without a second download", visit({ open: false, init: slow }, async (r) => {
  const slowly = (on) => r.page.evaluate((on) => { window.held = on; }, on);
  let asked = 0;
  r.page.on("request", (q) => { if (q.url().endsWith(".names")) asked++; });
  const go = await held(r), text = long(400_000);
  await r.open();
  await slowly(false);
  await r.engine();
  await r.paste(text);
  await r.until(() => CSS.highlights.get("loc-new").size > 0);
  go();
  await r.done();
  await foundBy(r, LEARNT);
  assert.equal(await r.page.locator(".notice").count(), 0);
  await slowly(true); // or a quick machine has read it before Cancel is pressed
  await r.paste(`${text}\n\nAnd once more.`);
  await r.page.getByRole("button", { name: "Cancel" }).click();
  await r.page.locator(".work", { hasText: "Stopped" }).waitFor();
  await slowly(false);
  const before = await r.page.evaluate(() => window.journey.results);
  await r.paste(OTHER);
  await r.done(before);
  await foundBy(r, LEARNT);
  assert.equal(asked, 1);
}));

test("A person edits while the model arrives: it reads what was written, and also what was not changed", visit({ open: false }, async (r) => {
  const go = await held(r);
  await r.open();
  await r.paste(PASTE);
  await r.foot(COMING);
  await r.press("Edit");
  const came = r.page.waitForEvent("requestfinished", (q) => q.url().endsWith(".names"));
  go();
  await came;
  await r.page.locator("#editor").press("Control+Home");
  await r.page.keyboard.insertText("Warsaw wrote this. ");
  await r.press("Done");
  await r.row("Warsaw").waitFor();
  await r.done(1);
  await foundBy(r, LEARNT);
  await r.open();
  await r.done();
  const again = await held(r);
  await r.page.reload();
  await r.foot(COMING);
  await r.press("Edit");
  again();
  await r.page.locator("#editor").waitFor();
  await r.press("Done");
  await r.done();
  await foundBy(r, LEARNT);
}));

const wrong = {
  "the host answered 404": (route) => route.fulfill({ status: 404, body: "" }),
  "the network did not answer": (route) => route.abort(),
  "it was cut short on its way, or something else came in its place": async (route) => route.fulfill({ body: (await (await route.fetch()).body()).subarray(0, 90_000) }),
  "it was cut short on its way, or something else came in its place ": (route) => route.fulfill({ contentType: "text/html", body: "<h1>Log in</h1>" }),
};

test("The model cannot be had, in all ways: the person is told, the rules work, and trying again brings it", visit({ open: false, allow: [/Failed to load resource/] }, async (r) => {
  for (const [why, spoil] of Object.entries(wrong)) {
    await r.page.route("**/*.names", spoil);
    await r.open();
    await r.read(PASTE);
    assert.equal(await r.told(ALONE), `The model that finds more of them could not be read (${why.trim()}). All else works.`);
    await r.row("Lisbon").click();
    await r.chosen("Lisbon", "1 of 3");
    await foundBy(r, BY_RULES);
    await r.page.unroute("**/*.names", spoil);
    await r.press("Try again");
    await r.foot(/./, COMING);
    await foundBy(r, LEARNT);
    assert.equal(await r.page.locator(".notice").count(), 0);
    await r.chosen("Lisbon", "1 of 3");
    await r.press("Clear");
    await r.page.locator("#paste").waitFor();
  }
}));

// given runs in the page before its scripts: the engine gets other bytes for the model, as sessionStorage has them, where no hash can be looked at.
function given() {
  const Honest = globalThis.Worker;
  globalThis.Worker = class extends Honest {
    postMessage(m) {
      const spoilt = sessionStorage.spoilt;
      super.postMessage(m.type === "init" && spoilt ? { ...m, given: { en: new TextEncoder().encode(spoilt) }, lacking: [] } : m);
    }
  };
}

const unreadable = { "<!DOCTYPE html>": /not a model of names/, "gloss-names: 9\nlanguage: en\n\n": /a model of another version: "9", this program reads version \d+/, "gloss-names: 1\nsize: 9\n\n": /the model is damaged/ };

test("The model is none, of another version, or damaged: the person is told which, and trying again brings the right one", visit({ init: given }, async (r) => {
  for (const [bytes, says] of Object.entries(unreadable)) {
    await r.page.evaluate((bytes) => { sessionStorage.spoilt = bytes; }, bytes);
    await r.page.reload();
    await r.read(PASTE);
    assert.match(await r.told(ALONE), says);
    await r.page.evaluate(() => sessionStorage.removeItem("spoilt"));
    await r.press("Try again");
    await r.foot(/./, COMING);
    await foundBy(r, LEARNT);
    await r.press("Clear");
    await r.page.locator("#paste").waitFor();
  }
}));

// fatal runs in the page before its scripts: the engine dies twice with the model that it was given.
function fatal() {
  const Living = globalThis.Worker;
  window.deaths = 0;
  globalThis.Worker = class extends Living {
    constructor(url) {
      super(url);
      this.addEventListener("message", (e) => {
        if (e.data.type !== "model" || window.deaths === 2) return;
        window.deaths++;
        e.stopImmediatePropagation();
        this.terminate();
        queueMicrotask(() => this.onerror(new ErrorEvent("error", { message: "unreachable", cancelable: true })));
      });
    }
  };
}

test("The model ends the engine, twice: it is given up, the rules work, and it is tried again when the person says so", visit({ init: fatal }, async (r) => {
  await r.until(() => window.deaths === 2);
  await r.notice("The engine was restarted").waitFor();
  await r.read(PASTE);
  assert.match(await r.told(ALONE), /\(it stopped the engine, twice\)/);
  await foundBy(r, BY_RULES);
  await r.press("Try again");
  await r.foot(/./, COMING);
  await foundBy(r, LEARNT);
}));

test("A second visit without a network reads by the model", visit({ keeps: true, allow: [/Failed to load resource/] }, async (r) => {
  await r.read(PASTE);
  await foundBy(r, LEARNT);
  await r.foot(/^works offline$/);
  await r.profile.setOffline(true);
  await r.page.reload();
  await r.done();
  await foundBy(r, LEARNT);
  await r.read(OTHER);
  await foundBy(r, LEARNT);
}));

const there = await host({ "/heard.js": HEARD, "/": page(`${STORY}<gloss-article id="g" for="#story" marks></gloss-article><p style="height:3000px">Below.</p>`) });

test("On another site the report waits a while for the model; where that comes later, there is a second one, and nothing of the page moves", visit({ origin: there.origin, open: false, allow: [new RegExp(`^request: ${site}/`), /ERR_FAILED/] }, async (r) => {
  const guest = new Guest(r);
  await r.open();
  const [prompt] = await guest.heard("report");
  assert.match(prompt.model, /^en-/);
  await r.page.route("**/*.names", (route) => route.abort());
  await r.open();
  assert.equal((await guest.heard("report"))[0].model, "rules");
  await guest.frame.getByText("Read on your device, by rules").waitFor();
  await r.page.unroute("**/*.names");
  const go = await held(r);
  await r.open();
  const [first] = await guest.heard("report");
  assert.equal(first.model, "rules");
  await guest.row("Portugal").click();
  await guest.heard("select");
  await r.page.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
  go();
  const [, second] = await guest.heard("report", 2);
  assert.match(second.model, /^en-/);
  assert.deepEqual(await guest.misfits(), []);
  await guest.frame.locator(".chosen", { hasText: "Portugal" }).waitFor();
  assert.deepEqual(await r.page.evaluate(() => [scrollY, heard.filter((h) => h.type === "select").length, CSS.highlights.get("gloss-at").size]), [900, 1, 1]);
}));
