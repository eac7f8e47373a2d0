// Pictures of each state and panel, at two widths and in two themes: node screenshots.mjs [folder [state ...]]
// The one that the README shows goes to .screenshots/read.png, those that the manifest names to web/screenshots.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { palette } from "./palette.mjs";
import { Reader } from "./reader.mjs";
import { offered, releases } from "./release.mjs";
import { HEADLINES, NAMES, PASTE, OTHER, VOICES, long } from "./texts.mjs";
import { browser, look, shut, site } from "./visit.mjs";

const PATIENCE = 60_000; // ms that any step may take
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [, , to, ...only] = process.argv;
const folder = path.resolve(to ?? path.join(root, ".cache", "screenshots"));
for (const f of [folder, path.join(root, ".screenshots"), path.join(root, "web", "screenshots")]) mkdirSync(f, { recursive: true });

// states are the pictures: what leads to each, from the empty page.
const states = {
  "empty": async () => {},
  "typed": (r) => r.page.locator("#paste").fill("Angela Merkel went to Paris."),
  "refused": async (r) => {
    await r.paste("  ");
    await r.notice("There is nothing to read").waitFor();
  },
  "read-who": sample,
  "read-keywords": (r) => tab(r, "Keywords"),
  "read-quotes": async (r) => {
    await tab(r, "Quotes");
    await r.panel.locator(".said .name").nth(1).click();
    await r.page.locator(".chosen:visible").waitFor();
  },
  "read-voices": async (r) => {
    await r.read(VOICES);
    await r.turn("Quotes");
    await r.panel.locator(".voice").nth(2).click();
  },
  "stop-words": async (r, width) => {
    await r.read(PASTE);
    if (width < 1000) await r.press("Edit, export and clear");
    else await r.press("Text and theme");
    await r.press("Your own stop words");
    await r.page.locator("#stops").fill("+agreement\n-who\n[fr]\n+maison\nfarmers\n");
    await r.page.locator(".wrong li").waitFor();
  },
  "read-word": async (r) => {
    await tab(r, "Keywords");
    await r.panel.locator(".bar-row", { hasText: /^climate/ }).click();
    await r.panel.locator("#lines b").first().waitFor();
  },
  "read-phrase": async (r) => {
    await tab(r, "Keywords");
    await r.panel.locator(".chip").nth(2).click();
    await r.panel.locator("#lines b").first().waitFor();
  },
  "read-any-word": async (r) => {
    await tab(r, "Keywords");
    await r.page.locator("#anyword").fill("the");
    await r.page.keyboard.press("Enter");
    await r.panel.getByRole("button", { name: /^Show all/ }).click();
    await r.page.locator("#lines.all b").nth(9).waitFor();
  },
  "read-together": async (r, width) => {
    await sample(r);
    if (width < 1000) await r.tab("Who & where").click();
    await r.row("Ban Ki-moon").click();
    await r.panel.locator(".open .links button[title]").first().click();
    await r.panel.locator(".open .links [aria-pressed=true]").waitFor();
  },
  "read-headlines": (r) => tab(r, "Headlines"),
  "read-numbers": (r) => tab(r, "Numbers"),
  "read-selected": async (r) => {
    await tab(r, "Who & where");
    await r.row("Barack Obama").click();
    await r.page.locator(".chosen:visible").waitFor();
  },
  "read-related": async (r, width) => {
    await r.read(NAMES);
    if (width < 1000) await r.tab("Who & where").click();
    await r.row("Tehran").click();
    await r.panel.locator(".open .links").first().scrollIntoViewIfNeeded();
  },
  "read-unsure": async (r, width) => {
    await r.read(NAMES);
    if (width < 1000) await r.tab("Who & where").click();
    await r.panel.getByRole("switch").click();
    await r.panel.getByRole("region", { name: "Unsure" }).locator(".row").last().click();
    await r.panel.locator(".open .sure").scrollIntoViewIfNeeded();
  },
  "edit": async (r) => {
    await sample(r);
    await r.page.keyboard.press("e");
    await r.page.locator("#editor").waitFor();
  },
  "replaced": async (r) => {
    await sample(r);
    await r.read(OTHER);
    await r.page.locator(".toast").waitFor();
  },
  "language": async (r) => {
    await r.read("Le Portugal et l’Espagne ont signé mercredi un accord sur le partage des eaux du Tage pendant les années de sécheresse.");
    await r.notice("This language is not supported yet").waitFor();
  },
  "working": atWork,
  "stopped": async (r) => {
    await atWork(r);
    await r.press("Cancel");
    await r.page.locator(".work", { hasText: "Stopped" }).waitFor();
  },
  "failed": async (r) => {
    await r.page.route("**/worker.js", (route) => route.abort());
    await r.page.reload();
    await r.paste(PASTE);
    await r.notice("The engine could not start").waitFor();
  },
  "loading": async (r) => {
    await r.page.route("**/*.wasm", () => {}); // never answered
    await r.page.reload();
    await r.paste(PASTE);
    await r.shows("Maria Santos");
  },
  "install": install,
  "install-read": async (r) => {
    await sample(r);
    await install(r);
    await r.notice("Keep Gloss on this device").scrollIntoViewIfNeeded();
  },
  "works-offline": kept,
  "offline": async (r) => {
    await kept(r);
    await sample(r);
    await r.profile.setOffline(true);
    await r.foot(/^offline$/);
    await r.page.locator(".foot .badge").scrollIntoViewIfNeeded(); // at the end of the text, on a phone
  },
  "update": async (r) => {
    await kept(r);
    await sample(r);
    host.next("next");
    await offered(r);
  },
  "demo": demo,
  "demo-open": async (r) => {
    const panel = await demo(r);
    if (await panel.locator("details:not([open])").count()) await panel.locator("summary").click();
    await panel.getByRole("tab", { name: "Related" }).click();
    await r.page.locator("gloss-article").first().scrollIntoViewIfNeeded();
  },
  "embed": async (r) => {
    await r.open(`/embed/#${new URLSearchParams({ text: PASTE, headlines: HEADLINES.join("\n") })}`);
    await r.page.reload(); // what stands after the # alone is no new page
    await r.page.locator("#instrument .name").first().waitFor();
  },
  "settings": (r) => open(r, "Text and theme"),
  "export": async (r, width) => {
    await sample(r);
    if (width < 1000) await r.press("Edit, export and clear");
    await open(r, "Export");
  },
  "keys": async (r) => {
    await sample(r);
    await r.page.keyboard.press("?");
    await r.page.locator("dialog[open]").waitFor();
  },
};

