// What is kept on this device: the text that is being read, in IndexedDB (localStorage is too small for it),
// and a few settings, in localStorage. Where the browser keeps nothing, all else still works.

const NAME = "gloss", STORE = "draft", KEY = "current";
const LAST = "gloss-last", SHORT = 500_000; // characters that a session's store takes without complaint

let db = null; // the open store: held, so that a last change is on its way before the page is gone

function open() {
  if (db) return Promise.resolve(db);
  return new Promise((resolve, reject) => {
    const ask = indexedDB.open(NAME, 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore(STORE);
    ask.onerror = () => reject(ask.error);
    ask.onblocked = () => reject(new Error("the store is blocked by another tab"));
    ask.onsuccess = () => {
      db = ask.result;
      db.onclose = () => { db = null; };
      db.onversionchange = () => { db.close(); db = null; };
      resolve(db);
    };
  });
}

function act(store, mode, what) {
  return new Promise((resolve, reject) => {
    const t = store.transaction(STORE, mode);
    const ask = what(t.objectStore(STORE));
    t.oncomplete = () => resolve(ask.result);
    t.onabort = t.onerror = () => reject(t.error ?? new Error("the store refused"));
    if (mode === "readwrite") t.commit?.();
  });
}

const fine = () => true, refused = () => false;

// load gives the kept draft {text, tail, typed, scroll}, with what leave still had to say; null when there is none or it cannot be read.
export async function load() {
  let draft = null;
  try {
    draft = await act(await open(), "readonly", (s) => s.get(KEY));
  } catch { /* nothing can be kept here */ }
  try {
    const last = JSON.parse(sessionStorage.getItem(LAST) ?? "null");
    sessionStorage.removeItem(LAST);
    draft = draft && last ? { ...draft, ...last } : draft ?? last;
  } catch { /* nor there */ }
  return typeof draft?.text === "string" ? draft : null;
}

const write = (what) => {
  sessionStorage.removeItem(LAST); // older than what is written now
  return open().then((store) => act(store, "readwrite", what)).then(fine, refused);
};

// save and forget say whether they could.
export const save = (draft) => write((s) => s.put(draft, KEY));
export const forget = () => write((s) => s.delete(KEY));

// leave keeps the last change of a page that is about to go: such a page is not sure to live until a transaction ends.
export function leave(draft, changed) {
  try {
    sessionStorage.setItem(LAST, JSON.stringify(changed && draft.text.length < SHORT ? draft : { scroll: draft.scroll }));
  } catch { /* full or forbidden */ }
  if (db) act(db, "readwrite", (s) => s.put(draft, KEY)).catch(refused);
}

// A setting is a short string; "" when there is none.
export const setting = (name) => localStorage.getItem(`gloss-${name}`) ?? "";
export function keep(name, value) {
  try {
    if (value) localStorage.setItem(`gloss-${name}`, value);
    else localStorage.removeItem(`gloss-${name}`);
  } catch { /* full or forbidden: the setting lasts as long as the page */ }
}
