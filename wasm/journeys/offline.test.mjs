// Without a network, and from one version of the site to the next.

import assert from "node:assert/strict";
import http from "node:http";
import { after, test } from "node:test";
import { site, visit } from "./visit.mjs";
import { OTHER, PASTE, TITLE } from "./texts.mjs";

// A host between the page and the server, so that a journey can put out a new version or lose a file.
const host = { version: "", lost: "" };
const proxy = http.createServer(async (ask, answer) => {
  if (host.lost && ask.url.includes(host.lost)) {
    answer.writeHead(503);
    return answer.end();
  }
  const from = await fetch(site + ask.url, { headers: { "Accept-Encoding": "identity" } });
  let body = Buffer.from(await from.arrayBuffer());
  if (host.version && ask.url === "/sw.js") body = Buffer.from(body.toString().replace(/"version":"\w+"/, `"version":"${host.version}"`));
  const keep = ["content-type", "cache-control", "content-security-policy"].map((name) => [name, from.headers.get(name)]);
  answer.writeHead(from.status, Object.fromEntries(keep.filter(([, value]) => value)));
  answer.end(body);
});
await new Promise((resolve) => { proxy.listen(0, "127.0.0.1", resolve); });
const origin = `http://127.0.0.1:${proxy.address().port}`;
after(() => proxy.close());

const ready = (r) => r.foot(/^works offline$/);
const kept = (r) => r.page.evaluate(() => caches.keys());

test("After one visit the page opens and reads without a network, with any query", visit({ keeps: true }, async (r) => {
  await ready(r);
  await r.profile.setOffline(true);
  await r.page.reload();
  await r.engine();
  await r.foot(/^offline$/);
  await r.read(PASTE);
  await r.page.getByRole("heading", { name: TITLE }).waitFor();
  await r.open("/?utm_source=mail");
  await r.done();
  await r.profile.setOffline(false);
  await ready(r);
}));

test("A new version waits until the person takes it; the text stays, and nothing of the old version", visit({ keeps: true, origin, open: false }, async (r) => {
  host.version = "one";
  await r.open();
  await ready(r);
  await r.read(OTHER);
  host.version = "two";
  await r.page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.update()));
  const toast = r.page.locator(".toast", { hasText: "A new version is ready." });
  await toast.waitFor();
  await r.done();
  assert.ok((await kept(r)).includes("gloss-one"), "the version in use is kept until the other is taken");
  await Promise.all([r.page.waitForEvent("load"), toast.getByRole("button", { name: "Reload" }).click()]);
  await r.done();
  await r.until(async () => (await caches.keys()).join() === "gloss-two");
  host.version = "";
}));

test("A file that is missing leaves the page working, and is fetched at the next visit", visit({ keeps: true, origin, open: false, allow: [/503/] }, async (r) => {
  host.lost = "/icons/";
  await r.open();
  await r.read(PASTE);
  await r.until(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    return !known || (!known.installing && !known.active);
  });
  host.lost = "";
  await r.page.reload();
  await r.done();
  await ready(r);
}));
