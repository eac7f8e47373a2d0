// From one version of the site to the next, half of one, no room for one, and none at all.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, beforeEach, test } from "node:test";
import { Relay, faults } from "./relay.mjs";
import { Reader } from "./reader.mjs";
import { root } from "./server.mjs";
import { visit } from "./visit.mjs";
import { BODY, BYLINE, OTHER, PASTE, TITLE, long } from "./texts.mjs";

const host = await new Relay().start();
const { origin } = host;
after(() => host.stop());
beforeEach(() => Object.assign(host, { tamper: () => false, asked: [], version: "" }));

const keeps = { keeps: true, origin, open: false };
const ONE = "aaaaaaaaaaa1", TWO = "bbbbbbbbbbb2"; // versions
const ready = (r) => r.foot(/^works offline$/);
const NEW = "A new version is ready.";
const toast = (r, words = NEW) => r.page.locator(".toast", { hasText: words });
const only = (r, version) => r.until(async (version) => (await caches.keys()).join() === `gloss-${version}@/`, version);
const look = (r) => r.page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.update()));

const anotherManifest = (file) => {
  if (file.path === "/manifest.webmanifest") Object.assign(file, { headers: { "content-type": "application/manifest+json" }, body: Buffer.from("{}") });
};

// at opens the page of a version and waits until it works offline.
async function at(r, version) {
  host.version = version;
  await r.open();
  await ready(r);
}

// taken presses Reload in the toast and waits for the new page in each tab.
async function taken(r, ...others) {
  const loads = [r, ...others].map((tab) => tab.page.waitForEvent("load"));
  await r.button("Reload", toast(r)).click();
  await Promise.all(loads);
}

test("A new version waits, in each tab, until a person takes it in one; then both have it, with what they read", visit(keeps, async (r) => {
  await at(r, ONE);
  await r.read(PASTE);
  const two = new Reader(await r.profile.newPage(), r.profile, origin, r.t);
  await two.page.addInitScript(() => { // a tab in the background, as far as it knows
    Object.defineProperty(document, "hidden", { get: () => true });
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    Object.defineProperty(ServiceWorkerRegistration.prototype, "onupdatefound", { // and so busy that it hears of the install when that is over
      set(hear) {
        this.addEventListener("updatefound", async () => {
          while (!this.waiting) await new Promise((resolve) => { setTimeout(resolve, 20); });
          hear();
        });
      },
    });
  });
  await two.open();
  await ready(two);
  await r.page.bringToFront();
  host.version = TWO;
  await look(r);
  await toast(r).waitFor();
  await toast(two).waitFor();
  await r.done();
  assert.ok((await r.page.evaluate(() => caches.keys())).includes(`gloss-${ONE}@/`), "the version in use is kept until the other is taken");
  await r.paste(OTHER); // whose own toast passes over the one that stays
  await r.button("Undo", toast(r, "A new text has taken the place")).click();
  await r.row("Lisbon").waitFor();
  await taken(r, two);
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  await only(r, TWO);
  await two.done();
  assert.deepEqual(await two.blocks(), [TITLE, BYLINE, ...BODY]);
  await ready(two);
  assert.equal(await two.page.evaluate(() => window.gloss.build.version), TWO);
  assert.equal(await toast(r).count(), 0);
}));

test("A new version is taken while 5 MB are read: the text is there and is read again", visit(keeps, async (r) => {
  const text = long(5_000_000);
  await at(r, ONE);
  host.version = TWO;
  await look(r);
  await toast(r).waitFor();
  await r.paste(text);
  await r.page.locator(".work", { hasText: "paragraph" }).waitFor();
  await taken(r);
  await r.page.locator(".work", { hasText: "paragraph" }).waitFor();
  const whole = text.split("\n\n").reduce((sum, block) => sum + block.length, 0); // the last of them are laid out when the first have been read
  await r.until((whole) => [...document.querySelectorAll("#story :is(h1, p)")].reduce((sum, e) => sum + e.textContent.length, 0) === whole, whole);
  assert.equal((await r.blocks()).join("\n\n"), text);
  await r.press("Cancel");
  await only(r, TWO);
}));

