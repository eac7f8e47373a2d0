// Accessibility by axe-core's default rules, in each state of the page, at two widths and in two themes.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { LOOKS, clean } from "./axe.mjs";
import { held } from "./held.mjs";
import { offered, releases } from "./release.mjs";
import { visit } from "./visit.mjs";
import { NAMES, OTHER, PASTE, long } from "./texts.mjs";

const host = await releases(); // before the first test: else a run of a part of them ends early

const wide = LOOKS.filter((l) => l.width === 1280);
const narrow = LOOKS.filter((l) => l.width === 390);

test("axe finds nothing wrong on the empty page, with its notices and with something typed", visit(async (r) => {
  await r.engine();
  await clean(r, "empty");
  await r.paste("  ");
  await r.notice("There is nothing to read").waitFor();
  await clean(r, "a refused paste", [LOOKS[0], LOOKS[3]]);
  await r.page.evaluate(() => dispatchEvent(new Event("beforeinstallprompt", { cancelable: true })));
  await r.button("Install").waitFor();
  await clean(r, "the offer to install", [LOOKS[0], LOOKS[3]]);
  await r.page.locator("#paste").fill("Angela Merkel went to Paris.");
  await clean(r, "typed", [LOOKS[1], LOOKS[2]]);
}));

test("axe finds nothing wrong while a text is read: each tab, a name selected, the sheet open, the editor", visit(async (r) => {
  await r.read(PASTE);
  for (const tab of ["Keywords", "Quotes", "Headlines", "Numbers", "Who & where"]) {
    await r.turn(tab);
    await clean(r, `the tab ${tab}`, tab === "Who & where" ? LOOKS : wide);
  }
  await r.row("Lisbon").click();
  await r.chosen("Lisbon", "1 of 3");
  await clean(r, "a row open");
  await r.turn("Quotes");
  await r.panel.locator(".voice").first().click();
  await r.panel.locator(".said .name").first().click();
  await r.page.locator(".said .on").waitFor();
  await clean(r, "a quotation selected, of one speaker");
  await r.page.keyboard.press("Escape");
  await r.turn("Who & where");
  await r.row("Lisbon").click();
  await r.chosen("Lisbon", "1 of 3");
  await r.page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ["Keywords", "Quotes", "Headlines", "Numbers", "Who & where"]) {
    await r.tab(tab).click();
    await r.page.locator(".sheet-open [role=tab][aria-selected=true]", { hasText: tab }).waitFor();
    await clean(r, `the sheet with ${tab}`, narrow);
    await r.page.setViewportSize({ width: 390, height: 844 });
  }
  await r.page.setViewportSize({ width: 1280, height: 900 });
  await r.page.keyboard.press("Escape");
  await r.turn("Headlines");
  await r.page.locator("#instrument").getByText("Not related").click();
  await clean(r, "the unrelated headlines unfolded", [LOOKS[2], LOOKS[3]]);
  await r.press("Edit");
  await r.page.locator("#editor").waitFor();
  await clean(r, "the editor");
}));

test("axe finds nothing wrong with words in context: of a word, all of them, of a phrase, of what shares a sentence, of any word", visit(async (r) => {
  await r.read(PASTE);
  await r.turn("Keywords");
  await r.panel.locator(".bar-row", { hasText: "farmers" }).click();
  await r.panel.locator("#lines b").first().waitFor();
  await clean(r, "a word in context", wide);
  await r.panel.locator(".chip", { hasText: "Maria Santos" }).first().click();
  await r.panel.locator(".under #lines b").first().waitFor();
  await clean(r, "a phrase in context", wide);
  await r.page.locator("#anyword").fill("dr");
  await r.panel.locator(".likes .chip").first().waitFor();
  await clean(r, "words that begin so", wide);
  await r.page.locator("#anyword").fill("the");
  await r.page.keyboard.press("Enter");
  await r.panel.getByRole("button", { name: /^Show all/ }).click();
  await r.page.locator("#lines.all b").nth(9).waitFor();
  await clean(r, "all lines of any word");
  await r.turn("Who & where");
  await r.row("Maria Santos").click();
  const shares = r.panel.locator(".open .links button[title]").first();
  await shares.click();
  await r.panel.locator(".open .links [aria-pressed=true]").waitFor();
  await clean(r, "the sentences that two share", wide);
  await r.page.setViewportSize({ width: 390, height: 844 });
  await r.page.locator(".chosen .what").click();
  await r.page.locator(".sheet-open").waitFor();
  await clean(r, "the sheet with a name in context", narrow);
}));

