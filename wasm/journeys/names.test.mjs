// What the panel knows of a name: what else it is called, what belongs to the same country, why it is marked, and what is hardly a name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { NAMES, PASTE, count } from "./texts.mjs";

// facts waits for the row of a name to be open and gives what it says, by what each fact is called; with has, once it says that.
async function facts(r, name, has = {}) {
  let found;
  await r.soon(async () => {
    found = await r.page.evaluate((name) => {
      const row = document.querySelector("#instrument .open");
      const words = (e) => e.innerText.replace(/\s+/g, " ").trim();
      if (row?.querySelector(".name").firstChild.textContent.trim() !== name) return null;
      return Object.fromEntries([...row.querySelectorAll("dt")].map((dt) => [words(dt), words(dt.nextElementSibling)]));
    }, name);
    return found && Object.keys(has).every((k) => found[k] === has[k]);
  }, `${name} to say ${JSON.stringify(has)}`);
  return found;
}

const alone = (word) => NAMES.match(new RegExp(`\\b${word}\\b`, "g")).length;
const total = (r, name) => r.row(name).locator(".count").innerText();

async function open(r, name, place = "") {
  await r.row(name).click();
  await r.chosen(name, place);
}

test("A person sees what else a name is called, and goes from a country to its capital and its people and back", visit(async (r) => {
  await r.read(NAMES);
  await open(r, "Shanghai Cooperation Organization", "1 of 3");
  await facts(r, "Shanghai Cooperation Organization", { "Also called": "SCO" });
  await open(r, "Iran", `1 of ${alone("Iran")}`);
  await facts(r, "Iran", { Also: "Tehran capital Iranian people" });
  for (const name of ["Iran", "Tehran", "Iranian"]) assert.equal(await total(r, name), String(alone(name)), `${name} has its own count`);
  await r.press("Tehran capital");
  await r.chosen("Tehran", `1 of ${alone("Tehran")}`);
  assert.equal(await r.row("Tehran").getAttribute("aria-expanded"), "true");
  await r.until(() => document.activeElement.textContent.startsWith("Tehran")); // and the keyboard goes on from there
  await facts(r, "Tehran", { Also: "Iran country Iranian people" });
  await r.button("Iran country").press("Enter");
  await r.chosen("Iran", `1 of ${alone("Iran")}`);
  assert.equal((await r.lit("on", alone("Iran") - 1)).every((w) => w === "Iran"), true);
}));

test("A person sees whose capital and whose people a name is where the text names no such country", visit(async (r) => {
  await r.read(NAMES);
  await open(r, "Moscow");
  await facts(r, "Moscow", { Also: "Russian people", "Capital of": "Russia" });
  await open(r, "Chinese");
  const chinese = await facts(r, "Chinese", { "Belongs to": "China" });
  assert.equal(chinese.Also, undefined);
}));

const SURE = [[0.9, "Sure"], [0.75, "Fairly sure"], [0.5, "Not quite sure"], [0, "Unsure"]];
const sentence = (s) => `${s[0].toUpperCase()}${s.slice(1).replace(/\.$/, "")}.`;
const grounds = ({ why, confidence }) =>
  `${why.map(sentence).join(" ")} ${SURE.find(([least]) => confidence >= least)[1]}, ${Math.floor(Math.round(confidence * 1e4) / 100)}%`;

test("A person steps through a name and reads of each mention why it is marked and how sure that is, and hears it by the key w", visit(async (r) => {
  await r.read(NAMES);
  await r.press("Export");
  const report = JSON.parse((await r.saved("Save Report")).text);
  await r.page.keyboard.press("Escape");
  await r.page.locator("dialog[open]").waitFor({ state: "detached" });
  const { name, mentions } = report.entities.find((e) => e.name === "Shanghai Cooperation Organization");
  assert.ok(new Set(mentions.map(grounds)).size > 1, "its mentions have different grounds");
  await open(r, name, `1 of ${mentions.length}`);
  await r.page.locator("#story").focus();
  for (const [k, mention] of mentions.entries()) {
    await r.chosen(name, `${k + 1} of ${mentions.length}`);
    await facts(r, name, { "Why here": grounds(mention) });
    await r.page.keyboard.press("n");
  }
  await r.chosen(name, `1 of ${mentions.length}`);
  await r.turn("Keywords");
  await r.page.keyboard.press("w");
  await r.says(`${name}, 1 of ${mentions.length}. ${grounds(mentions[0])}.`);
  assert.equal(await r.row(name).getAttribute("aria-expanded"), "true");
  await r.turn("Numbers");
  await r.row("12 March 2014").click();
  await r.chosen("12 March 2014");
  const date = report.entities.find((e) => e.value === "2014-03-12");
  await facts(r, "12 March 2014", { "Reads as": "March 12, 2014", Why: grounds(date.mentions[0]) });
}));

