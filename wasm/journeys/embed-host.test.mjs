// Gloss beside the article of another site: hosts that are strict, hostile or old, and browsers that keep nothing.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM, serve, site, visit } from "./visit.mjs";
import { FEED, Guest, HEARD, STORY, host, page } from "./host.mjs";
import { OTHER } from "./texts.mjs";

const GLOSS = new RegExp(`^request: ${site}/`); // the one other host that is asked
const PANEL = `<gloss-article id="g" for="#story" headlines="/feed.txt"></gloss-article>`;
const strict = (script) => `default-src 'none'; style-src 'self'; connect-src 'self'; img-src data:; script-src 'self' ${script}; frame-src ${site}`;
const plain = (src) => `${STORY}<iframe id="plain" title="In this article" src="${src}" width="320" height="640"></iframe>`;
const hash = new URLSearchParams({ text: OTHER, headlines: FEED, theme: "dark" });

// The copy of embed.js with a hash in its name (cmd/bundle's hash: of its length and itself), as a host page loads it that wants no other.
const copy = Buffer.from(await (await fetch(`${site}/embed.js`)).arrayBuffer());
const hashed = `embed.${createHash("sha256").update(`${copy.length}\n`).update(copy).digest("hex").slice(0, 12)}.js`;
const integrity = `sha384-${createHash("sha384").update(copy).digest("base64")}`;
const loading = (value) => `<script type="module" src="${site}/${hashed}" integrity="${value}" crossorigin></script>`;

let named = ""; // a server that lets only some sites frame it
const here = await host({
  "/heard.js": HEARD,
  "/feed.txt": FEED,
  "/": page(STORY + PANEL),
  "/strict": { body: page(STORY + PANEL).replace(/<style>.*?<\/style>/, '<link rel="stylesheet" href="/room.css">').replace("<link rel=\"icon\" href=\"data:,\">", ""), headers: { "Content-Security-Policy": strict(site) } },
  "/room.css": { body: "gloss-article { display: block; min-height: 640px }", headers: { "Content-Type": "text/css" } },
  "/whole": page(STORY + PANEL, loading(integrity)),
  "/broken": page(STORY + PANEL, loading(`sha384-${"A".repeat(64)}`)),
  "/plain": page(plain(`${site}/embed/#${hash}`), ""),
  "/lacking": page(`${STORY}<gloss-article id="g" for="#story" headlines="/forbidden.txt"></gloss-article>`),
  "/forbidden.txt": { body: "no", status: 403 },
  "/later": page(STORY + PANEL, '<script type="module" src="/later/embed.js"></script>'),
  "/later/embed.js": copy,
  "/later/embed/": '<!DOCTYPE html><title>of a later version</title><script>parent.postMessage({ gloss: 2, type: "hello" }, "*")</script>',
  "/silent": page(STORY + PANEL, '<script type="module" src="/silent/embed.js"></script>'),
  "/silent/embed.js": copy,
  "/silent/embed/": "<!DOCTYPE html><title>silent</title>",
  "/named": () => page(plain(`${named}/embed/#${hash}`), ""),
});

