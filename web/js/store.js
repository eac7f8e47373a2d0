// The database on this device, and one transaction in one of its stores. What they hold is said where it is used: drafts in draft.js, the reader's
// own boxes in kept.js.

const NAME = "gloss";
const STORE = "draft";

// The nth makes version n + 1 of the database out of version n. Add to them, never change one.
const UPGRADES = [(db) => db.createObjectStore(STORE), (db) => db.createObjectStore("names")];

let db = null; // held open, so that a last change is on its way before the page is gone
let opening = null;

export const connected = () => db;

function open() {
  if (db) return Promise.resolve(db);
  opening ??= connect(UPGRADES.length).catch((e) => {
    if (e?.name !== "VersionError") throw e;
    return connect(); // of a later version of this page: what is ours is still in it
  }).finally(() => { opening = null; });
  return opening;
}

function connect(version) {
  return new Promise((resolve, reject) => {
    const ask = indexedDB.open(NAME, version);
    ask.onupgradeneeded = (e) => UPGRADES.slice(e.oldVersion).forEach((upgrade) => upgrade(ask.result));
    ask.onerror = () => reject(ask.error);
    ask.onsuccess = () => {
      db = ask.result;
      db.onclose = () => { db = null; };
      db.onversionchange = () => { // another tab upgrades or deletes it: the next act opens it again
        db?.close();
        db = null;
      };
      resolve(db);
    };
  });
}

// run makes one transaction out of what(store) and gives the result of the request that it returns, if any. With now, what was asked
// is all, and is written without waiting.
export function run(db, mode, what, store = STORE, now = false) {
  return new Promise((resolve, reject) => {
    const t = db.transaction(store, mode);
    const ask = what(t.objectStore(store));
    t.oncomplete = () => resolve(ask?.result);
    t.onabort = t.onerror = () => reject(t.error ?? ask?.error ?? new Error("the store refused"));
    if (now) t.commit?.();
  });
}

// act is run in the database of this page, opened again when the connection was lost without a word.
export async function act(mode, what, store = STORE) {
  const at = await open();
  try {
    return await run(at, mode, what, store);
  } catch (e) {
    if (e?.name !== "InvalidStateError") throw e;
    if (db === at) db = null;
    return run(await open(), mode, what, store);
  }
}
