// Pictures of each state and panel, at two widths and in two themes: node screenshots.mjs [folder [state ...]]
// The one that the README shows goes to .screenshots/read.png.

import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Reader, WAIT } from "./reader.mjs";
import { PASTE, OTHER, long } from "./texts.mjs";
import { browser, look, shut, site } from "./visit.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [, , to, ...only] = process.argv;
const folder = path.resolve(to ?? path.join(root, ".cache", "screenshots"));
mkdirSync(folder, { recursive: true });
mkdirSync(path.join(root, ".screenshots"), { recursive: true });

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
  "read-headlines": (r) => tab(r, "Headlines"),
  "read-numbers": (r) => tab(r, "Numbers"),
  "read-selected": async (r) => {
    await tab(r, "Who & where");
    await r.row("Barack Obama").click();
    await r.page.locator(".chosen:visible").waitFor();
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

// take makes one picture in a fresh profile.
async function take(name, lead, width, colorScheme) {
  const profile = await browser.newContext({ viewport: { width, height: width < 1000 ? 844 : 900 }, colorScheme, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });
  profile.setDefaultTimeout(WAIT);
  const page = await profile.newPage();
  const r = new Reader(page, profile, site);
  await profile.addInitScript(look);
  await profile.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined })); // what a state breaks is asked of the network
  await page.goto(site);
  await r.engine();
  await lead(r, width);
  await page.evaluate(() => document.fonts.ready);
  const at = path.join(folder, `${name}-${width}-${colorScheme}.png`);
  await page.screenshot({ path: at });
  if (name === "read-selected" && width > 1000 && colorScheme === "light") {
    await page.setViewportSize({ width, height: 720 });
    await page.screenshot({ path: path.join(root, ".screenshots", "read.png") });
  }
  await profile.close();
  console.log(at);
}

try {
  for (const [name, lead] of Object.entries(states)) {
    if (only.length && !only.includes(name)) continue;
    for (const width of [390, 1280]) for (const colorScheme of ["light", "dark"]) await take(name, lead, width, colorScheme);
  }
} finally {
  await shut();
}
