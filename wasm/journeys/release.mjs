// A host that can put out a new version of the site, between the browser and the server.

import http from "node:http";
import { site } from "./visit.mjs";

// releases gives a host with the site as it is, until next(version) puts that version's worker out; close() ends it.
export async function releases() {
  let version = "";
  const host = http.createServer(async (ask, answer) => {
    const from = await fetch(site + ask.url, { headers: { "Accept-Encoding": "identity" } });
    let body = Buffer.from(await from.arrayBuffer());
    if (version && ask.url === "/sw.js") body = Buffer.from(body.toString().replace(/"version":"\w+"/, `"version":"${version}"`));
    const headers = ["content-type", "cache-control", "content-security-policy"].map((name) => [name, from.headers.get(name)]);
    answer.writeHead(from.status, Object.fromEntries(headers.filter(([, value]) => value)));
    answer.end(body);
  });
  await new Promise((resolve) => { host.listen(0, "127.0.0.1", resolve); });
  return {
    origin: `http://127.0.0.1:${host.address().port}`,
    next(name) { version = name; },
    close() { host.closeAllConnections(); host.close(); },
  };
}

// offered has the page look for a new version and waits until that is offered.
export async function offered(r) {
  await r.page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.update()));
  await r.page.locator(".toast", { hasText: "A new version is ready." }).waitFor();
}
