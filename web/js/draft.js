// What is kept on this device: the texts that are being read, in IndexedDB (localStorage is too small for them), and a few
// settings, in localStorage. Where the browser keeps nothing, or its storage is full, all else still works, and it is said.
//
// Each tab keeps its text in a record of its own and never writes over another's. The record's key is [order, name]; order grows
// whenever another tab than the last one writes, so the last key is what was written last (no clock is asked: clocks jump). The
// name stands in the tab's sessionStorage, where a reload finds it, and the tab that holds the lock of that name owns the record
// for as long as it lives, asleep or not. A new tab takes over the newest record that no tab owns; where all are owned it begins
// with a copy of the newest. A copied tab finds its name taken and gets a new one. So a text can be left behind by a closed tab
// while another is shown: left() finds it, and the page offers it. A browser without locks (over plain http) has one record for all.
//
// When a page goes, its text is also put into sessionStorage (up to SHORT): such a page is not sure to live until a transaction ends,
// and a tab that was put away by the browser has no lock meanwhile.

import { hold, within } from "./locks.js";
import { act, connected, run } from "./store.js";

const NAME = "gloss-name", LAST = "gloss-last";
const SHORT = 500_000; // characters that a session's store takes without complaint
const WAIT = 3000; // ms after which a store that does not answer is said to keep nothing
const RELOAD = 1000; // ms that the page of before may take to let go of its name

let own; // promise of this tab's {name, key, release}
let mine = null; // the same, once it is known
let first = false; // whether this page is a new tab's, or one that was busy when its text came

const name = (key) => (Array.isArray(key) ? key[1] : String(key));
const order = (key) => (Array.isArray(key) ? key[0] : 0);
const newer = (keys, name) => [order(keys.at(-1)) + 1, name];

const session = {
  get: (key) => { try { return sessionStorage.getItem(key); } catch { return null; } },
  set: (key, value) => { try { sessionStorage.setItem(key, value); return true; } catch { return false; } },
  remove: (key) => { try { sessionStorage.removeItem(key); } catch { /* nor was it there */ } },
};

function become(name, key, release) {
  session.set(NAME, name);
  mine = { name, key, release };
  return mine;
}

async function fresh(keys) {
  const name = Math.random().toString(36).slice(2);
  return become(name, newer(keys, name), await hold(name, { ifAvailable: true }));
}

// again takes up the name that this tab had before it was loaded again.
async function again(keys, known) {
  const release = await hold(known, { signal: AbortSignal.timeout(RELOAD) });
  return release ? become(known, keys.findLast((k) => name(k) === known) ?? newer(keys, known), release) : fresh(keys);
}

// load gives the text that this tab is to show, {text, tail, name, language, typed, scroll}; null when there is none or it cannot be
// read. The store may take its time: if busy() says that there is a text on the page by then, what was kept is left for left.
export async function load(busy) {
  const last = parse(session.get(LAST)), known = session.get(NAME);
  session.remove(LAST);
  const whole = typeof last?.text === "string"; // it is shown without a look into the store, which may be broken
  const found = find(known, whole ? () => false : busy);
  if (whole) return shape(last);
  const draft = (await found)?.draft;
  return busy() ? null : shape(last ? { ...draft, ...last } : draft);
}

// find gives the record for this tab, and settles which one it owns.
async function find(known, busy) {
  let settle;
  own = new Promise((resolve) => { settle = resolve; });
  let keys = [], found;
  try {
    keys = await act("readonly", (s) => s.getAllKeys());
    found = busy() ? null : await (known ? kept(keys.findLast((k) => name(k) === known)) : newest(keys));
  } catch { /* nothing can be kept here */ }
  first = !known || busy();
  if (busy()) found?.release?.();
  if (!first) settle(again(keys, known));
  else settle(found?.release && !busy() ? become(name(found.key), found.key, found.release) : fresh(keys));
  return found;
}

const kept = async (key) => key && { key, draft: await act("readonly", (s) => s.get(key)) };

// newest finds the newest text that no tab owns, and owns it; else the newest of all.
async function newest(keys) {
  let copy = null;
  for (const key of keys.toReversed()) {
    const found = await kept(key);
    if (!shape(found.draft)) continue;
    const release = await hold(name(key), { ifAvailable: true });
    if (release) return { ...found, release };
    copy ??= found;
  }
  return copy;
}

