// A visit: a person with a fresh browser profile at the built site, and what a calm page must never do meanwhile.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after } from "node:test";
import { chromium } from "playwright-core";
import { Reader, WAIT } from "./reader.mjs";
import { root, start } from "./server.mjs";

const LONGEST = 3 * WAIT; // that a journey may take in all

// What the driver switches off anyway (of two such flags the last one counts), and the suggestions under the address bar: in Chromium's recent versions
// they are a page of its own in each new window, which takes a third of what a visit takes in all.
const OFF = ["AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "BlockOriginHeaderModificationOnRedirect", "DestroyProfileOnBrowserClose",
  "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding",
  "ThirdPartyStoragePartitioning", "Translate", "WebUIOmniboxAimPopup", "WebUIOmniboxPopup"];
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  `--disable-features=${OFF.join()}`];

export const CHROMIUM = { executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: FLAGS };
export const browser = await chromium.launch(CHROMIUM);
const servers = [];
export const site = await serve();

after(shut);

// serve starts a server of the built site with these flags and gives its origin.
export async function serve(...flags) {
  const server = await start(...flags);
  servers.push(server);
  return server.origin;
}

// shut ends the browser and the servers.
export async function shut() {
  await browser.close();
  await Promise.all(servers.map((server) => server.stop()));
}

// visit gives the function of a test: act(reader) with a page that is open at the site, then what holds for every journey.
// Options: path, init (a script of the page's own, before all others), allow (console lines that the journey is about), settled
// (false: the page is not opened yet), keeps (true: with the service worker; the others go without, so that
// what they hold back or break is asked of the network), lasts (true: a profile of its own, as the browser of a person has, where the others are
// private windows), by (another browser than Chromium), and all of a Playwright context.
export function visit(...args) {
  const act = args.at(-1);
  const { path: at = "/", init, allow = [], open = true, keeps = false, lasts = false, by = browser, origin = site, ...context } = args.length > 1 ? args[0] : {};
  return async (t) => {
    const { profile, close } = await fresh(lasts, by, { viewport: { width: 1280, height: 900 }, permissions: ["clipboard-read", "clipboard-write"], ...context });
    profile.setDefaultTimeout(WAIT);
    const seen = watch(profile, origin);
    const end = setTimeout(async () => {
      t.diagnostic(`the journey took longer than ${LONGEST / 1000} s`);
      await picture(profile, t);
      await close(); // whatever it waits for ends with an error
    }, LONGEST);
    try {
      await profile.addInitScript(look);
      if (!keeps) await profile.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
      if (init) await profile.addInitScript(init);
      const page = await profile.newPage();
      const reader = new Reader(page, profile, origin, t);
      if (open) await page.goto(origin + at);
      await act(reader, t);
      if (context.javaScriptEnabled !== false) await standing(reader.page, seen);
    } catch (e) {
      await picture(profile, t);
      throw e;
    } finally {
      clearTimeout(end);
      await close();
    }
    assert.deepEqual(seen.filter((line) => !allow.some((a) => a.test(line))), [], "what a calm page never does");
  };
}

// fresh makes a profile with nothing in it: a private window of the one browser, or where it is to be like a person's own, a browser with a new folder.
async function fresh(lasts, by, options) {
  if (!lasts) {
    const profile = await by.newContext(options);
    return { profile, close: () => profile.close() };
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), "gloss-profile-"));
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: path.join(folder, "share"), XDG_CONFIG_HOME: path.join(folder, "config") }; // where an installed app leaves its starter
  const profile = await chromium.launchPersistentContext(folder, { ...CHROMIUM, ...options, env });
  return { profile, close: () => profile.close().finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })) };
}

// picture says what the page showed when a journey failed, and keeps a picture of it.
async function picture(profile, t) {
  const [page] = profile.pages();
  const at = path.join(root, ".cache", "journeys", `${t.name.replace(/\W+/g, "-").slice(0, 80)}.png`);
  try {
    t.diagnostic((await page.evaluate(() => document.body.innerText)).slice(0, 3000));
    await page.screenshot({ path: at, timeout: 5000 });
    t.diagnostic(`a picture of it is in ${at}`);
  } catch (e) {
    t.diagnostic(`no picture of it: ${e.message}`);
  }
}

// watch writes down errors, warnings and requests to other hosts, of the page and of its workers.
function watch(profile, origin) {
  const seen = [];
  profile.on("console", (m) => ["error", "warning", "assert"].includes(m.type()) && seen.push(`console ${m.type()}: ${m.text()}`));
  profile.on("weberror", (e) => seen.push(`error: ${e.error().stack}`));
  profile.on("request", (r) => {
    const url = r.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`)) seen.push(`request: ${url}`);
  });
  return seen;
}

// look runs in the page before its own scripts: it reports breaches of the policy, counts the frames in which nothing was shown,
// sees the page's program arrive, and counts the results that it is told.
export function look() {
  addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
  window.journey = { blank: 0, arrived: false, results: 0, words: 0 };
  const listen = (made, hear) => {
    made.listen((type, said) => {
      if (type === "result") {
        journey.results++;
        journey.words = Number(/"stats":\{"words":(\d+)/.exec(said)[1]);
      }
      hear(type, said);
    });
    journey.arrived = true;
  };
  let gloss;
  Object.defineProperty(window, "gloss", {
    get: () => gloss,
    set(made) { gloss = { ...made, listen: (hear) => listen(made, hear) }; },
  });
  const frame = () => {
    if (document.readyState !== "loading" && !document.querySelector("main > *")) window.journey.blank++;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

// standing looks that the page shows something now, and did in every frame since it was loaded.
async function standing(page, seen) {
  const { blank, words } = await page.evaluate(() => ({ blank: window.journey?.blank ?? 0, words: document.querySelector("main")?.innerText.trim() ?? "" }));
  if (blank) seen.push(`blank: ${blank} frames without a page`);
  if (!words) seen.push("blank: the page shows no words");
}
