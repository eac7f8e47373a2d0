// The page's side of the service worker: it says when the page works without a network, and when a new version waits. The new one never takes
// the place of the old under an open page: only when the reader says so, and then in all tabs at once.

const MINUTE = 60_000, HOUR = 60 * MINUTE;
const PATIENCE = 5000; // ms that keeping the text may take before a reload

// offline gets what main.js has from the build; keep() is a promise of whether what the person wrote is kept on this device.
export function offline(build, tell, keep) {
  const network = () => tell("network", { on: navigator.onLine });
  addEventListener("online", network);
  addEventListener("offline", network);
  if (!navigator.onLine) network();
  const workers = navigator.serviceWorker;
  if (!workers) return { begin() {}, has() {}, update() {} };

  let before = workers.controller;
  const here = new Map(); // the bytes of the program, of tables and of models, by their addresses, until they are kept
  let looked = 0;
  let take = () => {};

  const offer = (act) => {
    take = act;
    tell("update", {});
  };
  const reload = () => location.reload();

  workers.addEventListener("controllerchange", async () => {
    const taken = before; // an update was taken, here or in another tab
    before = workers.controller;
    if (!taken) return agree();
    if (await Promise.race([keep(), new Promise((give) => { setTimeout(give, PATIENCE, false); })])) reload();
    else offer(reload); // the text stands nowhere but here
  });
  workers.addEventListener("message", (e) => e.data?.type === "full" && tell("full", {}));

  // agree offers a reload where the worker is of another version than the page, and says whether that worker has all that the page needs.
  async function agree() {
    const worker = (await workers.ready).active;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise((resolve) => { port1.onmessage = (e) => resolve(e.data); });
    worker.postMessage("whole?", [port2]);
    const { version, whole } = await answer;
    if (version !== build.version && !(await workers.getRegistration(build.base))?.waiting) offer(reload);
    return whole;
  }

  function follow(known) {
    const waits = (worker) => workers.controller && offer(() => worker.postMessage("take over"));
    const watch = (worker) => { // which may have been quicker than this page
      if (worker?.state === "installed") waits(worker);
      else if (worker) worker.onstatechange = () => worker.state === "installed" && waits(worker);
    };
    known.onupdatefound = () => watch(known.installing ?? known.waiting);
    if (known.waiting) waits(known.waiting);
    watch(known.installing);
  }

  async function register() {
    looked = performance.now();
    follow(await workers.register(`${build.base}sw.js`, { scope: build.base, updateViaCache: "none" }));
  }

  // look asks the host for a new version, at most once in so many ms; where nothing is kept yet, it tries that again.
  async function look(least) {
    const known = await workers.getRegistration(build.base);
    if (!known?.active) return register();
    if (performance.now() - looked < least) return;
    looked = performance.now();
    await known.update();
  }
  const now = (least) => look(least).catch(() => { /* no network, or no room: the page works all the same */ });

  const store = `gloss-${build.version}@${build.base}`;

  // fetched puts the program and its model where the worker will keep them: they need not come over the network again, whatever the browser
  // itself remembers. Of tables and models the worker keeps those that it finds there.
  async function fetched() {
    const all = [...here];
    here.clear();
    if (!all.length || workers.controller) return;
    const cache = await caches.open(store);
    for (const [url, bytes] of all) await put(cache, url, bytes);
  }

  const put = (cache, url, bytes) => cache.put(url, new Response(bytes, { headers: { "Content-Type": url === build.wasm ? "application/wasm" : "application/octet-stream" } }))
    .catch(() => { /* no room: the worker will say so */ });

  // later keeps what came after that, with the rest of this version, if that is kept.
  async function later(url, bytes) {
    await workers.ready;
    if (!(await caches.has(store))) return;
    const cache = await caches.open(store);
    if (!(await cache.match(url))) await put(cache, url, bytes);
  }

  // begin comes after the page has all that it needs: two requests for one large file at once disturb each other.
  async function begin() {
    try {
      await fetched();
      await register();
    } catch { /* forbidden here, or the network went */ }
    addEventListener("online", () => now(MINUTE));
    document.addEventListener("visibilitychange", () => document.hidden || now(HOUR));
    setInterval(now, 4 * HOUR, HOUR);
    if (await agree()) tell("offline", {});
  }

  let begun = false;
  return {
    begin: () => { if (!begun) { begun = true; begin(); } },
    has: (bytes, url = build.wasm) => {
      if (!begun) here.set(url, bytes);
      else later(url, bytes).catch(() => { /* it is fetched again when it is needed again */ });
    },
    update: () => take(),
  };
}
