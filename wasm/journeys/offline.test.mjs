// Without a network: after a visit, before the first, and where the host fails in the middle.

import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { Relay, faults } from "./relay.mjs";
import { site, visit } from "./visit.mjs";
import { BODY, BYLINE, PASTE, TITLE } from "./texts.mjs";

const host = await new Relay().start();
const { origin } = host;
after(() => host.stop());
beforeEach(() => Object.assign(host, { tamper: () => false, asked: [] }));

const keeps = { keeps: true, origin, open: false };
const ready = (r) => r.foot(/^works offline$/);
const REFUSED = /ERR_CONNECTION_REFUSED/;

// goes opens an address and gives the browser's answer.
async function goes(r, at) {
  const answer = await r.page.goto(origin + at);
  return { status: answer.status(), kept: answer.fromServiceWorker(), sent: answer.request().redirectedFrom() !== null };
}

// refused opens an address of a host that does not answer, and waits for what the browser shows then.
async function refused(r, at) {
  await assert.rejects(r.page.goto(origin + at), REFUSED);
  await r.page.waitForURL(/^chrome-error:/);
}

test("After one visit each page opens with the server stopped, by any form of its address; the visit fetched the program once", visit({ ...keeps, allow: [REFUSED] }, async (r) => {
  await r.open();
  await ready(r);
  assert.equal(host.count(".wasm"), 1);
  assert.deepEqual(host.asked.filter((path) => /notice|404|screenshots|manifest\//.test(path)), [], "files that no page needs");
  const tools = await r.profile.newCDPSession(r.page);
  await host.stop();
  try {
    await tools.send("ServiceWorker.enable");
    await tools.send("ServiceWorker.stopAllWorkers");
    for (const at of ["/", "/?utm_source=mail", "/index.html", "/index.html?a#b", "/embed", "/embed/?x=1", "/embed/index.html", "/demo?x", "/demo/", "/demo/index.html"]) {
      assert.deepEqual(await goes(r, at), { status: 200, kept: true, sent: false }, at);
      await r.page.locator({ d: ".mast", e: "body.framed" }[at[1]] ?? ".invite").waitFor();
    }
    await refused(r, "/nothing");
    await r.open("/?again");
    await r.read(PASTE);
    await r.page.reload();
    await r.done();
    assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
    await ready(r);
  } finally {
    await host.start();
  }
}));

test("A second visit asks the host for nothing but a newer service worker; without a network the page says so", visit(keeps, async (r) => {
  await r.open();
  await ready(r);
  await r.page.close();
  host.asked = [];
  r.page = await r.profile.newPage();
  await r.open();
  await r.read(PASTE);
  await ready(r);
  await host.heard("/sw.js");
  assert.deepEqual([...new Set(host.asked)], ["/sw.js"]);
  await r.profile.setOffline(true);
  await r.foot(/^offline$/);
  await r.profile.setOffline(false);
  await ready(r);
}));

test("A person who comes for the first time without a network sees the browser's own page, and on return all is well", visit({ ...keeps, allow: [REFUSED] }, async (r) => {
  await host.stop();
  try {
    await refused(r, "/");
  } finally {
    await host.start();
  }
  await r.open();
  await r.read(PASTE);
  await ready(r);
}));

test("The server stops in the middle of the first download: the person is told, and what was pasted is there when it is back", visit({ ...keeps, allow: [/ERR_/, /could not be fetched/] }, async (r) => {
  host.tamper = (file, answer) => {
    if (!file.path.endsWith(".wasm")) return false;
    answer.writeHead(200, { ...file.headers, "content-length": file.body.length }).write(file.body.subarray(0, file.body.length / 2));
    return true; // the rest never comes
  };
  await r.page.goto(`${origin}/`, { waitUntil: "domcontentloaded" });
  await r.paste(PASTE);
  await r.shows(BODY[2]);
  await host.stop();
  try {
    await r.page.getByRole("alert").getByText("The engine could not be fetched: the network did not answer.").waitFor();
    await r.shows(BODY[2]);
  } finally {
    host.tamper = () => false;
    await host.start();
  }
  await r.page.reload();
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  await ready(r);
}));

const wrong = {
  "is cut short": [faults.cut, /cut short on its way, after \d+%/],
  "is a page of the host's own": [faults.other, /something else arrived in the place of the engine/i],
  "differs in a byte": [(part) => async (file) => { // it compiles all the same
    if (!file.path.endsWith(part)) return;
    const body = Buffer.from(await (await fetch(site + file.path)).arrayBuffer());
    body[body.length - 50] ^= 1;
    file.body = gzipSync(body);
    file.headers["content-encoding"] = "gzip";
  }, /something else arrived/i, true], // the browser's own cache has it then
};
for (const [what, [fault, says, cached]] of Object.entries(wrong)) {
  test(`The program that arrives ${what}: a fresh one is asked for once, past all caches, and if it fails too the text is kept`, visit({ ...keeps, allow: [/ERR_/, /engine/] }, async (r) => {
    host.tamper = fault(".wasm");
    await r.open();
    await r.page.getByRole("alert").getByText(says).waitFor();
    await r.paste(PASTE);
    await r.shows(BODY[2]);
    host.asked = [];
    let first = !cached;
    const once = fault(".wasm");
    host.tamper = (file, answer) => file.path.endsWith(".wasm") && first && (first = false, once(file, answer));
    await r.page.reload();
    await r.done();
    await ready(r);
    assert.equal(host.count(".wasm"), cached ? 1 : 2);
    assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
  }));
}