// The third party: a frame of one more origin on the host's page, which sends what it likes to all others. Its answers come back as {heard}.
const evil = await host({
  "/": `<!DOCTYPE html><title>third</title><script>
    const heard = [];
    addEventListener("message", (e) => {
      if (e.source === parent && e.data?.go) go(e.data.go); else heard.push(typeof e.data);
    });
    async function go(kind) {
      const shapes = [null, undefined, 0, "", "hello", [], {}, [[]], { gloss: 1 }, { gloss: "1", type: "hello" }, { gloss: 1, type: "hello" }, { gloss: 2, type: "hello" }, { gloss: 1, type: {} }, { gloss: 1, type: "ready" },
        { gloss: 1, type: "height", height: 9999 }, { type: "height", height: 9999 }, { gloss: 1, type: "report", call: 1, bytes: new Uint8Array(3), problems: [] }, { gloss: 1, type: "error", call: 1, kind: "x", message: "forged" },
        { gloss: 1, type: "select", kind: "entity", spans: [[0, 5]], at: 0 }, new Map(), new Error("x"), new ArrayBuffer(8), 10n, { get gloss() { return 1; } }, { gloss: 1, type: "open" }, { gloss: 1, type: "read", text: "Forged Person", call: 1 }];
      const to = kind === "host" ? [parent] : [...Array(parent.length).keys()].map((i) => parent[i]).filter((w) => w !== self);
      for (const w of to) for (const shape of shapes) {
        w.postMessage(shape, "*");
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (e) => heard.push(e.data.type);
        w.postMessage(shape, "*", [port2]);
        port1.postMessage({ type: "read", call: 7, text: "Forged Person went to Oslo." });
        port1.postMessage({ type: "look", theme: "dark", reserve: 9999 });
      }
      parent.postMessage({ done: kind, heard, to: to.length }, "*");
    }
  </script>`,
});
const third = `<iframe id="third" src="${evil.origin}/"></iframe><script>
  window.third = (kind) => new Promise((resolve) => {
    addEventListener("message", function done(e) { if (e.data?.done === kind) { removeEventListener("message", done); resolve(e.data); } });
    document.getElementById("third").contentWindow.postMessage({ go: kind }, "*");
  });
</script>`;
const near = await host({
  "/heard.js": HEARD,
  "/feed.txt": FEED,
  "/": page(STORY + PANEL + third),
  "/plain": page(plain(`${site}/embed/#${hash}`) + third, ""),
  "/taken": page(STORY + PANEL),
});
const EVIL = new RegExp(`^request: ${evil.origin}/`);

const names = (report, type) => report.entities.filter((e) => e.type === type).map((e) => e.name);

// panelOf is the frame of the nth iframe of Gloss on the page.
async function panelOf(r) {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    const found = r.page.frames().find((f) => f.url().startsWith(`${site}/embed`));
    if (found) return found;
    await r.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  throw new Error("there is no frame of Gloss");
}

for (const [name, path] of [["with a strict policy of its own", "/strict"], ["that names the hash of the script", "/whole"]]) {
  test(`A host ${name} shows the panel`, visit({ origin: here.other, path, allow: [GLOSS] }, async (r) => {
    const guest = new Guest(r);
    const [report] = await guest.heard("report");
    assert.deepEqual([names(report, "PER").length, report.headlines.length], [3, 6]);
    await guest.row("Portugal").waitFor();
  }));
}

test("A script that is not the one whose hash the host names does not run", visit({ origin: here.other, path: "/broken", allow: [GLOSS, /integrity/] }, async (r) => {
  const [, again] = await Promise.all([r.page.waitForLoadState("load"), r.page.evaluate(() => customElements.get("gloss-article") === undefined)]);
  assert.ok(again);
  assert.equal(await r.page.locator("gloss-article").evaluate((e) => e.shadowRoot), null);
}));

test("A plain frame reads what its address gives it, and tells no other window of it", visit({ origin: here.other, path: "/plain", allow: [GLOSS] }, async (r) => {
  const frame = r.page.frameLocator("#plain");
  await frame.locator("#instrument .name", { hasText: "Karin Lindberg" }).waitFor();
  await frame.getByRole("tab", { name: "Related" }).click();
  await frame.locator("#instrument", { hasText: "Spain and Portugal reach deal" }).waitFor();
  assert.equal(await frame.locator("html").getAttribute("data-theme"), "dark");
  assert.equal(await r.page.locator("#plain").evaluate((e) => e.offsetHeight), 640 + 4, "the frame keeps the room that its host gave it");
}));

test("What another frame forges is heard neither by the page nor by the panel", visit({ origin: near.other, allow: [GLOSS, EVIL] }, async (r) => {
  const guest = new Guest(r);
  await guest.heard("report");
  await guest.row("Portugal").waitFor();
  const before = await r.page.evaluate(() => [heard.length, document.querySelector("gloss-article").offsetHeight]);
  const toHost = await r.page.evaluate(() => window.third("host"));
  const toPanel = await r.page.evaluate(() => window.third("panel"));
  assert.deepEqual([toHost.to, toPanel.to], [1, 0], "a frame in a shadow tree is not even found");
  assert.deepEqual(names(await guest.analyze("Angela Merkel went to Paris.", ""), "PER"), ["Angela Merkel"], "the panel is still the host's");
  const asked = await r.page.evaluate(() => window.third("host"));
  assert.deepEqual(asked.heard, [], "nobody has answered");
  const after = await r.page.evaluate(() => [heard.length, document.querySelector("gloss-article").offsetHeight]);
  assert.deepEqual(after, [before[0] + 1, before[1]], "the one report that was asked for");
  assert.equal(await guest.frame.locator("html").getAttribute("data-theme"), "light");
}));

