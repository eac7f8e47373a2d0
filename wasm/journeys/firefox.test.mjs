// The same page in Firefox, driven by WebDriver BiDi: FIREFOX names another one than Debian's.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { firefox } from "playwright-core";
import { start } from "./server.mjs";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, BYLINE, OTHER, PASTE, TITLE, count } from "./texts.mjs";

const browser = await firefox.launch({ channel: "moz-firefox", executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr" });
after(() => browser.close());

// paste fills the clipboard as a person does who has no other window, by cutting a text out of the box, and presses Ctrl+V.
async function paste(r, text) {
  const box = r.page.locator("#paste");
  await box.fill(text);
  for (const key of ["a", "x"]) await box.press(`Control+${key}`);
  await r.until(() => document.getElementById("paste").value === "");
  await box.press("Control+V");
}

// marked asserts that the text is on the page with its names painted, and that one of them can be gone to.
async function marked(r) {
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  assert.equal(await r.page.evaluate(() => CSS.highlights.has("per-new")), true);
  assert.ok((await r.painted("per-new")).includes("Maria Santos"));
  await r.row("Lisbon").click();
  await r.chosen("Lisbon", `1 of ${count(ARTICLE, "Lisbon")}`);
  assert.deepEqual(await r.lit("at", 1), ["Lisbon"]);
  assert.deepEqual(await r.lit("on", 2), ["Lisbon", "Lisbon"]);
}

test("A person with Firefox pastes an article, sees its names, and after the server was stopped loads the page again and reads on", async (t) => {
  const server = await start();
  try {
    await visit({ by: browser, keeps: true, origin: server.origin, permissions: [] }, async (r) => {
      await r.foot(/^works offline$/);
      await paste(r, PASTE);
      await r.done();
      await marked(r);
      await server.stop();
      await r.page.reload();
      await r.done();
      await marked(r);
      await r.press("Clear");
      await paste(r, OTHER);
      await r.row("Karin Lindberg").waitFor();
    })(t);
  } finally {
    await server.stop();
  }
});
