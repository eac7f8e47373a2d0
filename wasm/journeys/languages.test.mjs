// Texts in other languages than English: each is read by the tables of its own, which are fetched when it is met and kept from then on.

import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { LOOKS, clean } from "./axe.mjs";
import { Relay, faults } from "./relay.mjs";
import { visit } from "./visit.mjs";
import { FRENCH, MIXED, OTHER, RUSSIAN, count, long } from "./texts.mjs";

const host = await new Relay().start();
const { origin } = host;
after(() => host.stop());
beforeEach(() => Object.assign(host, { tamper: () => false, asked: [], version: "" }));

// tables are the languages whose tables the host was asked for, models those whose model of names.
const tables = () => asked(/^\/models\/(\w+)\.\w+\.txt/);
const models = () => asked(/^\/models\/(\w+)\.\w+\.names/);
const asked = (what) => [...new Set(host.asked.map((path) => what.exec(path)?.[1]).filter(Boolean))].sort();

const COUNTED = "words are counted, but no names, phrases or quotes are looked for.";
const lacking = (language) => `The words of ${language} could not be fetched`;

// counted waits until the words have one whose forms, all of which have its beginning, stand in the text so often.
async function counted(r, text, word, beginning) {
  await r.turn("Keywords");
  await r.soon(async () => (await r.row(word).first().locator(".count").allTextContents())[0] === String(count(text.toLowerCase(), beginning)), word);
  await r.turn("Who & where");
}

// spoken is the language of the text on the page, and that of each of its blocks which is in another.
const spoken = (r) => r.page.evaluate(() => [document.getElementById("story").lang, [...document.querySelectorAll("#story :is(h1, p)[lang]")].map((e) => e.lang)]);

// held keeps a file away until it is let go.
function held(part) {
  let go;
  const gate = new Promise((resolve) => { go = resolve; });
  host.tamper = async (file) => { if (file.path.includes(part)) await gate; };
  return go;
}

test("A person pastes French, then Russian, then both, then English: each is read by its own words, and no others are fetched", visit({ origin, locale: "fr-FR" }, async (r) => {
  await r.read(FRENCH);
  await r.foot(/^French$/);
  await r.row("Claire Delmas").click();
  await r.chosen("Claire Delmas", `1 of ${count(FRENCH, "Claire Delmas")}`);
  await r.panel.getByText("In French, names are found by rules: they are rougher than in English.").waitFor();
  await counted(r, FRENCH, "pont", "pont");
  assert.deepEqual([await spoken(r), tables(), models()], [["fr", []], ["all", "fr"], []]);

  const go = held("models/ru.");
  await r.paste(RUSSIAN);
  await r.page.locator(".work", { hasText: "getting the words of Russian" }).waitFor();
  await r.shows("Анна Громова");
  go();
  await r.done(1);
  await r.foot(/^Russian$/);
  await r.row("Анна Громова").waitFor();
  await counted(r, RUSSIAN, "пристань", "пристан");
  assert.deepEqual([await spoken(r), tables(), models()], [["ru", []], ["all", "fr", "ru"], []]);

  await r.read(MIXED);
  await r.foot(/^French, with Russian$/);
  await r.row("Claire Delmas").waitFor();
  await r.row("Анна Громова").waitFor();
  assert.deepEqual([await spoken(r), tables()], [["fr", ["ru"]], ["all", "fr", "ru"]]);
  await clean(r, "a text in two languages", [LOOKS[0], LOOKS[3]]);

  const learn = held(".names");
  const before = await r.page.evaluate(() => window.journey.results);
  await r.paste(OTHER);
  await r.foot(/^read by rules, the model is on its way$/);
  learn();
  await r.done(before);
  await r.foot(/^English$/);
  assert.deepEqual([tables(), models()], [["all", "en", "fr", "ru"], ["en"]]);
  assert.equal(await r.page.locator(".notice").count(), 0);
  await r.paste(long(12_000));
  await r.foot(/^[1-9]\u202f\d{3} words$/); // the number as in French, the word is the page's
}));

test("A person says that a text is in another language, or is to be read plainly: it is, after a reload too, until they say that it is as it seems", visit({ origin }, async (r) => {
  const say = async (language) => {
    await r.page.locator(".foot .speech").click();
    await r.page.getByRole("dialog", { name: "Language of the text" }).getByRole("button", { name: language, exact: true }).click();
  };
  await r.read(OTHER);
  await r.row("Karin Lindberg").waitFor();
  await r.page.locator(".foot .speech").click();
  await clean(r, "the choice of a language", [LOOKS[1], LOOKS[2]]);
  await r.page.keyboard.press("Escape");
  await say("Swedish");
  await r.foot(/^Swedish$/);
  assert.deepEqual([await spoken(r), tables()], [["sv", []], ["all", "en", "sv"]]);
  await say("Another one: read it plainly");
  await r.foot(/read plainly$/);
  await r.panel.getByText("No names in this text").waitFor();
  assert.equal(await r.page.locator(".notice").count(), 0, "it was the person's own wish");
  await r.page.reload();
  await r.done();
  await r.foot(/read plainly$/);
  await say("As the text is");
  await r.foot(/^English$/);
  await r.row("Karin Lindberg").waitFor();
  await r.page.reload();
  await r.done();
  await r.foot(/^English$/);

  await r.page.setViewportSize({ width: 390, height: 844 });
  await r.press("Edit, export and clear");
  await r.page.getByRole("dialog", { name: "Article" }).getByRole("button", { name: "Language of the text" }).click();
  await r.page.getByRole("dialog", { name: "Language of the text" }).getByRole("button", { name: "Swedish" }).click();
  await r.foot(/^Swedish$/);
  await r.read(FRENCH); // a new text is as it seems again
  await r.foot(/^French$/);
}));

