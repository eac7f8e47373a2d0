// Bad input: each gets a clear message or is simply handled, and nothing is lost.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { visit } from "./visit.mjs";
import { BODY, BYLINE, HEADLINES, OTHER, PASTE, TITLE } from "./texts.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "gloss-input-"));
after(() => rmSync(folder, { recursive: true }));
const file = (name, bytes) => {
  const at = path.join(folder, name);
  writeFileSync(at, bytes);
  return at;
};
const units = (text) => [...Array(text.length).keys()].map((i) => text.charCodeAt(i));
const SENTENCE = "Angela Merkel went to Paris on Monday, and she came back on the same day.";

// still asserts that the text which was read before is there as it was.
async function still(r) {
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  await r.row("Lisbon").waitFor();
}

test("A person pastes only white space and is told that there is nothing to read, before and after a text is there", visit(async (r) => {
  await r.engine();
  await r.paste(" \n\t \u00a0\n");
  assert.match(await r.told("There is nothing to read"), /only white space/);
  await r.read(PASTE);
  assert.equal(await r.page.locator(".notice").count(), 0);
  await r.paste("   ");
  await r.notice("There is nothing to read").waitFor();
  await still(r);
}));

test("A person presses Paste with an empty clipboard and is told so", visit(async (r) => {
  await r.engine();
  await r.copy("");
  await r.press("Paste");
  await r.notice("The clipboard holds no text").waitFor();
}));

test("A browser that keeps its clipboard shut: the person is told to press Ctrl+V, and that works", visit({ permissions: [], init: shutClipboard }, async (r) => {
  await r.engine();
  await r.press("Paste");
  assert.match(await r.told("The clipboard was not opened"), /Ctrl\+V/);
  await r.dispatch(units(SENTENCE));
  await r.shows("Angela Merkel");
  await r.done();
  assert.equal(await r.page.locator(".notice").count(), 0);
}));

test("A person reads one word, and only punctuation, and only digits", visit(async (r) => {
  await r.read("Lisbon");
  assert.deepEqual(await r.blocks(), ["Lisbon"]);
  await r.foot(/^1 word$/);
  await r.paste("?! … — ;;; (...)");
  await r.shows("?!");
  await r.panel.getByText("No names in this text").waitFor();
  assert.deepEqual(await r.blocks(), ["?! … — ;;; (...)"]);
  await r.turn("Keywords");
  await r.panel.getByText("No words to count").waitFor();
  await r.turn("Numbers");
  await r.paste("12 34 56");
  await r.shows("12 34 56");
  await r.panel.locator(".figures").waitFor();
}));

test("A person pastes only headlines and reads them as they are", visit(async (r) => {
  await r.read(HEADLINES.join("\n"));
  const shown = await r.page.evaluate(() => document.querySelector("main").textContent);
  await r.turn("Headlines");
  const listed = await r.page.locator("#instrument").textContent();
  for (const line of HEADLINES) assert.ok(shown.includes(line) || listed.includes(line), `${line} is to be seen`);
}));

test("Scripts and pictures in a text, a headline, a title and a file's name are words like all others", visit(async (r) => {
  const evil = `<script>globalThis.hurt = "script"</script><img src=x onerror="globalThis.hurt = 'img'"><b>Lisbon</b> "quoted" & 'so'`;
  await r.read([evil, ...BODY, `Carlos <script>globalThis.hurt = 1</script> Ortega met Maria <img src=x onerror=hurt=1> Santos.`, "", "",
    HEADLINES[0] + " <script>globalThis.hurt = 2</script>", `Santos: <img src=x onerror="hurt=3"> Tagus`, ...HEADLINES.slice(1)].join("\n\n").replaceAll("\n\n\n\n\n\n", "\n\n\n"));
  assert.ok((await r.blocks()).includes(evil), JSON.stringify(await r.blocks()));
  for (const tab of ["Keywords", "Headlines", "Numbers", "Who & where"]) {
    await r.turn(tab);
    for (const row of await r.page.locator("#instrument button:visible").all()) if (await row.isVisible()) await row.hover();
  }
  await r.drop(file(`<img src=x onerror="hurt=4">.txt`, ""));
  assert.match(await r.told("This file is empty"), /<img src=x onerror="hurt=4">\.txt/);
  assert.equal(await r.page.evaluate(() => globalThis.hurt), undefined);
  assert.equal(await r.page.locator("main script, main img, #story b").count(), 0);
}));

test("The source of a web page, pasted, is shown as it is written", visit(async (r) => {
  const source = `<!DOCTYPE html>\n<html><head><title>Tagus</title><style>body { display: none }</style></head>\n<body onload="hurt=1"><p>Maria Santos spoke in <em>Lisbon</em>.</p></body></html>`;
  await r.read(source);
  assert.equal((await r.blocks()).join("\n"), source);
  assert.equal(await r.page.locator("#story em, #story style").count(), 0);
}));

test("Rich text on the clipboard is read as its plain text", visit(async (r) => {
  await r.engine();
  await r.page.evaluate(([plain, html]) => navigator.clipboard.write([new ClipboardItem({
    "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }),
  })]), [OTHER, `<h1>Other <img src="http://example.org/x.png"></h1>`]);
  await r.page.keyboard.press("Control+V");
  await r.done();
  assert.deepEqual(await r.blocks(), OTHER.split("\n\n"));
}));

