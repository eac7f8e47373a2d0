// Kept on the device: what a browser asks of a page that may be installed, its offer, and the shortcuts of the app.

import assert from "node:assert/strict";
import { test } from "node:test";
import { texts } from "./store.mjs";
import { visit } from "./visit.mjs";
import { OTHER, PASTE } from "./texts.mjs";

const ready = (r) => r.foot(/^works offline$/);
const offers = (r) => r.page.locator("[data-do=install]:visible");
const KEEP = "Keep Gloss on this device";

// offer is the browser's own event, as far as a page can make one. It counts how often its window was opened.
const offer = (r) => r.page.evaluate(() => {
  window.opened ??= 0;
  const e = new Event("beforeinstallprompt", { cancelable: true });
  e.prompt = async () => { window.opened++; };
  dispatchEvent(e);
  return e.defaultPrevented;
});

test("A person is offered to install the page, installs it, and it goes on in a window of its own", visit({ keeps: true, lasts: true }, async (r) => {
  await ready(r);
  const tools = await r.profile.newCDPSession(r.page);
  assert.deepEqual((await tools.send("Page.getInstallabilityErrors")).installabilityErrors, []);
  const { url, errors, data } = await tools.send("Page.getAppManifest");
  assert.deepEqual([url, errors], [`${r.site}/manifest.webmanifest`, []]);
  const { appId } = await tools.send("Page.getAppId");
  assert.equal(appId, `${r.site}/`);
  const { icons, screenshots, shortcuts } = JSON.parse(data);
  for (const { src } of [...icons, ...screenshots, ...shortcuts.flatMap((s) => s.icons)]) {
    assert.equal(await r.page.evaluate((src) => fetch(src).then((answer) => answer.status), src), 200, src);
  }
  await r.button("Install").waitFor(); // Chromium's own offer
  await r.read(OTHER);
  await r.notice(KEEP).getByRole("button", { name: "Install", exact: true }).waitFor();
  await tools.send("PWA.install", { manifestId: appId });
  await tools.send("PWA.openCurrentPageInApp", { manifestId: appId });
  await r.until(() => matchMedia("(display-mode: standalone)").matches);
  await r.notice(KEEP).waitFor({ state: "detached" });
  await r.shows("Karin Lindberg");
  await r.press("Clear");
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
  assert.equal(await offers(r).count(), 0);
}));

test("The offer to install is there while the browser makes it, and under a text until the person says: not now", visit(async (r) => {
  await r.engine();
  assert.equal(await offers(r).count(), 0);
  assert.equal(await offer(r), true, "the browser's own bar is held back");
  await r.press("Install");
  await offers(r).waitFor({ state: "detached" });
  assert.equal(await r.page.evaluate(() => window.opened), 1);

  await r.read(OTHER);
  const top = () => r.page.evaluate(() => document.getElementById("story").getBoundingClientRect().top);
  const before = await top();
  await offer(r);
  const notice = r.notice(KEEP);
  await notice.waitFor();
  assert.equal(await top(), before, "the text stays where it is");
  assert.equal(await r.told(KEEP), "It opens from your apps and works without a network.");
  await r.page.evaluate(() => dispatchEvent(new Event("appinstalled")));
  await notice.waitFor({ state: "detached" });

  await offer(r);
  await notice.getByRole("button", { name: "Not now" }).click();
  await notice.waitFor({ state: "detached" });
  await r.page.reload();
  await r.done();
  await offer(r);
  await r.page.locator("#more [data-do=install]").waitFor({ state: "attached" }); // in the phone's menu
  assert.equal(await notice.count(), 0);
  await r.page.setViewportSize({ width: 390, height: 844 });
  await r.press("Edit, export and clear");
  await r.press(KEEP);
  await r.until(() => window.opened === 1 && !document.querySelector("[data-do=install]"));
}));