test("A person on a phone touches a name, asks why it is marked, and reads it in the list that rises", visit({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }, async (r) => {
  await r.read(PASTE);
  const { x, y } = await r.place("Madrid");
  await r.page.touchscreen.tap(x, y);
  await r.chosen("Madrid", `1 of ${count(PASTE.split("\n\n\n")[0], "Madrid")}`);
  await r.button("Why it is marked").tap();
  await r.page.locator(".sheet-open #instrument .open .sure").waitFor();
  await r.until(() => {
    const [row, why, sheet] = ["#instrument .open", "#instrument .open .sure", "#instrument"].map((s) => document.querySelector(s).getBoundingClientRect());
    const [{ startContainer, startOffset }] = CSS.highlights.get("at");
    const at = document.createRange();
    at.setStart(startContainer, startOffset);
    const word = at.getBoundingClientRect();
    return row.top >= sheet.top - 1 && why.bottom <= sheet.bottom + 1 && word.top > 0 && word.bottom < sheet.top; // all in sight
  });
  assert.match((await facts(r, "Madrid"))["Why here"], /^[A-Z“].*\. (Sure|Fairly sure|Not quite sure), \d+%$/);
  assert.equal(await r.page.evaluate(() => document.documentElement.scrollWidth), 390);
}));

const TYPES = ["per", "loc", "org", "norp", "event", "misc"];
const guessed = async (r) => (await Promise.all(TYPES.map((t) => r.painted(`${t}-unsure`)))).flat();
const counts = (r) => r.page.evaluate(() => [...document.querySelectorAll(".legend b, .tabs .n")].map((e) => e.textContent));
const toggle = (r) => r.panel.getByRole("switch", { name: "Show unsure ones" });

