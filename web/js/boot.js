// Fetches and compiles the WebAssembly module once, for the page and for the worker.

// load resolves with the compiled module; progress(share) is called with 0 to 1 while it arrives.
export async function load({ wasm, wasmSize }, progress) {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
  let answer = await fetch(wasm);
  if (!answer.ok) throw new Error(`the engine could not be fetched (${answer.status})`);
  let seen = 0;
  const count = new TransformStream({
    transform(chunk, out) {
      seen += chunk.byteLength;
      progress(Math.min(1, seen / wasmSize));
      out.enqueue(chunk);
    },
  });
  answer = new Response(answer.body.pipeThrough(count), { headers: { "Content-Type": "application/wasm" } });
  if (WebAssembly.compileStreaming) return WebAssembly.compileStreaming(answer);
  return WebAssembly.compile(await answer.arrayBuffer());
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
