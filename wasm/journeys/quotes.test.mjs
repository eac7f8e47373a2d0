// Who says what: the list of it, and the notes beside the text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { BODY, RETOLD, SAID, VOICES, long } from "./texts.mjs";

const ALL = [...SAID.slice(0, 3), RETOLD, ...SAID.slice(3)];
const listed = (r) => r.panel.locator(".said .name").allTextContents();
const quoted = (r, words) => r.panel.locator(".said li", { hasText: words });

// notes are those beside the text that are seen, each with its words and the heights (in px of the window) at which it stands.
const notes = (r) => r.page.evaluate(() => {
  const edge = document.getElementById("story").getBoundingClientRect().left;
  const shown = [...document.querySelectorAll(".notes .note")].filter((e) => e.getClientRects().length);
  return shown.map((e) => {
    const { top, bottom, right } = e.getBoundingClientRect();
    return { words: e.textContent, top, bottom, beside: right <= edge };
  }).sort((a, b) => a.top - b.top);
});

// height is where words of the text stand in the window.
const height = (r, words) => r.page.evaluate((words) => {
  const walk = document.createTreeWalker(document.getElementById("story"), NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const at = n.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(n, at);
    range.setEnd(n, at + 1);
    const { top, bottom } = range.getBoundingClientRect();
    return (top + bottom) / 2;
  }
  throw new Error(`the text does not have ${words}`);
}, words);

test("A person sees who is quoted and how much, lists what one of them says, and goes to it in the text, and from its note in the margin back", visit(async (r) => {
  await r.read(VOICES);
  await r.turn("Quotes");
  const voices = r.panel.locator(".voice");
  assert.deepEqual(await voices.allTextContents(), [
    "Maria Lindqvist 1 quote, 19 words 37%", "the treasurer 1 quote, 15 words 29%", "Peter Hallam 1 quote, 9 words 18%", "No speaker found 1 quote, 8 words 16%",
  ]);
  assert.match(await r.panel.locator(".head .end").textContent(), /^51 of \d+ words$/);
  assert.deepEqual(await listed(r), ALL);
  assert.equal((await quoted(r, SAID[1]).locator(".by").textContent()).trim(), "Maria Lindqvist goes on ¶ 2");
  assert.equal((await quoted(r, SAID[4]).locator(".by").textContent()).trim(), "No speaker found said ¶ 5");
  assert.equal((await quoted(r, RETOLD).locator(".by").textContent()).trim(), "Peter Hallam said ¶ 3 retold");

  await r.panel.getByRole("button", { name: /^Peter Hallam 1 quote/ }).click();
  await r.panel.getByText("Only what Peter Hallam says.").waitFor();
  assert.deepEqual(await listed(r), [SAID[2], RETOLD]);
  await r.button("Show all 6", r.panel).click();
  await quoted(r, SAID[3]).waitFor();

  await r.button(SAID[2], r.panel).click();
  await r.chosen(SAID[2], "3 of 6");
  assert.deepEqual(await r.lit("at", 1), [SAID[2]]);
  assert.ok(await height(r, SAID[2]) > 56);
  await r.page.keyboard.press("n");
  await r.chosen(RETOLD, "4 of 6");
  await r.says(`${RETOLD} Peter Hallam, 4 of 6`);
  assert.deepEqual(await r.lit("at", 1), [RETOLD]);
  await r.button("Previous quotation").click();
  await r.chosen(SAID[2], "3 of 6");
  await r.page.keyboard.press("Escape");
  await r.unchosen();

  await r.turn("Who & where");
  await r.page.locator(".note", { hasText: "the treasurer told" }).click();
  await r.chosen(SAID[3], "5 of 6");
  await r.page.locator("[role=tab][aria-selected=true]", { hasText: "Quotes" }).waitFor();
  assert.deepEqual(await r.panel.locator(".said .on .name").allTextContents(), [SAID[3]]);
  await r.page.keyboard.press("ArrowUp"); // from note to note
  await r.page.keyboard.press("Enter");
  await r.chosen(SAID[2], "3 of 6");

  await quoted(r, SAID[0]).getByRole("button", { name: "Maria Lindqvist" }).click();
  await r.panel.locator(".open", { hasText: "Maria Lindqvist" }).getByRole("button", { name: "1 quote, 19 words" }).click();
  await r.panel.getByText("Only what Maria Lindqvist says.").waitFor();
  assert.deepEqual(await listed(r), SAID.slice(0, 2));
}));

