// Any host that hands out files: no types of its own, no compression, a folder's name in front. Python's is taken where there is one, and
// else one as plain as that.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import path from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { joined } from "../../web/js/split.js";
import { visit } from "./visit.mjs";
import { ARTICLE, BODY, BYLINE, PASTE, TITLE, count } from "./texts.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const web = path.join(root, ".cache", "journeys", "hosts");
const FIRST = 2_400_000; // bytes that a first visit may bring where nothing is compressed, headers and what is kept for later included, without the learnt model: 1.96 MB are the program, with the stemmers and the rules of seven languages
const ALL = 3_300_000; // and with it

// A host has a port and a way to end it.
const python = (folder) => new Promise((resolve, reject) => {
  const child = spawn("python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder], { stdio: ["ignore", "pipe", "ignore"] });
  child.on("exit", (code) => reject(new Error(`python's server ended with code ${code}`)));
  child.stdout.on("data", (said) => {
    const found = String(said).match(/port (\d+)/);
    if (found) resolve({ port: Number(found[1]), stop: () => child.kill() });
  });
});

const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".json": "application/json" };
const plain = (folder) => new Promise((resolve) => {
  const server = http.createServer((ask, answer) => {
    const { pathname } = new URL(ask.url, "http://host");
    const file = path.join(folder, pathname), page = path.join(file, "index.html");
    if (existsSync(page) && !pathname.endsWith("/")) return answer.writeHead(301, { Location: `${pathname}/` }).end();
    const sent = existsSync(page) ? page : file;
    if (!existsSync(sent)) return answer.writeHead(404).end();
    answer.writeHead(200, { "Content-Type": TYPES[path.extname(sent)] ?? "application/octet-stream", Connection: "close" }).end(readFileSync(sent));
  });
  server.listen(0, "127.0.0.1", () => resolve({ port: server.address().port, stop: () => server.close() }));
});

const start = spawnSync("python3", ["--version"]).status === 0 ? python : plain;

// small is the size of the small form of the learnt model, somewhere below the folder.
const small = (folder) => statSync(path.join(folder, readdirSync(folder, { recursive: true }).find((name) => /\.names\.gz$/.test(name)))).size;

// wire is the line to a host: it counts what comes over it, and can be cut. What the page gave up before it was all there is counted apart: on so fast
// a line it is what the browser's buffers hold, on a slow one next to nothing.
async function wire(folder) {
  const host = await start(folder);
  const line = { bytes: 0, given: 0, model: small(folder), open: new Set() };
  const server = net.createServer((here) => {
    const there = net.connect(host.port, "127.0.0.1");
    for (const end of [here, there]) {
      line.open.add(end);
      end.on("error", () => end.destroy()).on("close", () => { line.open.delete(end); here.destroy(); there.destroy(); });
    }
    let bytes = 0, whole = false;
    there.on("data", (chunk) => { bytes += chunk.length; }).on("end", () => { whole = true; });
    here.on("close", () => { line[whole ? "bytes" : "given"] += bytes; });
    here.pipe(there);
    there.pipe(here);
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  line.origin = `http://127.0.0.1:${server.address().port}`;
  line.stop = () => {
    host.stop();
    server.close();
    line.open.forEach((end) => end.destroy());
  };
  after(line.stop);
  return line;
}

const names = (frame) => frame.locator("#instrument .name, #instrument .chip");

// tour opens every page there is, each with what is to be seen on it.
async function tour(r, base) {
  for (const at of ["embed", "embed/", "embed/index.html", "embed?x=1"]) {
    await r.open(`${base}${at}#text=${encodeURIComponent(ARTICLE)}`);
    await names(r.page).filter({ hasText: "Portugal" }).first().waitFor();
  }
  for (const at of ["demo", "demo/?x=1"]) {
    await r.open(base + at);
    await names(r.page.frameLocator("gloss-article iframe")).filter({ hasText: "Barack Obama" }).first().waitFor();
  }
  await r.open(base);
  await r.done();
  assert.deepEqual(await r.blocks(), [TITLE, BYLINE, ...BODY]);
}

async function everything(r, line, base) {
  await r.read(PASTE);
  assert.equal(await r.row("Lisbon").locator(".count").textContent(), String(count(ARTICLE, "Lisbon")));
  await r.turn("Numbers");
  await r.panel.getByText("by the model en-").waitFor();
  await r.foot(/^works offline$/);
  assert.ok(line.bytes - line.model < FIRST && line.bytes < ALL, `the first visit brought ${line.bytes} bytes, ${line.model} of them the model's`);
  r.t.diagnostic(`a first visit: ${line.bytes} bytes, and ${line.given} given up`);
  await tour(r, base);
  const before = line.bytes + line.given;
  await r.page.reload();
  await r.done();
  const again = line.bytes + line.given - before;
  assert.ok(again < 50_000, `a visit after that brought ${again} bytes`);
  line.stop();
  await r.page.reload();
  await r.done();
  await tour(r, base);
}

const GONE = [/ERR_CONNECTION_REFUSED|Failed to load resource|fetching the script/]; // what the browser itself says of a host that ended

test("A person opens every page of a site that was copied to a plain web space, and again when that has gone", async (t) => {
  const folder = path.join(web, "root");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, "web", "dist"), folder, { recursive: true });
  const line = await wire(folder);
  await visit({ origin: line.origin, keeps: true, allow: GONE }, (r) => everything(r, line, "/"))(t);
});

test("A person opens every page of a site that was built for a folder of a plain web space, and again when that has gone", async (t) => {
  const folder = path.join(web, "under", "gloss");
  execFileSync("go", ["run", "./cmd/bundle", "-base", "/gloss/", "-out", folder], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const line = await wire(path.dirname(folder));
  await visit({ origin: line.origin, path: "/gloss/", keeps: true, allow: GONE }, (r) => everything(r, line, "/gloss/"))(t);
});

test("A person whose host has lost the small form of the program, or cut it short, gets the large one", async (t) => {
  const folder = path.join(web, "root");
  const [small] = readdirSync(folder).filter((name) => /^app\.split\..*\.gz$/.test(name));
  const line = await wire(folder);
  for (const spoil of [(route) => route.fulfill({ status: 404, body: "" }), async (route) => route.fulfill({ body: (await (await route.fetch()).body()).subarray(0, 500_000) })]) {
    await visit({ origin: line.origin, open: false, allow: [/404/] }, async (r) => {
      await r.page.route(`**/${small}`, spoil);
      await r.open();
      await r.read(PASTE);
    })(t);
  }
});

test("The small form of the program is the program, put together", () => {
  const folder = path.join(root, "web", "dist"), files = readdirSync(folder);
  const [small, large] = [/^app\.split\..*\.gz$/, /^app\.[0-9a-f]{12}\.wasm$/].map((name) => readFileSync(path.join(folder, files.find((file) => name.test(file)))));
  assert.ok(small.length < large.length * 0.23, `${small.length} bytes of ${large.length}`); // in one piece it would be more
  assert.deepEqual(Buffer.from(joined(new Uint8Array(gunzipSync(small)), large.length)), large);
  assert.throws(() => joined(new Uint8Array(gunzipSync(small)).subarray(0, -1), large.length), RangeError);
});
