// What stands in the store of the browser, asked from inside a page.

// texts are the kept ones, the last written last.
export const texts = (page) => page.evaluate(async () => {
  const ask = indexedDB.open("gloss");
  const db = await new Promise((resolve) => {
    ask.onupgradeneeded = () => ask.transaction.abort(); // not made yet: the page makes it
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => resolve(null);
  });
  if (!db) return [];
  const get = db.transaction("draft").objectStore("draft").getAll();
  await new Promise((resolve) => { get.onsuccess = resolve; });
  db.close();
  return get.result.map((d) => d.text);
});

// kept waits until the text is kept.
export async function kept(r, text, page = r.page) {
  await r.soon(async () => (await texts(page)).includes(text), text);
}