test("Lone surrogates, NUL, control and bidi characters are read, and the names around them are found", visit(async (r) => {
  await r.engine();
  const odd = `\ud800 Angela Merkel went to Paris \udc00 on Monday.\u0000\u0007 She said that \u202ethe train\u202c was \u2066late\u2069 \ufeff again.`;
  await r.dispatch(units(odd));
  await r.done();
  await r.row("Paris").click();
  await r.chosen("Paris");
  assert.deepEqual(await r.lit("at", 1), ["Paris"]);
  assert.equal(await r.page.locator("#story").getAttribute("dir"), "auto");
}));

test("Emoji, ZWJ sequences and letters beyond the first plane do not shift the marks", visit(async (r) => {
  await r.read("👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿 Angela Merkel 🇵🇹 went to 𝔓𝔞𝔯𝔦𝔰 and Paris 👍🏽 on Monday, and she came back from Lisbon on the same day.");
  for (const name of ["Paris", "Lisbon", "Angela Merkel"]) {
    await r.row(name).click();
    await r.chosen(name);
    assert.deepEqual(await r.lit("at", 1), [name]);
  }
}));

test("Lines that end in CRLF, CR or LF are all ends of lines", visit(async (r) => {
  await r.read(`${SENTENCE}\r\n\r\nTwo is here.\r\rThree is here.\n\nFour is here.`);
  assert.deepEqual(await r.blocks(), [SENTENCE, "Two is here.", "Three is here.", "Four is here."]);
}));

const FOREIGN = {
  German: "Portugal und Spanien haben am Mittwoch ein Abkommen über das Wasser des Tajo in trockenen Jahren unterzeichnet. Die Ministerin sagte, dass niemand einen Fluss besitzt, der über eine Grenze fließt.",
  Arabic: "وقعت البرتغال وإسبانيا يوم الأربعاء اتفاقا لتقاسم مياه نهر تاجة في سنوات الجفاف بعد صيفين خسر فيهما المزارعون ثلث محاصيلهم.",
  Chinese: "葡萄牙和西班牙周三签署协议，在干旱年份共享塔霍河的水。两个夏天以来，边界两侧的农民损失了三分之一的收成。",
};
for (const [language, text] of Object.entries(FOREIGN)) {
  test(`A person pastes ${language} and is told that the language is not supported, and its words are counted`, visit(async (r) => {
    await r.read(text);
    assert.match(await r.told("This language is not supported yet"), /words are counted/i);
    assert.deepEqual(await r.blocks(), [text]);
    await r.foot(new RegExp(`^${language}, read plainly$`));
    await r.turn("Keywords");
    await r.page.locator("#instrument .bar-row").first().waitFor();
    await r.read(PASTE);
    await r.row("farmers").waitFor();
    assert.equal(await r.page.locator(".notice").count(), 0);
  }));
}

test("A person drops what is no text, and is told what it is and what to do, and the text before is kept", visit(async (r) => {
  await r.read(PASTE);
  await r.drop(file("scan.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"));
  assert.match(await r.told("This file is not text"), /“scan\.pdf” is a PDF.*\.txt/);
  await r.drop(file("noise.txt", Buffer.from(Array.from({ length: 4000 }, (_, i) => i % 7 ? 0 : i % 256))));
  await r.notice("This file is not text").getByText("“noise.txt”").waitFor();
  await r.drop(file("latin.txt", Buffer.from("Tagus in Alc\xe1ntara.", "latin1")));
  assert.match(await r.told("This file’s letters could not be read"), /“latin\.txt” is not UTF-8 or UTF-16: byte 12 /);
  await r.drop(file("empty.txt", ""));
  assert.match(await r.told("This file is empty"), /“empty\.txt”/);
  await r.drop(file("one.txt", SENTENCE), file("two.txt", SENTENCE));
  assert.match(await r.told("One file at a time"), /2 files/);
  mkdirSync(path.join(folder, "a folder"));
  await r.drop(path.join(folder, "a folder"));
  assert.match(await r.told("This could not be opened"), /“a folder” is a folder/);
  assert.equal(await r.page.locator(".notice").count(), 1);
  await still(r);
  await r.drop(file("fine.txt", SENTENCE));
  await r.shows("Angela Merkel");
  await r.row("Paris").waitFor();
  assert.equal(await r.page.locator(".notice").count(), 0);
}));

for (const [name, bytes] of [
  ["UTF-16, the low byte first", Buffer.from(`\ufeff${SENTENCE} €`, "utf16le")],
  ["UTF-16, the high byte first", Buffer.from(`\ufeff${SENTENCE} €`, "utf16le").swap16()],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${SENTENCE} €`)],
]) {
  test(`A person opens a file in ${name}, and reads it`, visit(async (r) => {
    await r.choose(file("marked.txt", bytes));
    await r.done();
    assert.deepEqual(await r.blocks(), [`${SENTENCE} €`]);
    await r.row("Paris").waitFor();
  }));
}

test("The sample cannot be fetched: the person is told that a text of their own works", visit({ allow: [/Failed to load resource/] }, async (r) => {
  await r.engine();
  await r.page.route("**/samples/**", (route) => route.abort());
  await r.press("Try a sample");
  assert.match(await r.told("The sample could not be fetched"), /Paste a text of your own/);
  await r.read(PASTE);
}));

function shutClipboard() {
  if (navigator.clipboard) navigator.clipboard.readText = () => Promise.reject(new DOMException("Read permission denied.", "NotAllowedError"));
}
