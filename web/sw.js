// The service worker: it keeps one whole version of the site and answers from it, so that the page works without a network. cmd/bundle
// puts `const SITE = {version, base, files}` before this text; files are the paths of the version, below base.

const PREFIX = "gloss-";
const CACHE = PREFIX + SITE.version;
const INDEX = SITE.base + "index.html";

addEventListener("install", (e) => e.waitUntil(fill()));
addEventListener("activate", (e) => e.waitUntil(settle()));
addEventListener("message", (e) => { if (e.data === "take over") skipWaiting(); });
addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  if (e.request.method === "GET" && url.origin === location.origin && url.pathname.startsWith(SITE.base)) e.respondWith(answer(e.request, url));
});

// fill fetches what the cache does not have yet: an install that was cut short goes on where it stopped. If any file is missing in the end, the
// install fails, the page goes on as it is, and the browser tries again at a later visit.
async function fill() {
  const cache = await caches.open(CACHE);
  const done = await Promise.allSettled(SITE.files.map(async (path) => {
    const url = SITE.base + path;
    if (await cache.match(url)) return;
    const fresh = await fetch(url, { cache: url === INDEX ? "no-cache" : "default" }); // hashed files may come from the browser's own cache
    if (!fresh.ok) throw new Error(`${url}: ${fresh.status}`);
    await cache.put(url, await unredirected(fresh));
  }));
  const failed = done.filter((d) => d.status === "rejected");
  if (failed.length) throw failed[0].reason;
}

// A navigation may not be answered by a response that was redirected on its way here.
async function unredirected(fresh) {
  if (!fresh.redirected) return fresh;
  return new Response(await fresh.blob(), { status: fresh.status, headers: fresh.headers });
}

// settle removes older versions. It takes pages over only where none was in charge before: they are of this version.
async function settle() {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer(request, url) {
  const cache = await caches.open(CACHE);
  const page = request.mode === "navigate" && [SITE.base, INDEX].includes(url.pathname);
  const hit = await cache.match(page ? INDEX : url.pathname, { ignoreVary: true });
  return hit ?? fetch(request);
}