test("A person has the unsure names shown, sees them listed last and marked, finds the switch on after a reload, and hides them again", visit(async (r) => {
  await r.read(NAMES);
  const before = await counts(r);
  const above = () => r.page.evaluate(() => [...document.querySelectorAll("#instrument .head h2")].map((e) => [e.textContent, Math.round(e.getBoundingClientRect().top)]));
  await toggle(r).focus();
  const heads = await above();
  assert.equal(heads.at(-1)[0], "Unsure");
  assert.equal(await toggle(r).getAttribute("aria-checked"), "false");
  const unsure = r.panel.getByRole("region", { name: "Unsure" });
  assert.equal(await unsure.locator(".row").count(), 0);
  assert.deepEqual(await guessed(r), []);

  await r.page.keyboard.press("Space");
  await unsure.locator(".row").first().waitFor();
  assert.deepEqual(await above(), heads, "nothing above has moved");
  const rows = await unsure.locator(".row .name").evaluateAll((all) => all.map((e) => [e.firstChild.textContent.trim(), e.querySelector("small").textContent]));
  assert.equal(await unsure.locator(".head .end").innerText(), String(rows.length));
  for (const [, is] of rows) assert.match(is, /^(person|place|organisation|group|event|name)\?$/);
  await r.soon(async () => (await guessed(r)).length >= rows.length);
  assert.deepEqual((await guessed(r)).filter((w) => !rows.some(([name]) => name === w)), []);
  assert.deepEqual(await counts(r), before, "they are in no count");
  for (const colorScheme of ["light", "dark"]) {
    await r.page.emulateMedia({ colorScheme });
    for (const [type, contrast] of await contrasts(r)) assert.ok(contrast >= 3, `${type} in ${colorScheme}: ${contrast}`);
  }

  const [[name, is]] = rows;
  await unsure.locator(".row").first().click();
  await r.until((name) => document.querySelector(".chosen:not([hidden]) .what span")?.textContent === name, name);
  const said = await facts(r, name);
  assert.match(said.Perhaps, new RegExp(`^an? ${is.slice(0, -1)}$`));
  assert.match(said.Why ?? said["Why here"], /\. Unsure, \d+%$/);
  const [word] = await r.lit("at", 1);
  const { x, y } = await r.page.evaluate(() => {
    const [{ startContainer, startOffset, endOffset }] = CSS.highlights.get("at");
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(startContainer, endOffset);
    const [box] = range.getClientRects();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  await r.page.mouse.move(x, y);
  await r.page.locator("#tip:visible", { hasText: `Perhaps ${said.Perhaps} ${word}` }).waitFor();
  assert.ok((await exported(r)).includes(`\n${name},`), "they are exported while they are shown");

  await r.page.reload();
  await r.done();
  await unsure.locator(".row").first().waitFor();
  assert.equal(await toggle(r).getAttribute("aria-checked"), "true");
  await r.soon(async () => (await guessed(r)).includes(name));
  await unsure.locator(".row").first().click();
  await r.page.locator(".chosen:visible").waitFor();
  await toggle(r).click();
  await r.unchosen();
  assert.equal(await unsure.locator(".row").count(), 0);
  assert.deepEqual(await guessed(r), []);
  assert.equal((await exported(r)).includes(`\n${name},`), false);
  await r.click(name);
  await r.page.keyboard.press("?"); // heard after the click
  await r.page.getByRole("dialog", { name: "Keys" }).waitFor();
  assert.equal(await r.page.locator(".chosen:visible").count(), 0, "a hidden mark is not to be hit");
}));

async function exported(r) {
  await r.press("Export");
  const { text } = await r.saved("Save Names");
  await r.page.keyboard.press("Escape");
  await r.page.locator("dialog[open]").waitFor({ state: "detached" });
  return text.replaceAll("\r", "");
}

// contrasts are those of the dots under an unsure name of each type against the page, by WCAG 2.
function contrasts(r) {
  return r.page.evaluate((types) => {
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const luminance = (colour) => {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const [red, green, blue] = [...context.getImageData(0, 0, 1, 1).data].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = luminance(getComputedStyle(document.body).backgroundColor);
    return types.map((type) => {
      const dots = luminance(getComputedStyle(document.getElementById("story"), `::highlight(${type}-unsure)`).textDecorationColor);
      return [type, (Math.max(dots, paper) + 0.05) / (Math.min(dots, paper) + 0.05)];
    });
  }, TYPES);
}

test("A person in forced colours sees each type by its own line, an unsure name by dots, and in their own colours again highlights", visit({ forcedColors: "active" }, async (r) => {
  await r.read(NAMES);
  await toggle(r).click();
  await r.page.locator("#story mark.unsure").first().waitFor();
  const lines = await r.page.evaluate(() => Object.fromEntries(["per.new", "loc.new", "unsure"].map((c) => {
    const { textDecorationStyle, textDecorationLine, backgroundColor } = getComputedStyle(document.querySelector(`#story p mark.${c}`));
    return [c, `${textDecorationLine} ${textDecorationStyle} ${c === "unsure" ? backgroundColor : ""}`.trim()];
  })));
  assert.deepEqual(lines, { "per.new": "underline solid", "loc.new": "underline dashed", unsure: "underline dotted rgba(0, 0, 0, 0)" });
  await open(r, "Iran", `1 of ${alone("Iran")}`);
  assert.equal(await r.page.locator("#story mark.at").innerText(), "Iran");
  await r.page.emulateMedia({ forcedColors: "none" });
  await r.page.locator("#story mark").first().waitFor({ state: "detached" });
  assert.deepEqual(await r.lit("at", 1), ["Iran"]);
  assert.ok((await r.painted("loc-new")).includes("Oslo"));
  await r.page.emulateMedia({ forcedColors: "active" });
  assert.equal(await r.page.locator("#story mark.at").innerText(), "Iran");
}));