test("After fifty new versions in a row nothing is left of the old ones, and the last works offline", visit({ ...keeps, allow: [/404/] }, /* the icon that browsers ask for beside a plain text */ async (r) => {
  await at(r, "v0");
  host.tamper = (file) => { // all but the last are without the large files, for the sake of time
    if (file.path === "/sw.js") file.body = Buffer.from(file.body.toString().replace(/"(app|models)[^"]*":"\w*",/g, ""));
  };
  await r.page.goto(`${origin}/notice.txt`); // a page of the site that runs none of its scripts
  for (let n = 1; n <= 50; n++) {
    host.version = `v${n}`;
    if (n === 50) host.tamper = () => false;
    await r.page.evaluate(async () => {
      const known = await navigator.serviceWorker.getRegistration();
      const found = new Promise((resolve) => { known.onupdatefound = () => resolve(known.installing); });
      await known.update();
      const worker = await found;
      const state = (name) => worker.state === name || new Promise((resolve) => { worker.addEventListener("statechange", () => worker.state === name && resolve()); });
      await state("installed");
      const active = state("activated");
      worker.postMessage("take over");
      await active;
    });
  }
  await only(r, "v50");
  await host.stop();
  try {
    await r.open();
    await r.read(PASTE);
    await ready(r);
  } finally {
    await host.start();
  }
}));

test("A tab that is open for long looks for a new version now and then, when it is seen again and when the network is back", visit(keeps, async (r) => {
  await r.page.clock.install();
  await at(r, ONE);
  const seen = () => r.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const looks = async (times, act) => {
    host.asked = [];
    await act();
    await host.heard("/sw.js", times);
  };
  await looks(1, () => r.page.clock.fastForward("04:00:01"));
  await looks(1, async () => {
    await seen(); // too soon
    await r.page.clock.fastForward("01:00:01");
    await seen();
  });
  await looks(1, async () => {
    await r.profile.setOffline(true);
    await r.foot(/^offline$/);
    await r.page.clock.fastForward("01:01");
    await r.profile.setOffline(false);
  });
  assert.equal(host.count("/sw.js"), 1);
  host.version = TWO;
  await r.page.clock.fastForward("04:00:01");
  await toast(r).waitFor();
}));

test("A host that has half of a new version changes nothing; when it has the whole, it is offered", visit({ ...keeps, allow: [/503/] }, async (r) => {
  await at(r, ONE);
  const mixed = {
    ccccccccccc3: (file) => { if (file.path === "/") file.body = Buffer.from(file.body.toString().replaceAll(host.version, ONE)); },
    ddddddddddd4: anotherManifest,
    eeeeeeeeeee5: faults.lost("/manifest.webmanifest"),
  };
  for (const [version, half] of Object.entries(mixed)) {
    host.version = version;
    host.tamper = half;
    await r.page.evaluate(async () => {
      window.fate = "";
      const known = await navigator.serviceWorker.getRegistration();
      known.addEventListener("updatefound", () => {
        const worker = known.installing;
        worker.addEventListener("statechange", () => { window.fate = worker.state; });
      }, { once: true });
      known.update().catch(() => {});
    });
    await r.until(() => window.fate !== "");
    assert.equal(await r.page.evaluate(() => window.fate), "redundant");
  }
  assert.equal(await toast(r).count(), 0);
  await r.page.reload();
  await ready(r);
  assert.equal(await r.page.evaluate(() => window.gloss.build.version), ONE);
  host.tamper = () => false;
  host.version = TWO;
  await look(r);
  await toast(r).waitFor();
  await taken(r);
  await only(r, TWO);
}));

test("A first visit of which a file is missing, or whose worker is killed, works; it is made whole when the network is back", visit({ ...keeps, allow: [/503/] }, async (r) => {
  const tools = await r.profile.newCDPSession(await r.profile.newPage());
  await tools.send("ServiceWorker.enable");
  const broken = () => r.until(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    return !known || (!known.installing && !known.active);
  });
  host.tamper = faults.lost("/demo/demo.");
  await r.open();
  await r.read(PASTE);
  await host.heard("/demo/demo.");
  await broken();
  host.tamper = (file) => file.path.includes("/demo/demo.") && new Promise(() => {}); // never answered
  host.asked = [];
  await r.page.evaluate(() => dispatchEvent(new Event("online")));
  await host.heard("/demo/demo.");
  await tools.send("ServiceWorker.stopAllWorkers");
  await broken();
  assert.equal(await r.page.locator(".foot", { hasText: "works offline" }).count(), 0);
  host.tamper = () => false;
  await r.page.evaluate(() => dispatchEvent(new Event("online")));
  await ready(r);
}));

