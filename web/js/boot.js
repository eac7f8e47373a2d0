// Fetches, checks and compiles the WebAssembly module once, for the page and for the worker.

import { number } from "./numbers.js";
import { fromSplit } from "./split.js";
import { say } from "./words.js";

// load resolves with the compiled module; progress(share) is called with 0 to 1 while it arrives, has(bytes) with all of it. What was cut short on
// its way, or is something else, is asked for once more, past all caches.
export async function load(build, progress, has = () => {}) {
  if (typeof WebAssembly !== "object") throw new Error(say("no-webassembly"));
  try {
    return await attempt(build, progress, has, "default");
  } catch (e) {
    if (!(e instanceof Fault)) throw e;
  }
  await forget(build);
  return attempt(build, progress, has, "reload");
}

// Fault says that the module did not arrive, or not as it is.
class Fault extends Error {}

const OTHER = say("engine.other");

// forget removes what the service worker keeps of the module: it is not right, or the network would not have been asked.
async function forget({ version, base, wasm }) {
  try {
    await (await caches.open(`gloss-${version}@${base}`)).delete(wasm);
  } catch { /* nothing is kept here */ }
}

// attempt compiles the bytes while they arrive, and then looks whether they are the right ones, before anything is run.
async function attempt(build, progress, has, cache) {
  const answer = await small(build, progress, cache);
  let out, open = true;
  const body = new ReadableStream({ start(controller) { out = controller; }, cancel() { open = false; } });
  const fed = new Response(body, { headers: { "Content-Type": "application/wasm" } });
  const compiled = WebAssembly.compileStreaming?.(fed) ?? fed.arrayBuffer().then((all) => WebAssembly.compile(all));
  compiled.catch(() => {}); // what is wrong is better known here
  const arrival = new Arrival(build);
  try {
    await arrival.take(answer.body.getReader(), (chunk) => {
      progress(arrival.seen / build.wasmSize);
      if (open) out.enqueue(chunk);
    });
    await arrival.check();
  } catch (e) {
    if (open) out.error(e);
    throw e;
  }
  if (open) out.close();
  const module = await compiled;
  has(arrival.bytes());
  return module;
}

// small asks for the module; where the host does not compress it, for the file made for such hosts. The build then says so, for the worker. A second attempt takes the plain file, and
// what a service worker keeps is on the device.
async function small(build, progress, cache) {
  const { wasm, wasmSplit, wasmSize } = build, kept = navigator.serviceWorker?.controller;
  const sorted = () => fromSplit(wasmSplit, wasmSize, progress);
  if (cache === "reload" || kept || !globalThis.DecompressionStream) return get(wasm, cache);
  const [page] = performance.getEntriesByType("navigation");
  build.packed = page?.encodedBodySize > 0 && page.encodedBodySize === page.decodedBodySize; // this very page came as it is
  if (build.packed) return (await sorted()) ?? get(wasm, cache);
  const plain = await get(wasm, cache);
  build.packed = !plain.headers.get("Content-Encoding");
  if (!build.packed) return plain;
  plain.body.cancel();
  return (await sorted()) ?? get(wasm, cache);
}

async function get(url, cache) {
  const answer = await fetch(url, { cache }).catch(() => { throw new Fault(say("engine.no-network")); });
  if (!answer.ok) throw new Fault(say("engine.refused", { status: answer.status }));
  if (/^text\/html/i.test(answer.headers.get("Content-Type"))) throw new Fault(OTHER); // a page of the host's own, such as one to log in
  return answer;
}

// Arrival is the module's bytes as far as they have come. How many there will be is known beforehand: a compressed answer does not say it.
class Arrival {
  constructor({ wasm, wasmSize }) {
    this.hash = wasm.match(/\.([0-9a-f]{12})\.wasm$/)[1];
    this.size = wasmSize;
    this.head = new TextEncoder().encode(`${wasmSize}\n`); // the hash of cmd/bundle begins with it
    this.data = new Uint8Array(this.head.length + wasmSize);
    this.data.set(this.head);
    this.seen = 0;
  }

  bytes() { return this.data.subarray(this.head.length); }

  async take(reader, each) {
    for (;;) {
      const { done, value } = await reader.read().catch(() => { throw this.short(); });
      if (done) break;
      if (this.seen + value.byteLength > this.size) {
        reader.cancel();
        throw new Fault(OTHER);
      }
      this.data.set(value, this.head.length + this.seen);
      this.seen += value.byteLength;
      each(value);
    }
    if (this.seen < this.size) throw this.short();
  }

  // check compares the hash; a page over plain http is given no way to.
  async check() {
    if (!globalThis.crypto?.subtle) return;
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", this.data), 0, 6);
    if ([...sum].map((b) => b.toString(16).padStart(2, "0")).join("") !== this.hash) throw new Fault(OTHER);
  }

  short() {
    const begun = String.fromCharCode(...this.bytes().subarray(0, 4)) === "\0asm";
    const percent = number(Math.floor((100 * this.seen) / this.size) / 100, "percent");
    return new Fault(begun ? say("engine.cut", { percent }) : OTHER);
  }
}

// start runs the module as the page; it resolves when the page's program has ended, which it never should.
export async function start(module) {
  const go = new globalThis.Go();
  return go.run(await WebAssembly.instantiate(module, go.importObject));
}

// script loads a classic script, such as Go's wasm_exec.js.
export function script(src) {
  return new Promise((resolve, reject) => {
    const e = document.createElement("script");
    e.src = src;
    e.onload = resolve;
    e.onerror = () => reject(new Error(say("unfetched", { src })));
    document.head.append(e);
  });
}
