// The kill switch: `go run ./cmd/bundle -kill-switch` writes it as sw.js, in the place of the service worker. Where that one did harm, this one takes
// it away from each device at its next look for an update: it deletes what was kept of the site, unregisters itself, and loads the pages again that the
// old one was in charge of, now from the host. What a person wrote stays. Pages that register sw.js again meet it again, but it reloads only pages that
// a worker is in charge of, and only after it has deleted something: there is no loop. It can stay in place for as long as old devices may come back;
// a build without the flag ends it.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (e) => e.waitUntil(end()));

async function end() {
  const ours = (name) => name.startsWith("gloss-") && (name.endsWith(`@${SITE.base}`) || !name.includes("@"));
  const kept = (await caches.keys()).filter(ours);
  await Promise.all(kept.map((name) => caches.delete(name)));
  const pages = await clients.matchAll({ type: "window" });
  await registration.unregister();
  if (kept.length) pages.forEach((page) => page.navigate(page.url).catch(() => { /* it is loading already, or gone */ }));
}
