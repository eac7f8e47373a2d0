// Kept on the device: what a browser asks of a page that may be installed, its offer, and the shortcuts of the app.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";
import { OTHER, PASTE } from "./texts.mjs";

const ready = (r) => r.foot(/^works offline$/);
const install = (r) => r.page.locator("[data-do=install]:visible");
const KEEP = "Keep Gloss on this device";

// offer is the browser's own event, as far as a page can make one. It counts how often its window was opened.
const offer = (r) => r.page.evaluate(() => {
  window.asked ??= 0;
  const e = new Event("beforeinstallprompt", { cancelable: true });
  e.prompt = async () => { window.asked++; };
  dispatchEvent(e);
  return e.defaultPrevented;
});

test("Chromium finds nothing that keeps Gloss from being installed, and makes its own offer", visit({ keeps: true, lasts: true }, async (r) => {
  await ready(r);
  const tools = await r.profile.newCDPSession(r.page);
  const { installabilityErrors } = await tools.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors, []);
  const { url, errors, data } = await tools.send("Page.getAppManifest");
  assert.deepEqual([url, errors], [`${r.site}/manifest.webmanifest`, []]);
  assert.equal((await tools.send("Page.getAppId")).appId, `${r.site}/`);
  const { icons, screenshots, shortcuts } = JSON.parse(data);
  for (const { src } of [...icons, ...screenshots, ...shortcuts.flatMap((s) => s.icons)]) {
    const answer = await r.page.request.get(`${r.site}/${src}`);
    assert.equal(answer.status(), 200, src);
  }
}));

test("PROBE install", visit({ keeps: true, lasts: true }, async (r) => {
  await ready(r);
  await install(r).waitFor();
  await r.page.evaluate(() => { window.heardInstalled = 0; addEventListener("appinstalled", () => window.heardInstalled++); });
  const tools = await r.profile.newCDPSession(r.page);
  const id = `${r.site}/`;
  for (const [m, p] of [["PWA.install", { manifestId: id }], ["PWA.openCurrentPageInApp", { manifestId: id }]]) {
    console.log(await r.page.evaluate(() => [window.heardInstalled, matchMedia("(display-mode: standalone)").matches]), await install(r).count());
    try { console.log(m, await tools.send(m, p)); } catch (e) { console.log(m, e.message); }
  }
  await r.page.waitForTimeout(3000);
  console.log(await r.page.evaluate(() => [window.heardInstalled]), await install(r).count(), r.profile.pages().length);
  for (const p of r.profile.pages()) console.log(p.url(), await p.evaluate(() => matchMedia("(display-mode: standalone)").matches));
}));
