// The page's side of the service worker: it says when the page works without a network, and when a new version waits. The new one never takes
// the place of the old under an open page: only when the reader says so, and then in all tabs at once.

export function offline(base, tell) {
  const network = () => tell("network", { on: navigator.onLine });
  addEventListener("online", network);
  addEventListener("offline", network);
  if (!navigator.onLine) network();
  if (!navigator.serviceWorker) return { begin() {}, update() {} };
  const workers = navigator.serviceWorker;
  let waiting = null;
  let before = workers.controller;
  workers.addEventListener("controllerchange", () => {
    if (before) location.reload(); // an update was taken, here or in another tab
    before = workers.controller;
  });
  const offer = (worker) => {
    waiting = worker;
    tell("update", {});
  };
  const follow = (worker) => worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && workers.controller) offer(worker);
  });
  // begin comes after the page has all that it needs: two requests for one large file at once disturb each other.
  const begin = async () => {
    try {
      const known = await workers.register(`${base}sw.js`, { scope: base, updateViaCache: "none" });
      if (known.waiting && workers.controller) offer(known.waiting);
      follow(known.installing);
      known.addEventListener("updatefound", () => follow(known.installing));
      await workers.ready;
      tell("offline", {});
    } catch { /* forbidden here, or the network went: the page works all the same */ }
  };
  return { begin, update: () => waiting?.postMessage("take over") };
}