function parse(json) {
  try { return JSON.parse(json); } catch { return null; }
}

// shape is a draft as it must be, null where there is no text in it: anyone may have written into the store.
function shape(d) {
  if (typeof d?.text !== "string") return null;
  const word = (s) => (typeof s === "string" ? s : "");
  const tail = ["auto", "text"].includes(d.tail) || Number.isSafeInteger(d.tail) ? d.tail : "auto";
  return { text: d.text, tail, name: word(d.name), language: word(d.language), typed: d.typed === true, scroll: Number.isFinite(d.scroll) ? d.scroll : 0 };
}

let why = ""; // why nothing is kept now
let hear = () => {};

// follow has fn told why nothing can be kept ("full", "blocked") as soon as it is so, and "" when it is over.
export function follow(fn) { hear = fn; }

// became says whether texts are kept now.
function became(now) {
  if (!now !== !why) {
    why = now;
    hear(why);
  }
  return why === "";
}

// write says whether it could; not yet is no.
function write(what) {
  session.remove(LAST); // older than what is written now
  return new Promise((answer) => {
    const slow = setTimeout(() => answer(became("blocked")), WAIT);
    Promise.resolve(own).then((tab) => act("readwrite", (s) => what(s, tab)))
      .then(() => became(""), (e) => became(e?.name === "QuotaExceededError" ? "full" : "blocked"))
      .then((kept) => { clearTimeout(slow); answer(kept); });
  });
}

// owned calls then with all keys and with those of this tab's record: one, or two where tabs without locks share it.
function owned(s, tab, then) {
  const ask = s.getAllKeys();
  ask.onsuccess = () => then(ask.result, ask.result.filter((k) => name(k) === tab.name));
}

// save keeps a draft as this tab's own, and forget removes it. Both say whether they could.
export const save = (draft) => write((s, tab) => owned(s, tab, (keys, own) => {
  tab.key = own.length && own.at(-1) === keys.at(-1) && Array.isArray(own.at(-1)) ? own.at(-1) : newer(keys, tab.name);
  for (const key of own) if (key !== tab.key) s.delete(key);
  s.put(draft, tab.key);
}));
export const forget = () => write((s, tab) => owned(s, tab, (_, own) => own.forEach((key) => s.delete(key))));

// leave keeps the text of a page that may be about to go.
export function leave(draft) {
  const short = draft.text.length < SHORT && session.set(LAST, JSON.stringify(draft));
  if (!short) session.set(LAST, JSON.stringify({ scroll: draft.scroll }));
  const db = connected();
  if (db && mine) run(db, "readwrite", (s) => { s.put(draft, mine.key); }, undefined, true).catch(() => {});
}

// left gives the newest text of a closed tab, with its key, when this is a new tab and the text is not the one that is shown; null
// when there is none. What stands there twice goes.
export async function left(shown) {
  const tab = await own;
  if (!first) return null;
  let found = null;
  for (const key of (await act("readonly", (s) => s.getAllKeys())).toReversed()) {
    if (found || name(key) === tab.name) continue;
    await within(name(key), async () => {
      const draft = shape((await kept(key)).draft);
      if (draft?.text === shown) await remove(key);
      else if (draft) found = { ...draft, key };
    });
  }
  return found;
}

// take has this tab own the record of a closed one instead of its own, which stays as it is. It says whether it could.
export async function take(key) {
  const before = await own;
  const release = await hold(name(key), { ifAvailable: true });
  if (!release) return false;
  own = Promise.resolve(become(name(key), key, release));
  before.release?.();
  return true;
}

export const remove = (key) => act("readwrite", (s) => s.delete(key));

const unkept = new Map(); // settings that the browser would not keep: they last as long as the page

// A setting is a short string; "" when there is none. keep says whether it could.
export const setting = (name) => unkept.get(name) ?? localStorage.getItem(`gloss-${name}`) ?? "";
export function keep(name, value) {
  try {
    if (value) localStorage.setItem(`gloss-${name}`, value);
    else localStorage.removeItem(`gloss-${name}`);
    unkept.delete(name);
    return localStorage instanceof Storage; // goapp.js has another where it is forbidden
  } catch {
    unkept.set(name, value);
    return false;
  }
}
