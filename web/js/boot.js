// Fetches and compiles the WebAssembly module once, for the page and for the worker.

import { fromSplit } from "./split.js";

// load resolves with the compiled module; progress(share) is called with 0 to 1 while it arrives.
export async function load(build, progress) {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  const answer = counted(await small(build, progress), build.wasmSize, progress);
  if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
}

// small asks for the module; where the host does not compress it, for the file made for such hosts.
async function small({ wasm, wasmSplit, wasmSize }, progress) {
  const plain = await get(wasm);
  if (plain.headers.get("Content-Encoding") || !globalThis.DecompressionStream || navigator.serviceWorker?.controller) return plain;
  plain.body.cancel();
  return (await fromSplit(wasmSplit, wasmSize, progress)) ?? get(wasm);
}

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the engine could not be fetched (${answer.status})`);
  return answer;
}

// counted tells how much has arrived, of a size known beforehand: a compressed answer does not say how long it is unpacked.
function counted(answer, size, progress) {
  const reader = answer.body.getReader();
  let seen = 0;
  const body = new ReadableStream({
    async pull(out) {
      const { done, value } = await reader.read();
      if (done) return out.close();
      seen += value.byteLength;
      progress(Math.min(1, seen / size));
      out.enqueue(value);
    },
    cancel: (why) => reader.cancel(why),
  });
  return new Response(body, { headers: { "Content-Type": "application/wasm" } });
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
    e.onerror = () => reject(new Error(`${src} could not be fetched`));
    document.head.append(e);
  });
}
