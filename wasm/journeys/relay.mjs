// A host between the page and the server: it can put out a new version, lose, cut or hold a file, be stopped and come back at the same address,
// and it knows what it was asked for.

import http from "node:http";
import { gzipSync } from "node:zlib";
import { WAIT } from "./reader.mjs";
import { site } from "./visit.mjs";

const built = (await (await fetch(`${site}/sw.js`)).text()).match(/"version":"(\w+)"/)[1];

export class Relay {
  // version: what takes the place of the built site's in each page and in sw.js; "" for none. tamper(file, answer): called with each file {path,
  // status, headers, body}, which it may change; true says that it has answered itself.
  version = "";
  tamper = () => false;
  asked = []; // paths, without the query
  #port = 0;

  async start() {
    this.server = http.createServer((ask, answer) => this.#pass(ask, answer).catch(() => answer.destroy()));
    await new Promise((resolve) => { this.server.listen(this.#port, "127.0.0.1", resolve); });
    this.#port = this.server.address().port;
    this.origin = `http://127.0.0.1:${this.#port}`;
    return this;
  }

  async stop() {
    const gone = new Promise((resolve) => { this.server.close(resolve); });
    this.server.closeAllConnections();
    await gone;
  }

  count(part) { return this.asked.filter((path) => path.includes(part)).length; }

  // heard waits until it was asked for so many paths with this part.
  async heard(part, times = 1) {
    for (const end = Date.now() + WAIT; this.count(part) < times;) {
      if (Date.now() > end) throw new Error(`not asked for ${part} ${times} times: ${this.asked.join(" ")}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  async #pass(ask, answer) {
    const { pathname: path } = new URL(ask.url, site);
    this.asked.push(path);
    const file = { path, ...(await fetchRaw(ask)) };
    if (this.version && tellsVersion(path)) file.body = Buffer.from(file.body.toString().replaceAll(built, this.version));
    if (await this.tamper(file, answer)) return;
    if (tellsVersion(path) && /gzip/.test(ask.headers["accept-encoding"]) && !file.headers["content-encoding"]) {
      Object.assign(file, { body: gzipSync(file.body), headers: { ...file.headers, "content-encoding": "gzip" } }); // or the host would pass for one that doesn't compress
    }
    answer.writeHead(file.status, file.headers).end(file.body);
  }
}

// tellsVersion: a page or sw.js.
const tellsVersion = (path) => /(\.html|\/sw\.js|\/[^.]*)$/.test(path);

// fetchRaw gives the server's answer as it came, packed where that is so; pages and sw.js unpacked.
function fetchRaw(ask) {
  const headers = { "accept-encoding": tellsVersion(new URL(ask.url, site).pathname) ? "identity" : ask.headers["accept-encoding"] ?? "identity" };
  return new Promise((resolve, reject) => {
    http.get(site + ask.url, { headers }, async (from) => {
      const parts = [];
      for await (const part of from) parts.push(part);
      const { "transfer-encoding": _, "content-length": __, connection: ___, date: ____, etag: _____, ...kept } = from.headers;
      resolve({ status: from.statusCode, headers: kept, body: Buffer.concat(parts) });
    }).on("error", reject);
  });
}

// The ways in which a host fails.
export const faults = {
  lost: (part) => (file) => {
    if (file.path.includes(part)) Object.assign(file, { status: 503, body: Buffer.from("busy") });
  },
  // cut ends the connection in the middle of a file.
  cut: (part) => (file, answer) => {
    if (!file.path.includes(part)) return false;
    answer.writeHead(200, { ...file.headers, "content-length": file.body.length });
    answer.write(file.body.subarray(0, file.body.length / 2), () => answer.destroy());
    return true;
  },
  // other gives a page of the host's own in the place of a file, as one does for people who have to log in first.
  other: (part) => (file) => {
    if (file.path.includes(part)) Object.assign(file, { headers: { "content-type": "text/html" }, body: Buffer.from("<!DOCTYPE html><title>Log in</title>") });
  },
};