test("After a visit in French, French is read without a network, by a new version of the site too; Russian is not, and says so until the network is back", visit({ origin, keeps: true, open: false, locale: "fr-FR", allow: [/ERR_|Failed to load resource/] }, async (r) => {
  const ready = () => r.foot(/^works offline$/);
  const kept = (version = "") => r.page.evaluate(async (version) => {
    const all = await Promise.all((await caches.keys()).filter((name) => name.includes(version)).map(async (name) => (await caches.open(name)).keys()));
    return [...new Set(all.flat().map((q) => /models\/(\w+)\./.exec(q.url)?.[1]).filter(Boolean))].sort();
  }, version);
  host.version = "aaaaaaaaaaa1";
  await r.open();
  await r.read(FRENCH);
  await ready();
  assert.deepEqual(await kept(), ["all", "fr"]);
  host.version = "bbbbbbbbbbb2";
  await r.page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.update()));
  const take = r.page.locator(".toast", { hasText: "A new version is ready." }).getByRole("button", { name: "Reload" });
  await take.waitFor();
  assert.deepEqual(await kept(host.version), ["all", "fr"], "before it is taken");
  const loaded = r.page.waitForEvent("load");
  await take.click();
  await loaded;
  await r.done();
  await r.until(async () => (await caches.keys()).join() === "gloss-bbbbbbbbbbb2@/");
  assert.deepEqual([await kept(), tables(), models()], [["all", "fr"], ["all", "fr"], []]);

  await host.stop();
  try {
    await r.profile.setOffline(true);
    await r.page.reload();
    await r.done();
    await r.foot(/^French$/);
    await r.row("Claire Delmas").waitFor();
    await r.read(RUSSIAN);
    assert.equal(await r.told(lacking("Russian")), `There is no network, and nothing in Russian was read here before. What is written in it is read plainly meanwhile: ${COUNTED}`);
    await r.foot(/^Russian, read plainly$/);
    await r.shows("Анна Громова");
    await clean(r, "a language that could not be had", [LOOKS[0], LOOKS[3]]);
  } finally {
    await host.start();
  }
  await r.profile.setOffline(false);
  await r.button("Try again", r.notice(lacking("Russian"))).click();
  await r.foot(/^Russian$/);
  await r.row("Анна Громова").waitFor();
  assert.equal(await r.page.locator(".notice").count(), 0);
  await r.soon(async () => (await kept()).join() === "all,fr,ru");
}));

const damaged = (part) => (file) => {
  if (file.path.includes(part)) Object.assign(file, { headers: { "content-type": "text/plain" }, body: Buffer.from("-- fr/stop.txt --\nle\n") });
};
const CUT = "It was cut short on its way, or something else came in its place.";
const fails = [ // each by another language, which the browser has not in its own cache
  ["ru", "Russian", RUSSIAN.split("\n\n")[2], faults.lost, "The host answered 503."],
  ["sv", "Swedish", "Anna Lindqvist sade på tisdagen att den nya hamnen inte blir klar före våren, och att fiskarna får vänta tills isen har gått.", faults.cut, CUT],
  ["hu", "Hungarian", "Kovács Anna kedden azt mondta, hogy az új kikötő nem lesz kész tavasz előtt, és a halászoknak várniuk kell, amíg a jég elolvad.", faults.other, CUT],
  ["es", "Spanish", "Ana Morales dijo el martes que el nuevo puerto no estará listo antes de la primavera, y que los pescadores tendrán que esperar.", damaged, CUT],
];

test("The words of a language cannot be had, in all ways: the person is told, the text is there and read plainly, and trying again brings them", visit({ origin, open: false, allow: [/Failed to load resource/] }, async (r) => {
  for (const [code, language, paragraph, fault, says] of fails) {
    host.tamper = fault(`models/${code}.`);
    await r.open();
    await r.read(`${FRENCH}\n\n${paragraph}`);
    assert.equal(await r.told(lacking(language)), `${says} What is written in it is read plainly meanwhile: ${COUNTED}`, code);
    await r.foot(new RegExp(`^French, with ${language}$`));
    await r.row("Claire Delmas").waitFor();
    await r.shows(paragraph);
    if (code === "ru") assert.equal(await r.row("Анна Громова").count(), 0);
    host.tamper = () => false;
    await r.button("Try again", r.notice(lacking(language))).click();
    await r.notice(lacking(language)).waitFor({ state: "detached" });
    if (code === "ru") await r.row("Анна Громова").waitFor();
    await r.done(1);
    assert.equal(await r.page.locator(".notice").count(), 0);
    await r.press("Clear");
    await r.page.locator("#paste").waitFor();
  }
  await r.open(`/embed#text=${encodeURIComponent(RUSSIAN)}`);
  await r.page.locator("#instrument .name", { hasText: "Анна Громова" }).waitFor();
}));