test("A plain frame is opened by no frame beside it, and by its own page only in the version that it speaks", visit({ origin: near.other, path: "/plain", allow: [GLOSS, EVIL] }, async (r) => {
  const frame = r.page.frameLocator("#plain");
  await frame.locator("#instrument .name", { hasText: "Karin Lindberg" }).waitFor();
  const { to } = await r.page.evaluate(() => window.third("panel"));
  assert.equal(to, 1);
  const open = (message, ports) => r.page.evaluate(([message, ports]) => new Promise((resolve) => {
    const channels = Array.from({ length: ports }, () => new MessageChannel());
    const told = [];
    for (const { port1 } of channels) {
      port1.onmessage = ({ data }) => { told.push(data.type); if (data.type === "report") resolve(told); };
      port1.postMessage({ type: "read", call: 3, text: "Angela Merkel went to Paris." });
    }
    document.getElementById("plain").contentWindow.postMessage(message, "*", channels.map((c) => c.port2));
    window.told = told;
    if (!message.right) resolve(told);
  }), [message, ports]);
  for (const [message, ports] of [[{ gloss: 2, type: "open" }, 1], [{ type: "open" }, 1], [{ gloss: 1, type: "hello" }, 1], [{ gloss: "1", type: "open" }, 1], [{ gloss: 1, type: "open" }, 2], [{ gloss: 1, type: "open" }, 0]]) await open(message, ports);
  const told = await open({ gloss: 1, type: "open", right: true }, 1);
  assert.ok(told.includes("report"), "the first that is right is answered");
  assert.deepEqual(await r.page.evaluate(() => window.third("panel").then((e) => e.heard)), []);
  await frame.locator("#instrument .name", { hasText: "Angela Merkel" }).waitFor();
}));

test("A frame that was taken to another site gets nothing of the article", visit({ origin: near.other, path: "/taken", allow: [GLOSS, EVIL, /postMessage|was detached/] }, async (r) => {
  const guest = new Guest(r);
  await guest.heard("report");
  await guest.element.evaluate((e, src) => new Promise((resolve) => {
    const frame = e.shadowRoot.querySelector("iframe");
    frame.addEventListener("load", resolve, { once: true });
    frame.src = src;
  }), `${evil.origin}/`);
  const taken = r.page.frames().find((f) => f.url().startsWith(evil.origin));
  await r.page.evaluate(() => { document.querySelector("gloss-article").analyze("A secret of Maria Santos.", "").catch(() => {}); });
  await taken.evaluate(() => parent.postMessage({ gloss: 1, type: "hello" }, "*"));
  const said = await r.page.evaluate(() => new Promise((resolve) => { setTimeout(() => resolve(0)); })); // the hello was heard before this
  assert.equal(said, 0);
  assert.deepEqual(await taken.evaluate(() => heard), []);
}));

test("Where a browser keeps nothing for frames of other sites, all but remembering works", async (t) => {
  const by = await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, "--test-third-party-cookie-phaseout"] });
  try {
    await visit({ by, origin: here.other, keeps: true, allow: [GLOSS] }, async (r) => {
      const guest = new Guest(r);
      await guest.heard("report");
      const frame = await panelOf(r);
      assert.equal(await frame.evaluate(() => caches.open("x").then(() => "kept", (e) => e.name)), "SecurityError", "the browser does refuse");
      await guest.row("Portugal").click();
      await guest.heard("select");
      await guest.tab("Related").click();
      await guest.frame.locator("#instrument", { hasText: "Spain and Portugal reach deal" }).waitFor();
      assert.deepEqual(names(await guest.analyze("Angela Merkel went to Paris.", ""), "PER"), ["Angela Merkel"]);
    })(t);
  } finally {
    await by.close();
  }
});

