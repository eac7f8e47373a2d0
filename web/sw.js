// The service worker: it keeps one whole version of the site and answers from it, so that the page works without a network. cmd/bundle puts
// `const SITE = {version, base, files, met}` before this text; files has the hash of each file of the version by its path below base. A page has the
// hash "": hosts may add to a page, so that it is known by the version that stands in it. met has the tables and models of languages: those
// of a language are kept when one of them is here, of this version or of the one before it: a text in it was read.

const AT = `@${SITE.base}`; // another Gloss on this host, below another path, has caches of its own
const CACHE = `gloss-${SITE.version}${AT}`;
const ours = (name) => name.startsWith("gloss-") && (name.endsWith(AT) || !name.includes("@")); // those without an @ are of the first versions
const ALL = { ...SITE.files, ...SITE.met };
const language = (path) => /^models\/(\w+)\.[0-9a-f]{12}\.(?:txt|names)$/.exec(path)?.[1]; // in all versions
const HASHED = /(^|[./])[0-9a-f]{12}[./]/; // a name that never stands for other contents

addEventListener("install", (e) => e.waitUntil(install()));
addEventListener("activate", (e) => e.waitUntil(tidy().then(() => clients.claim()))); // those are taken over that no worker was in charge of
addEventListener("message", (e) => {
  if (e.data === "take over") skipWaiting();
  else if (e.data === "whole?") e.waitUntil(state().then((s) => e.ports[0].postMessage(s)));
});
addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(SITE.base)) return;
  const path = known(url.pathname.slice(SITE.base.length), e.request.mode === "navigate");
  if (path) e.respondWith(answer(e, path)); // all else is between the browser and the host: offline it fails as it does anywhere
});

// known is the file that a path stands for, "" for none. X, X/ and X/index.html are one page, as on every host.
function known(path, navigates) {
  const page = `${path.replace(/\/$/, "")}/index.html`.replace(/^\//, "");
  return [path, navigates ? page : ""].find((p) => Object.hasOwn(ALL, p)) ?? "";
}

async function answer(e, path) {
  const cache = await caches.open(CACHE);
  const hit = await cache.match(SITE.base + path, { ignoreVary: true });
  if (hit) return hit;
  const fresh = await fetch(e.request);
  e.waitUntil(checked(path, fresh.clone()).then((good) => good && cache.put(SITE.base + path, good)).then(mend).catch(() => { /* at the next miss */ }));
  return fresh;
}

// install fills the cache; if that fails, the page goes on as it is and the browser tries again at a later visit. What has been fetched stays for
// that, but not where there is no room: the person's text needs it more.
async function install() {
  try {
    await fill();
  } catch (e) {
    if (e.name === "QuotaExceededError") {
      await caches.delete(CACHE);
      for (const page of await clients.matchAll({ type: "window", includeUncontrolled: true })) page.postMessage({ type: "full" });
    }
    throw e;
  }
}

// fill fetches what the cache does not have yet.
async function fill() {
  const cache = await caches.open(CACHE);
  const done = await Promise.allSettled((await lacking()).map(async (path) => cache.put(SITE.base + path, await right(path))));
  const failed = done.filter((d) => d.status === "rejected").map((d) => d.reason);
  if (failed.length) throw failed.find((e) => e.name === "QuotaExceededError") ?? failed[0];
  if ((await lacking()).length) throw new Error("the cache was deleted meanwhile");
}

async function lacking() {
  const languages = await met();
  const paths = [...Object.keys(SITE.files), ...Object.keys(SITE.met).filter((path) => languages.has(language(path)))];
  const have = new Set(await keptIn(CACHE));
  return paths.filter((path) => !have.has(path));
}

// met is the languages of which something is kept, in this version or another.
async function met() {
  const all = await Promise.all((await caches.keys()).filter(ours).map(keptIn));
  return new Set(all.flat().map(language));
}

// keptIn is the paths of what a cache has.
async function keptIn(name) {
  if (!(await caches.has(name))) return [];
  return (await (await caches.open(name)).keys()).map((r) => new URL(r.url).pathname.slice(SITE.base.length));
}

// right gives a file of this very version: of another version's cache, of the browser's own, or of the host, past all caches on the way.
async function right(path) {
  const url = (SITE.base + path).replace(/\/index\.html$/, "/"), hashed = HASHED.test(path); // what hosts call a page: they redirect to that
  const sources = [
    () => hashed && caches.match(url, { ignoreVary: true }),
    () => small(url, { cache: hashed ? "default" : "no-cache" }),
    () => fetch(url, { cache: "reload" }),
  ];
  for (const source of sources) {
    const good = await checked(path, await source());
    if (good) return good;
  }
  throw Object.assign(new Error(`the host has no ${url} of version ${SITE.version}`), { gone: true });
}

// small takes the gzip file of a word table where the host does not compress. It asks for the headers first: most of the large file would have come
// before it could be given up.
async function small(url, options) {
  if (!url.startsWith(`${SITE.base}models/`)) return fetch(url, options);
  const { ok, headers } = await fetch(url, { ...options, method: "HEAD" });
  const packed = ok && !headers.get("Content-Encoding") ? await fetch(`${url}.gz`) : null;
  if (!packed?.ok) return fetch(url, options);
  return new Response(packed.headers.get("Content-Encoding") ? packed.body : packed.body.pipeThrough(new DecompressionStream("gzip")), { headers });
}

// checked gives the answer as it is kept if it is the file of this version, else null. It is made anew: a navigation takes none that was redirected.
async function checked(path, got) {
  if (!got?.ok) return null;
  const bytes = await got.arrayBuffer(), want = ALL[path];
  const good = want ? (await hash(bytes)) === want : new TextDecoder().decode(bytes).includes(SITE.version);
  if (!good) return null;
  const headers = new Headers(got.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name); // of how it came here
  return new Response(bytes, { headers });
}

// hash is that of cmd/bundle.
async function hash(bytes) {
  const sum = await crypto.subtle.digest("SHA-256", await new Blob([`${bytes.byteLength}\n`, bytes]).arrayBuffer());
  return [...new Uint8Array(sum, 0, 6)].map((b) => b.toString(16).padStart(2, "0")).join("");
}

// mend fetches what was lost. If the host no longer has it, the version is given up: the next page comes from the host, whole.
let mending = null;
function mend() {
  mending ??= fill().catch(async (e) => {
    if (e.gone) await caches.delete(CACHE);
  }).finally(() => { mending = null; });
  return mending;
}

// state says which version this is, and whether it is whole now.
async function state() {
  if ((await lacking()).length) await mend();
  await tidy();
  return { version: SITE.version, whole: (await lacking()).length === 0 };
}

// tidy removes all other versions, unless one is on its way, which will do it.
async function tidy() {
  if (registration.installing || registration.waiting) return;
  const old = (await caches.keys()).filter((name) => ours(name) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}