test("Who speaks stands beside the words: the text keeps its place and its characters, no note covers another, and where there is no room there is none", visit(async (r) => {
  await r.page.setViewportSize({ width: 1280, height: 1400 }); // all of it in sight
  await r.read(VOICES);
  await r.until(() => document.querySelectorAll(".notes .note").length === 5);
  const wide = await notes(r);
  const says = ["Maria Lindqvist said", "Peter Hallam said", "the treasurer told", "No speaker found"];
  assert.deepEqual(wide.map((n) => n.words), says); // one note for what goes on in the paragraph, none for what is retold
  for (const [i, words] of [SAID[0], SAID[2], SAID[3], SAID[4]].entries()) {
    const note = wide.find((n) => n.words === says[i]), at = await height(r, words);
    assert.ok(note.beside && Math.abs(note.top + 10 - at) <= 3, `${says[i]} stands at ${note.top}, its words at ${at}`);
  }
  assert.equal(await r.page.locator("#story").evaluate((e) => e.textContent), VOICES.replaceAll("\n\n", ""));

  const places = () => r.page.$$eval("#story :is(h1, p)", (all) => all.map((e) => e.getBoundingClientRect().top));
  await r.page.setViewportSize({ width: 1100, height: 1400 });
  const opening = ["Maria Lindqvist said", "the treasurer told"]; // their words begin a paragraph
  await r.soon(async () => JSON.stringify((await notes(r)).map((n) => n.words)) === JSON.stringify(opening), "notes above the paragraphs");
  const with_ = await places();
  await r.page.evaluate(() => { document.querySelector(".notes").style.setProperty("display", "none"); });
  assert.deepEqual(await places(), with_);
  await r.page.evaluate(() => { document.querySelector(".notes").style.removeProperty("display"); });
  await r.page.setViewportSize({ width: 390, height: 844 });
  await r.soon(async () => (await notes(r)).length === 0, "no notes on a phone");
  await r.tab("Quotes").click();
  await r.button(SAID[0], r.panel).click();
  await r.chosen(SAID[0], "1 of 6");
  const sheet = await r.page.locator(".panel").evaluate((e) => e.getBoundingClientRect().top);
  await r.soon(async () => { const at = await height(r, SAID[0]); return at > 52 && at < sheet; }, "the quotation in sight above the sheet");

  await r.read("Halden votes\n\nThe people of Halden will vote in May on a bridge to the island of Kirkholm.");
  await r.panel.getByText("No quotations in this text").waitFor();

  await r.page.setViewportSize({ width: 1280, height: 900 });
  await r.read("Halden votes\n\nThe council of Halden met on Monday.\n\n“It is late for a bridge,” said Maria Lindqvist. “It is not,” said Peter Hallam. “Ask the islanders,” said Ida Berg.");
  await r.soon(async () => (await notes(r)).length === 3, "a note for each of three on two lines");
  const crowd = await notes(r);
  assert.deepEqual(crowd.map((n) => n.words), ["Maria Lindqvist said", "Peter Hallam said", "Ida Berg said"]);
  crowd.slice(1).forEach((n, i) => assert.ok(n.top >= crowd[i].bottom, `${n.words} covers ${crowd[i].words}`));

  await r.read(long(300_000));
  const [said] = BODY[1].match(/“[^”]+”/);
  const near = async () => { // each note on the screen is at its words
    const found = await notes(r), lines = await r.page.evaluate((said) => {
      const walk = document.createTreeWalker(document.getElementById("story"), NodeFilter.SHOW_TEXT), out = [];
      for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        if (!n.data.startsWith(said)) continue;
        const range = document.createRange();
        range.setStart(n, 0);
        range.setEnd(n, 1);
        const { top, bottom } = range.getBoundingClientRect();
        if (top > 0 && bottom < innerHeight) out.push((top + bottom) / 2);
      }
      return out;
    }, said);
    return lines.length > 0 && lines.every((at) => found.some((n) => Math.abs(n.top + 10 - at) <= 3)) && found.length < 60;
  };
  await r.soon(near, "notes at the beginning of a long text");
  await r.page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: "instant" }));
  await r.soon(near, "notes in the middle of a long text");
}));
