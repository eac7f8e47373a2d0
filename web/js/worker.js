// The worker's first lines: they fetch the word tables, start the WebAssembly module that
// the page posts, and hand each message to it. It becomes a classic script, since wasm_exec.js is one.
//
// The learnt models of names come beside that: nobody waits for them. Texts are read by rules until one is here.

import { say } from "./words.js";

const NEAR = 300; // ms that the first text waits for a model which is on this device
const PATIENCE = 120_000; // ms after which a model is no longer waited for

const waiting = [];
const models = []; // that arrived before the engine was there
let take = null; // what gives the engine a message
let engine = null; // the same, with a sign of life
let begun = null; // what the page gave to begin with
let near = null; // settles when the models have come that can be had in no time

onmessage = ({ data }) => {
  if (data.type === "init") boot(data).catch((e) => postMessage({ type: "failed", message: String(e) }));
  else if (data.type === "learn") learn(data.languages, "reload");
  else if (engine) engine(data);
  else waiting.push(data);
};

// The module calls this once, with the function that takes the messages.
globalThis.glossServe = async (fn) => {
  await near;
  take = fn;
  engine = (m) => {
    postMessage({ type: "heard", run: m.run });
    fn(m);
  };
  models.splice(0).forEach(take);
  waiting.splice(0).forEach(engine);
};

async function get(url, options) {
  const answer = await fetch(url, options);
  if (!answer.ok) throw Object.assign(new Error(`${url}: ${answer.status}`), { status: answer.status });
  return answer;
}

// small asks for the gzip file of a table.
async function small(url, options) {
  const packed = await fetch(`${url}.gz`, options);
  if (!packed.ok) return get(url, options);
  return packed.headers.get("Content-Encoding") ? packed : new Response(packed.body.pipeThrough(new DecompressionStream("gzip")), { headers: packed.headers });
}

// boot gets packed: true where the host does not compress, kept: true where a service worker has the site; names: the models of
// names, by language, given: those that are here already, lacking: the languages of those to be fetched.
async function boot(init) {
  const { module, exec, models: urls, packed, kept, given, lacking } = begun = init;
  const tables = Object.entries(urls).map(async ([code, url]) => {
    const answer = await (packed ? small(url) : get(url));
    return [code, new Uint8Array(await answer.arrayBuffer())];
  });
  for (const [language, bytes] of Object.entries(given)) hand(language, bytes);
  if (kept) near = Promise.race([learn(lacking), new Promise((go) => { setTimeout(go, NEAR); })]);
  else Promise.all(tables).then(() => learn(lacking), () => {}); // the tables first: without them nothing is read
  importScripts(exec);
  const go = new Go();
  const [instance, ...packs] = await Promise.all([WebAssembly.instantiate(module, go.importObject), ...tables]);
  globalThis.glossModels = Object.fromEntries(packs);
  await go.run(instance);
  postMessage({ type: "exited", message: say("worker.ended") });
}

function hand(language, bytes) {
  models.push({ type: "setModel", language, bytes });
  if (engine) models.splice(0).forEach(take);
}

// learn fetches models. What is wrong with one is told: texts are then read by rules.
function learn(languages, cache = "default") {
  return Promise.all(languages.map(async (language) => {
    const url = begun.names[language];
    try {
      const bytes = await right(url, cache);
      postMessage({ type: "arrived", language, url, bytes }); // the page keeps them for the next worker
      hand(language, bytes);
    } catch (e) {
      postMessage({ type: "model", language, error: e.message });
    }
  }));
}

// right gives the bytes that belong to this version; what arrives as something else is asked for once more, past all caches.
async function right(url, cache) {
  for (const how of cache === "reload" ? [cache] : [cache, "reload"]) {
    const bytes = await whole(url, how);
    if (bytes) return bytes;
  }
  throw new Error(say("file.cut"));
}

// whole gives null for what is not the file that its name says.
async function whole(url, cache) {
  let answer;
  try {
    const options = { cache, priority: "low", signal: AbortSignal.timeout(PATIENCE) };
    answer = await (begun.packed ? small(url, options) : get(url, options));
  } catch (e) {
    throw new Error(e.status ? say("host.answered", { status: e.status }) : say("host.silent"));
  }
  try {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const [, want] = url.match(/\.([0-9a-f]{12})\.names$/);
    return !globalThis.crypto?.subtle || (await hash(bytes)) === want ? bytes : null; // a page over plain http is given no way to look
  } catch {
    return null;
  }
}

// hash is that of cmd/bundle.
async function hash(bytes) {
  const sum = await crypto.subtle.digest("SHA-256", await new Blob([`${bytes.byteLength}\n`, bytes]).arrayBuffer());
  return [...new Uint8Array(sum, 0, 6)].map((b) => b.toString(16).padStart(2, "0")).join("");
}
