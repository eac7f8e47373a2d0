// Going from names, words and headlines to their places in the text, and back: by the Highlight API, and with <mark> elements where the
// browser has none.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, HEADLINES, PASTE, count } from "./texts.mjs";

const LISBON = count(ARTICLE, "Lisbon");
const all = (word) => Array(count(ARTICLE, word)).fill(word);

function old() {
  delete CSS.highlights;
  delete globalThis.Highlight;
}

for (const [init, browser] of [[undefined, ""], [old, " in a browser without highlights"]]) {
  const journey = (name, act) => test(name + browser, visit({ init }, async (r, t) => {
    await r.read(PASTE);
    await act(r, t);
    assert.equal(await r.page.locator("#story mark").count() > 0, init === old);
  }));

  journey("A person selects a place, steps through its mentions by buttons and keys, sees where they stand, and lets it go with Escape", async (r) => {
    await r.row("Lisbon").click();
    await r.chosen("Lisbon", `1 of ${LISBON}`);
    assert.deepEqual(await r.lit("at", 1), ["Lisbon"]);
    assert.deepEqual(await r.lit("on", LISBON - 1), all("Lisbon").slice(1));
    assert.equal(await r.row("Lisbon").getAttribute("aria-expanded"), "true");
    assert.equal(await r.page.getByRole("img", { name: `Lisbon: ${LISBON} places` }).locator(".tick:not(.at)").count(), LISBON);
    await r.says(`Lisbon, 1 of ${LISBON}`);
    await r.press("Next mention");
    await r.chosen("Lisbon", `2 of ${LISBON}`);
    await r.page.locator("#story").focus();
    await r.page.keyboard.press("n");
    await r.chosen("Lisbon", `3 of ${LISBON}`);
    await r.page.keyboard.press("n");
    await r.chosen("Lisbon", `1 of ${LISBON}`);
    await r.page.keyboard.press("p");
    await r.chosen("Lisbon", `${LISBON} of ${LISBON}`);
    await r.press("Previous mention");
    await r.chosen("Lisbon", `${LISBON - 1} of ${LISBON}`);
    await r.page.keyboard.press("Escape");
    await r.unchosen();
    assert.deepEqual(await r.lit("at", 0), []);
    assert.equal(await r.row("Lisbon").getAttribute("aria-expanded"), "false");
  });

  journey("A person steps to a mention that is out of sight and it is brought into sight", async (r) => {
    await r.page.setViewportSize({ width: 1280, height: 420 });
    await r.row("World Wide Fund for Nature").click();
    await r.chosen("World Wide Fund for Nature", "1 of 3");
    const { y } = await r.page.evaluate(() => {
      const h = globalThis.CSS?.highlights?.get("at");
      const box = h ? Object.assign(document.createRange(), {}) : document.querySelector("mark.at");
      if (h) {
        const [s] = h;
        box.setStart(s.startContainer, s.startOffset);
        box.setEnd(s.endContainer, s.endOffset);
      }
      return { y: box.getBoundingClientRect().top };
    });
    assert.ok(y > 40 && y < 420, `it stands at ${y} of 420`);
  });

  journey("A person clicks a name in the text and its row opens beside it", async (r) => {
    await r.turn("Keywords");
    await r.click("Lisbon", 1);
    await r.chosen("Lisbon", `2 of ${LISBON}`);
    assert.equal(await r.tab("Who & where").getAttribute("aria-selected"), "true");
    assert.equal(await r.row("Lisbon").getAttribute("aria-expanded"), "true");
    assert.deepEqual(await r.lit("at", 1), ["Lisbon"]);
    await r.click("27 percent");
    await r.chosen("27 percent");
    assert.equal(await r.tab("Numbers").getAttribute("aria-selected"), "true");
    assert.equal(await r.row("27 percent").getAttribute("aria-expanded"), "true");
  });

  journey("A person clicks beside the names and nothing is selected", async (r) => {
    await r.click("harvest");
    await r.page.keyboard.press("?"); // heard after the click
    await r.page.getByRole("dialog", { name: "Keys" }).waitFor();
    assert.equal(await r.page.locator(".chosen:visible").count(), 0);
  });

  journey("A person holds the pointer over a name and is told what it is", async (r) => {
    const { x, y } = await r.place("Maria Santos");
    await r.page.mouse.move(x, y);
    await r.page.locator("#tip:visible", { hasText: "Person Maria Santos" }).waitFor();
    await r.page.mouse.move(5, 300);
    await r.page.locator("#tip").waitFor({ state: "hidden" });
  });

  journey("A person switches a type off in the legend and its marks go, and on again and they are back", async (r) => {
    const places = r.page.getByRole("group", { name: "Which marks to show" }).getByRole("button", { name: /^Places/ });
    const shown = () => r.page.evaluate(() => (CSS.highlights ? CSS.highlights.has("loc-new") : document.querySelectorAll("mark.loc").length > 0));
    assert.equal(await shown(), true);
    await places.click();
    await r.page.locator(".legend .loc[aria-pressed=false]").waitFor();
    assert.equal(await shown(), false);
    await r.click("Lisbon");
    await r.click("Maria Santos");
    await r.chosen("Maria Santos", "1 of 3");
    assert.ok((await r.painted("per-new")).includes("Maria Santos"));
    await places.click();
    await r.page.locator(".legend .loc[aria-pressed=true]").waitFor();
    assert.equal(await shown(), true);
  });

  journey("A person presses a keyword and sees where its forms stand", async (r) => {
    await r.turn("Keywords");
    await r.row("farmers").click();
    await r.chosen("farmers", `1 of ${count(ARTICLE, "farmer")}`);
    const words = [...await r.lit("at", 1), ...await r.lit("on", count(ARTICLE, "farmer") - 1)];
    assert.deepEqual([...new Set(words)].sort(), ["farmer", "farmers"]);
    assert.equal(await r.row("farmers").getAttribute("aria-expanded"), "true");
  });

  journey("A person presses a phrase and sees where it stands", async (r) => {
    await r.turn("Keywords");
    const chip = r.page.getByRole("region", { name: "Phrases" }).getByRole("button").first();
    const phrase = (await chip.evaluate((e) => e.firstChild.textContent)).trim();
    await chip.click();
    assert.deepEqual((await r.lit("at", 1)).map((w) => w.toLowerCase()), [phrase.toLowerCase()]);
    assert.equal(await chip.getAttribute("aria-expanded"), "true");
  });

  journey("A person presses a headline's reason and sees the place in the text", async (r) => {
    await r.turn("Headlines");
    const line = r.panel.locator(".story-list > li", { hasText: HEADLINES[0] });
    await line.getByRole("button", { name: "Spain" }).click();
    await r.chosen("Spain", `1 of ${count(ARTICLE, "Spain")}`);
    assert.deepEqual(await r.lit("at", 1), ["Spain"]);
    await line.getByRole("button", { name: "water" }).click();
    await r.chosen("water");
    assert.deepEqual(await r.lit("at", 1), ["water"]);
  });
}