test("A file that was lost on the device is fetched again; where the host has a newer version by now, the next page is of that one", visit(keeps, async (r) => {
  await at(r, ONE);
  const lose = (part) => r.page.evaluate(async (part) => {
    const cache = await caches.open((await caches.keys()).find((name) => name.startsWith("gloss-")));
    const keys = (await cache.keys()).filter((k) => k.url.includes(part));
    await Promise.all(keys.map((k) => cache.delete(k)));
    return keys.length;
  }, part);
  const cache = `gloss-${ONE}@/`;
  const count = () => r.page.evaluate(async (cache) => (await (await caches.open(cache)).keys()).length, cache);
  const whole = await count();
  assert.equal(await lose(".css"), 2);
  await r.page.reload();
  await r.read(PASTE);
  await ready(r);
  await r.until(async ([cache, whole]) => (await (await caches.open(cache)).keys()).length === whole, [cache, whole]);
  assert.equal(await lose("/manifest.webmanifest"), 1);
  host.version = TWO;
  host.tamper = anotherManifest;
  await r.page.reload();
  await r.until(async (cache) => !(await caches.keys()).includes(cache), cache);
  host.tamper = () => false;
  await r.page.reload();
  await r.until((two) => window.gloss.build.version === two, TWO);
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
}));

test("There is no room on the device to keep the page: it is said once, the text is kept, and it is tried again", visit({ ...keeps, allow: [/Quota/] }, async (r) => {
  const tools = await r.profile.newCDPSession(r.page);
  await tools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 3_000_000 });
  await r.open();
  await toast(r, "There is no room on this device to keep the page for use without a network.").waitFor();
  await r.read(PASTE);
  await r.until(async () => (await caches.keys()).length === 0);
  assert.equal(await r.page.locator(".notice").count(), 0);
  await r.page.reload();
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  await tools.send("Storage.overrideQuotaForOrigin", { origin });
  await r.page.reload();
  await ready(r);
}));

test("The kill switch takes the service worker away from who has it, reloads their pages once, and leaves the text", visit(keeps, async (r) => {
  const kill = `const SITE = {"base": "/"};\n${readFileSync(path.join(root, "web", "kill.js"))}`; // as cmd/bundle -kill-switch does
  await at(r, "");
  await r.read(PASTE);
  await r.page.evaluate(() => caches.open("another-app"));
  let loads = 0;
  r.page.on("load", () => { loads++; });
  host.tamper = (file) => { if (file.path === "/sw.js") file.body = kill; };
  await Promise.all([r.page.waitForEvent("load"), look(r).catch(() => {})]);
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  const gone = () => r.until(async () => (await caches.keys()).join() === "another-app" && !(await navigator.serviceWorker.getRegistration()));
  await gone();
  host.asked = [];
  await r.page.reload(); // which registers it again
  await host.heard("/sw.js");
  await r.done();
  await gone();
  assert.ok(host.asked.includes("/"), "the page comes from the host");
  assert.ok(loads <= 3, `${loads} loads`);
  assert.equal(await r.page.locator(".foot", { hasText: "works offline" }).count(), 0);
}));