test("A server that names who may frame the panel keeps the others out", async (t) => {
  named = await serve("-frame-ancestors", here.origin);
  const open = (origin, expected) => visit({ origin, path: "/named", open: false, allow: [new RegExp(`^request: ${named}/`), /frame-ancestors/] }, async (r) => {
    const refused = r.page.waitForEvent("console", { predicate: (m) => /frame-ancestors/.test(m.text()) }).then(() => "refused", () => "neither");
    await r.open("/named");
    const shown = r.page.frameLocator("#plain").locator("#instrument .name", { hasText: "Karin Lindberg" }).waitFor().then(() => "shown", () => "neither");
    assert.equal(await Promise.race([refused, shown]), expected);
  })(t);
  await open(here.origin, "shown");
  await open(here.other, "refused");
});

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// clean asserts that axe finds nothing in a page or a frame.
async function clean(where, state) {
  if (!await where.evaluate(() => "axe" in globalThis)) await where.evaluate(AXE);
  const found = await where.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"], iframes: false })).violations
    .map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} (${n.failureSummary.replace(/\s+/g, " ").slice(0, 200)})`).join("; ")}`));
  assert.deepEqual(found, [], state);
}

for (const width of [1280, 390]) {
  test(`The demo's page moves nothing at ${width} px; axe finds nothing wrong on it or in its panel; its button reads another text`, visit({ path: "/demo/", open: false, viewport: { width, height: 844 } }, async (r) => {
    await r.page.addInitScript(HEARD);
    await r.open("/demo/");
    const guest = new Guest(r);
    const [report] = await guest.heard("report");
    assert.deepEqual(names(report, "PER")[0], "Ban Ki-moon");
    assert.ok(report.headlines.filter((h) => h.level === "related").length >= 3);
    await guest.frame.getByText("7 people").waitFor();
    assert.equal(await r.page.evaluate(() => new Promise((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(shifts.reduce((sum, s) => sum + s, 0)))));
    })), 0);
    const frame = await panelOf(r);
    for (const open of width === 390 ? [false, true] : [true]) {
      if (width === 390 && open) {
        await guest.frame.locator("summary").click();
        await guest.row("Ban Ki-moon").waitFor();
      }
      for (const colorScheme of ["light", "dark"]) {
        await r.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await clean(r.page, `the demo, ${colorScheme}`);
        await clean(frame, `the panel, ${colorScheme}, ${open ? "open" : "folded"}`);
      }
    }
    await r.press("Read another text");
    await r.page.getByText("Ruth Adeyemi").last().waitFor();
    await r.page.locator("#found", { hasText: "Ruth Adeyemi" }).waitFor();
    assert.ok(await r.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }));
}

test("A list that the host refuses is told, and the article is read without it", visit({ origin: here.origin, path: "/lacking", allow: [GLOSS, /403/] }, async (r) => {
  const guest = new Guest(r);
  const [report] = await guest.heard("report");
  assert.deepEqual(report.headlines, []);
  const [told] = await guest.heard("error");
  assert.deepEqual(told, { kind: "headlines", message: "/forbidden.txt: the host answered 403" });
}));

const soon = () => { // the patience of embed.js is for slow networks
  const wait = setTimeout;
  globalThis.setTimeout = (act, ms, ...rest) => wait(act, ms === 30_000 ? 300 : ms, ...rest);
};
for (const [path, words] of [["/later", /speaks version 2, this embed\.js 1$/], ["/silent", /Gloss does not answer at /]]) {
  test(`A frame that is not of this version, or no Gloss, is given nothing, and the host is told: ${path}`, visit({ origin: here.origin, path, init: soon }, async (r) => {
    const guest = new Guest(r);
    const [told] = await guest.heard("error");
    assert.equal(told.kind, "frame");
    assert.match(told.message, words);
    assert.match(await guest.analyze("Ada Lovelace was in London."), words);
    assert.equal(await r.page.locator("gloss-article iframe").count(), 0);
  }));
}