test("A person says that the last lines are text, then has them looked at as headlines again", visit(async (r) => {
  await r.read(PASTE);
  await r.page.locator(".tail").getByText(`${HEADLINES.length} lines below the text are read as headlines.`).waitFor();
  await r.press("They are text");
  await r.shows(HEADLINES[5]);
  await r.page.locator(".tail").getByText("The whole paste is read as text.").waitFor();
  assert.deepEqual((await r.blocks()).slice(-HEADLINES.length), HEADLINES);
  await r.turn("Headlines");
  await r.panel.getByText("No headlines yet").waitFor();
  await r.press("Look for headlines at its end");
  await r.panel.locator(".story-list > li", { hasText: HEADLINES[0] }).waitFor();
  assert.equal((await r.blocks()).at(-1), BODY.at(-1));
}));

test("A person sees the unrelated headlines folded away, without links, and unfolds them", visit(async (r) => {
  await r.read(PASTE);
  await r.turn("Headlines");
  const club = r.panel.getByText(HEADLINES[4]);
  assert.equal(await club.isVisible(), false);
  await r.page.locator("#instrument").getByText("Not related").click();
  await club.waitFor();
  assert.equal(await r.page.locator(".story-list a").count(), 0);
}));

test("A person presses a selected name once more and it is let go", visit(async (r) => {
  await r.read(PASTE);
  await r.row("Lisbon").click();
  await r.chosen("Lisbon", `1 of ${LISBON}`);
  await r.row("Lisbon").click();
  await r.unchosen();
  await r.row("Lisbon").click();
  await r.press("Clear selection");
  await r.unchosen();
}));
