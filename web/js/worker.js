// The worker's first lines: they fetch the tables that all languages share, start the WebAssembly module that
// the page posts, and hand each message to it. They become a classic script, since wasm_exec.js is one.
//
// The tables of a language come when a text is met that needs them, those of the likeliest beside the program. The learnt models of names come
// after that: nobody waits for them. Texts are read by rules until one is here.

import { say } from "./words.js";

const NEAR = 300; // ms that the first text waits for a model which is on this device
const PATIENCE = 120_000; // ms after which a model is no longer waited for
const TABLES = 60_000; // ms after which tables are not
const LIFE = 2000; // ms between two signs of life while tables are on their way

const waiting = [];
const models = []; // that arrived before the engine was there
const tables = new Map(); // promises of their bytes, by language: asked for, or here
const opened = new Set(); // languages whose tables the engine has
const failed = new Set(); // languages for which that came to nothing: they are asked for past all caches then
let take = null; // what gives the engine a message
let engine = null; // the same, with a sign of life
let begun = null; // what the page gave to begin with
let near = null; // settles when the models have come that can be had in no time

onmessage = ({ data }) => {
  if (data.type === "init") boot(data).catch((e) => postMessage({ type: "failed", message: e.message }));
  else if (data.type === "learn") learn(data.languages, data.cache);
  else if (engine) engine(data);
  else waiting.push(data);
};

// The module calls this once, with the function that takes the messages.
globalThis.glossServe = async (fn) => {
  await near;
  take = fn;
  const ready = Promise.all(begun.likely.map(hasTables)); // or the first text would be looked at twice
  await Promise.race([ready, new Promise((go) => { setTimeout(go); })]);
  engine = (m) => {
    postMessage({ type: "heard", run: m.run });
    fn(m);
  };
  models.splice(0).forEach(take);
  waiting.splice(0).forEach(engine);
};

// The module calls this when it needs the tables of languages to analyze what m holds. It is given what can be had, and the message again; languages
// that it has to do without are told.
globalThis.glossNeed = async (languages, m) => {
  const sign = () => postMessage({ type: "getting", run: m.run, languages });
  const life = setInterval(sign, LIFE);
  sign();
  const lost = (await Promise.all(languages.map(hasTables))).filter((l) => l.error);
  clearInterval(life);
  if (lost.length) postMessage({ type: "lost", run: m.run, lost });
  take({ ...m, await: m.await.filter((code) => !lost.some((l) => l.language === code)) });
};

// hasTables gives the engine the tables of a language, and says why that can't be done.
async function hasTables(language) {
  try {
    const bytes = await tablesOf(language);
    const error = opened.has(language) ? "" : take({ type: "setTables", language, bytes });
    if (error) fail(language);
    else opened.add(language);
    return { language, error };
  } catch (e) {
    return { language, error: e.message };
  }
}

// tablesOf fetches those of a language, once; what came to nothing is tried again when it is asked for again.
function tablesOf(language) {
  if (!tables.has(language)) {
    const url = begun.models[language], coming = right(url, failed.has(language) ? "reload" : "default", TABLES);
    tables.set(language, coming);
    coming.then((bytes) => postMessage({ type: "arrived", kind: "tables", language, url, bytes }), () => fail(language));
  }
  return tables.get(language);
}

function fail(language) {
  tables.delete(language);
  failed.add(language);
}

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

// boot gets packed: true where the host does not compress, kept: true where a service worker has the site; models, names: the addresses of tables
// and of models of names, by language; tables, given: those that are here already; likely: the languages whose tables are fetched at once, lacking: those
// whose models are fetched then.
async function boot(init) {
  const { module, exec, kept, given, lacking, likely } = begun = init;
  const common = right(init.models.all, "default", TABLES);
  for (const [language, bytes] of Object.entries(init.tables)) tables.set(language, Promise.resolve(bytes));
  const first = Promise.allSettled([common, ...likely.map(tablesOf)]); // without them nothing is read
  for (const [language, bytes] of Object.entries(given)) hand(language, bytes);
  if (kept) near = Promise.race([learn(lacking), new Promise((go) => { setTimeout(go, NEAR); })]);
  else first.then(() => learn(lacking));
  importScripts(exec);
  const go = new Go();
  const [instance, shared] = await Promise.all([WebAssembly.instantiate(module, go.importObject), common]);
  globalThis.glossTables = shared;
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
      const bytes = await right(url, cache, PATIENCE, "low");
      postMessage({ type: "arrived", kind: "model", language, url, bytes }); // the page keeps them for the next worker
      hand(language, bytes);
    } catch (e) {
      postMessage({ type: "model", language, error: e.message });
    }
  }));
}

// right gives the bytes that belong to this version; what arrives as something else is asked for once more, past all caches.
async function right(url, cache, patience, priority = "auto") {
  for (const how of cache === "reload" ? [cache] : [cache, "reload"]) {
    const bytes = await whole(url, { cache: how, priority, signal: AbortSignal.timeout(patience) });
    if (bytes) return bytes;
  }
  throw new Error(say("file.cut"));
}

// whole gives null for what is not the file that its name says.
async function whole(url, options) {
  let answer;
  try {
    answer = await (begun.packed ? small(url, options) : get(url, options));
  } catch (e) {
    throw new Error(e.status ? say("host.answered", { status: e.status }) : say("host.silent"));
  }
  try {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const [, want] = url.match(/\.([0-9a-f]{12})\.(?:names|txt)$/);
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
