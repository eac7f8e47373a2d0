// The worker's first lines: they fetch the word tables, start the WebAssembly module that
// the page posts, and hand each message to it. A classic script, since wasm_exec.js is one.

const waiting = [];
let engine = null;

onmessage = ({ data }) => {
  if (data.type === "init") boot(data).catch((e) => postMessage({ type: "failed", message: String(e) }));
  else if (engine) engine(data);
  else waiting.push(data);
};

// The module calls this once, with the function that takes the messages.
globalThis.glossServe = (fn) => {
  engine = (m) => {
    postMessage({ type: "heard", run: m.run });
    fn(m);
  };
  waiting.splice(0).forEach(engine);
};

async function get(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

// small asks for the gzip file of a table.
async function small(url) {
  const packed = await fetch(`${url}.gz`);
  if (!packed.ok) return get(url);
  return packed.headers.get("Content-Encoding") ? packed : new Response(packed.body.pipeThrough(new DecompressionStream("gzip")));
}

// boot gets packed: true where the host does not compress.
async function boot({ module, exec, models, packed }) {
  const tables = Object.entries(models).map(async ([code, url]) => {
    const answer = await (packed ? small(url) : get(url));
    return [code, new Uint8Array(await answer.arrayBuffer())];
  });
  importScripts(exec);
  const go = new Go();
  const [instance, ...packs] = await Promise.all([WebAssembly.instantiate(module, go.importObject), ...tables]);
  globalThis.glossModels = Object.fromEntries(packs);
  await go.run(instance);
  postMessage({ type: "exited", message: "the engine ended" });
}