async function sample(r) {
  await r.page.locator("[data-do=sample]").click();
  await r.done();
}

async function tab(r, name) {
  await sample(r);
  if (await r.tab(name).getAttribute("aria-selected") !== "true" || r.page.viewportSize().width < 1000) await r.tab(name).click();
  await r.page.locator("[role=tab][aria-selected=true]", { hasText: name }).waitFor();
}

async function open(r, button) {
  await r.press(button);
  await r.page.locator("dialog[open]").waitFor();
}

async function atWork(r) {
  const send = await r.engineTools();
  await send("Debugger.enable");
  await r.paste(long(400_000));
  await r.page.locator(".work").waitFor();
  await send("Debugger.pause"); // so that it lasts
}

// install makes an offer to install the page, as the browser does; here it does none.
async function install(r) {
  await r.page.evaluate(() => dispatchEvent(new Event("beforeinstallprompt", { cancelable: true })));
  await r.page.locator("[data-do=install]").first().waitFor({ state: "attached" });
}

function kept(r) { return r.foot(/^works offline$/); }

// demo gives the panel on the host page, once it has read the article.
async function demo(r) {
  await r.open("/demo/");
  const frame = r.page.locator("gloss-article").first();
  await frame.scrollIntoViewIfNeeded();
  const panel = frame.locator("iframe").contentFrame();
  await panel.locator("summary small").filter({ hasText: /./ }).waitFor({ state: "attached" }); // said once the article is read
  await r.page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  return panel;
}

// What only the service worker shows is taken from this host, which has a new version when next is called. What a state breaks is asked of the network:
// all others go without that worker.
const WORKER = ["works-offline", "offline", "update"];
const host = await releases();

// picture leads a fresh profile to a state and gives what its window shows.
async function picture(name, lead, { width, height, colorScheme }) {
  const profile = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
  try {
    profile.setDefaultTimeout(PATIENCE);
    const at = WORKER.includes(name) ? host.origin : site;
    host.next("");
    const page = await profile.newPage();
    const r = new Reader(page, profile, at);
    await profile.addInitScript(look);
    if (at === site) await profile.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
    await page.goto(at);
    await r.engine();
    await lead(r, width);
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot();
  } finally {
    await profile.close();
  }
}

// shots are the pictures that are shown elsewhere, by where they go.
const shots = [
  [".screenshots/read.png", states["read-selected"], { width: 1280, height: 720 }],
  ["web/screenshots/read-wide.png", sample, { width: 1280, height: 800 }],
  ["web/screenshots/headlines-wide.png", states["read-headlines"], { width: 1280, height: 800 }],
  ["web/screenshots/read-narrow.png", sample, { width: 390, height: 844 }],
  ["web/screenshots/who-narrow.png", (r) => tab(r, "Who & where"), { width: 390, height: 844 }],
];

// jobs are all pictures to take: [name, file, what takes it].
const jobs = Object.entries(states).flatMap(([name, lead]) => [390, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => [
  name, path.join(folder, `${name}-${width}-${colorScheme}.png`), () => picture(name, lead, { width, height: width < 1000 ? 844 : 900, colorScheme }),
])));
const blank = await (await browser.newContext()).newPage();
for (const [file, lead, size] of shots) {
  const name = path.basename(file, ".png");
  jobs.push([name, path.join(root, file), async () => palette(blank, await picture(name, lead, { ...size, colorScheme: "light" }))]);
}

// takeAll takes the pictures and gives those that could not be taken.
async function takeAll(jobs) {
  const failed = [];
  for (const job of jobs) {
    const [, file, take] = job;
    try {
      writeFileSync(file, await take());
      console.log(file);
    } catch (e) {
      failed.push(job);
      console.error(`${file}: ${e.message}`);
    }
  }
  return failed;
}

// One picture that fails does not cost the others; it is tried once more at the end, when the machine may have less to do.
let failed = [];
try {
  failed = await takeAll(jobs.filter(([name]) => !only.length || only.includes(name)));
  if (failed.length) failed = await takeAll(failed);
} finally {
  host.close();
  await shut();
}
if (failed.length) {
  console.error(`not taken: ${failed.map(([, file]) => path.basename(file)).join(", ")}`);
  process.exitCode = 1;
}