test("The app's shortcuts read the clipboard and the sample, offline too, and what was there comes back by Undo", visit({ keeps: true }, async (r) => {
  const address = () => r.page.evaluate(() => location.pathname + location.search + location.hash);
  const undo = () => r.page.locator(".toast").getByRole("button", { name: "Undo" });
  await ready(r);
  await r.copy(OTHER);
  await r.open("/?paste");
  await r.shows("Karin Lindberg");
  await r.done();
  assert.equal(await address(), "/");
  assert.equal(await undo().count(), 0, "there was nothing before");

  await r.profile.setOffline(true);
  await r.open("/?sample&utm_source=app#top");
  await r.shows("Paris Agreement");
  assert.equal(await address(), "/?utm_source=app#top");
  await undo().waitFor();
  await r.page.reload();
  await r.done();
  await r.shows("Paris Agreement");
  await r.press("Clear");
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();

  await r.page.locator("#paste").fill("Angela Merkel went to Paris.");
  await kept(r, "Angela");
  await r.copy(PASTE);
  await r.open("/?paste");
  await r.shows("Maria Santos");
  await undo().click();
  await r.shows("Angela Merkel went to Paris.");
  await kept(r, "Angela");
  await r.press("Clear");
  await r.page.locator(".toast", { hasText: "Text and draft removed" }).waitFor();
  assert.equal(await r.page.locator("#paste").inputValue(), "", "what was typed does not come back either");
  await r.profile.setOffline(false);
}));

test("A shortcut whose window opens behind another waits for the person before it reads the clipboard", visit({ open: false }, async (r) => {
  await r.open();
  await r.copy(OTHER);
  await r.page.addInitScript(() => {
    window.reads = 0;
    const { readText } = Clipboard.prototype;
    Clipboard.prototype.readText = function () { window.reads++; return readText.call(this); };
    Document.prototype.hasFocus = () => false;
  });
  await r.open("/?paste");
  await r.engine(); // which comes after the shortcut was begun
  assert.equal(await r.page.evaluate(() => window.reads), 0);
  await r.page.getByRole("heading", { name: "Paste an article" }).waitFor();
  await r.page.evaluate(() => dispatchEvent(new Event("focus")));
  await r.shows("Karin Lindberg");
}));

// kept waits until the draft on the device begins like this.
const kept = (r, words) => r.soon(async () => (await texts(r.page)).some((text) => text.startsWith(words)), words);

test("A shortcut that may not see the clipboard says what to do, and keeps what was there", visit({ permissions: [] }, async (r) => {
  await r.engine();
  await r.dispatch([...OTHER].map((c) => c.charCodeAt(0)));
  await r.done();
  await kept(r, "Berlin");
  await r.open("/?paste");
  assert.match(await r.told("The clipboard was not opened"), /only when you ask for it here. Press Paste, or Ctrl\+V/);
  await r.shows("Karin Lindberg");
  await r.done();
  await r.notice("The clipboard was not opened").getByRole("button", { name: "Paste" }).click();
  await r.until(() => /Press Ctrl\+V \(⌘V\) anywhere on this page instead/.test(document.querySelector(".notice p")?.textContent));
  await r.page.reload();
  await r.done();
  assert.equal(await r.page.locator(".notice").count(), 0);
}));

test("The bar around the page has the colour of the paper, by the system's theme or the chosen one", visit({ colorScheme: "dark" }, async (r) => {
  await r.engine();
  const bar = (want) => r.until((want) => {
    const meta = [...document.querySelectorAll("meta[name=theme-color]")].find((m) => matchMedia(m.media).matches);
    const paper = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map((n) => Number(n).toString(16).padStart(2, "0"));
    return meta.content === want && `#${paper.join("")}` === want;
  }, want);
  await bar("#161615");
  await r.press("Text and theme");
  for (const [theme, colour] of [["Light", "#fbfaf7"], ["Dark", "#161615"], ["Light", "#fbfaf7"], ["System", "#161615"], ["Light", "#fbfaf7"]]) {
    await r.press(theme);
    await bar(colour);
  }
  await r.page.reload();
  await bar("#fbfaf7");
  await r.engine();
  await r.page.emulateMedia({ colorScheme: "light" });
  await bar("#fbfaf7");
  await r.press("Text and theme");
  await r.press("Dark");
  await bar("#161615");
}));
