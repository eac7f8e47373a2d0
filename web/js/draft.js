// What is kept on this device: the text that is being read, in IndexedDB (localStorage is too small for it),
// and a few settings, in localStorage. Where the browser keeps nothing, all else still works.

const NAME = "gloss", STORE = "draft", KEY = "current";

function open() {
  return new Promise((resolve, reject) => {
    const ask = indexedDB.open(NAME, 1);
    ask.onupgradeneeded = () => ask.result.createObjectStore(STORE);
    ask.onsuccess = () => resolve(ask.result);
    ask.onerror = () => reject(ask.error);
    ask.onblocked = () => reject(new Error("the store is blocked by another tab"));
  });
}

async function act(mode, what) {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const t = db.transaction(STORE, mode);
      const ask = what(t.objectStore(STORE));
      t.oncomplete = () => resolve(ask.result);
      t.onabort = t.onerror = () => reject(t.error ?? new Error("the store refused"));
    });
  } finally {
    db.close();
  }
}

// load gives the kept draft {text, tail, typed}, null when there is none or it cannot be read.
export const load = () => act("readonly", (s) => s.get(KEY)).then((d) => (typeof d?.text === "string" ? d : null), () => null);

// save and remove say whether they could.
export const save = (draft) => act("readwrite", (s) => s.put(draft, KEY)).then(() => true, () => false);
export const remove = () => act("readwrite", (s) => s.delete(KEY)).then(() => true, () => false);

// A setting is a short string; "" when there is none.
export const setting = (name) => localStorage.getItem(`gloss-${name}`) ?? "";
export function keep(name, value) {
  try {
    if (value) localStorage.setItem(`gloss-${name}`, value);
    else localStorage.removeItem(`gloss-${name}`);
  } catch { /* full or forbidden: the setting lasts as long as the page */ }
}