test("axe finds nothing wrong with a name that has relations, with the unsure names and with an amount open", visit(async (r) => {
  await r.read(NAMES);
  await r.row("Tehran").click();
  await r.panel.locator(".open .links").first().waitFor();
  await clean(r, "a name with relations", wide);
  await r.panel.getByRole("switch").click();
  const unsure = r.panel.getByRole("region", { name: "Unsure" });
  await unsure.locator(".row").first().click();
  await unsure.locator(".open .sure").waitFor();
  await clean(r, "an unsure name", wide);
  await r.page.setViewportSize({ width: 390, height: 844 });
  await r.page.locator(".chosen .what").click();
  await r.page.locator(".sheet-open").waitFor();
  await clean(r, "the sheet with an unsure name", narrow);
  await r.turn("Numbers");
  await r.panel.locator(".row").first().click();
  await r.panel.locator(".open .sure").waitFor();
  await clean(r, "an amount");
}));

test("axe finds nothing wrong in any of the windows over the page", visit(async (r) => {
  await r.read(PASTE);
  const windows = [["Text and theme", "Text and theme"], ["Export", "Export"], ["Press ? for keys", "Keys"]];
  for (const [button, name] of windows) {
    await r.press(button);
    await r.page.getByRole("dialog", { name }).waitFor();
    await clean(r, `the window ${name}`);
    await r.page.keyboard.press("Escape");
  }
  await r.press("Text and theme");
  await r.press("Your own names");
  await r.page.locator("#names").fill("Tagus, place\nFarmers Union\n");
  await r.page.locator(".wrong li").waitFor();
  await clean(r, "the window for names of one's own");
  await r.page.keyboard.press("Escape");
  await r.press("Text and theme");
  await r.press("Your own stop words");
  await r.page.locator("#stops").fill("+agreement\n-who\nfarmers\n");
  await r.page.locator("#own-stops .wrong li").waitFor();
  await clean(r, "the window for stop words of one's own");
  await r.page.keyboard.press("Escape");
  await r.page.setViewportSize({ width: 390, height: 844 });
  await r.page.evaluate(() => dispatchEvent(new Event("beforeinstallprompt", { cancelable: true })));
  await r.notice("Keep Gloss on this device").waitFor();
  await clean(r, "the offer to install, under the text");
  await r.page.setViewportSize({ width: 390, height: 844 });
  await r.press("Edit, export and clear");
  await r.page.getByRole("dialog", { name: "Article" }).waitFor();
  await clean(r, "the window of the phone", narrow);
  await r.page.keyboard.press("Escape");
  await r.press("Clear");
  await r.page.locator(".toast").waitFor();
  await r.press("How it works");
  await r.page.getByRole("dialog", { name: "How it works" }).waitFor();
  await clean(r, "how it works");
}));

test("axe finds nothing wrong while the engine is on its way, with and without a text", visit({ open: false }, async (r) => {
  await r.page.route("**/*.wasm", () => {}); // never answered
  await r.open();
  await clean(r, "loading", [LOOKS[0], LOOKS[3]]);
  await r.paste(PASTE);
  await r.shows("Maria Santos");
  await clean(r, "loading with a text", [LOOKS[1], LOOKS[2]]);
}));

test("axe finds nothing wrong while a long text is read, when it was stopped, and when a text was replaced", visit({ init: held }, async (r) => {
  await r.engine();
  await r.paste(long(400_000));
  await r.page.locator(".work").waitFor();
  await clean(r, "working", [LOOKS[0]]);
  await r.page.getByRole("button", { name: "Cancel" }).click();
  await r.page.locator(".work", { hasText: "Stopped" }).waitFor();
  await clean(r, "stopped", [LOOKS[3]]);
  await r.page.evaluate(() => { window.held = false; });
  await r.read(OTHER);
  await r.page.locator(".toast").waitFor();
  await clean(r, "replaced", [LOOKS[0], LOOKS[3]]);
}));

test("axe finds nothing wrong when the engine could not start", visit({ open: false, allow: [/Failed to load resource/] }, async (r) => {
  await r.page.route("**/worker.js", (route) => route.abort());
  await r.open();
  await r.paste(PASTE);
  await r.notice("The engine could not start").waitFor();
  await clean(r, "failed");
}));

after(() => host.close());

test("axe finds nothing wrong when a new version is offered, and without a network", visit({ keeps: true, origin: host.origin }, async (r) => {
  await r.foot(/^works offline$/);
  await r.read(PASTE);
  host.next("next");
  await offered(r);
  await clean(r, "a new version is offered", [LOOKS[1], LOOKS[2]]);
  await r.profile.setOffline(true);
  await r.foot(/^offline$/);
  await clean(r, "offline", [LOOKS[0], LOOKS[3]]);
}));

test("axe finds nothing wrong in the panel for other sites when it is opened by itself, with a text and without", visit({ path: "/embed" }, async (r) => {
  await r.page.getByText("Nothing to read").waitFor();
  await clean(r, "without a text", [LOOKS[0], LOOKS[3]]);
  await r.open(`/embed#${new URLSearchParams({ text: OTHER, headlines: PASTE })}`);
  await r.row("Stockholm").waitFor();
  await clean(r, "with a text", [LOOKS[1], LOOKS[2]]);
}));
