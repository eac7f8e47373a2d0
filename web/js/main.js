// The page's first script. It works before the engine is there: a text can be pasted, opened, typed and kept from the
// first moment on. window.gloss is what the Go page (app/page/browser.go) calls; what it must know goes to gloss.hear.

import "./goapp.js";
import { load, script, start } from "./boot.js";
import * as draft from "./draft.js";
import { Refusal, fromClipboard, fromFiles, fromTransfer } from "./intake.js";
import { Reader } from "./reader.js";
import { copyList, saveList } from "./export.js";
import { asked, focused, installer } from "./install.js";
import { hold, release } from "./hold.js";
import { keys } from "./keys.js";
import { Names } from "./names.js";
import { day, number } from "./numbers.js";
import { offline } from "./offline.js";
import { Stops } from "./stops.js";
import { heard, listen, tell } from "./tell.js";
import { theme } from "./theme.js";
import { settle, turn } from "./turn.js";
import { say } from "./words.js";

const build = JSON.parse(document.getElementById("gloss-build").textContent);
let ready = false;
function said(type, detail) {
  ready ||= type === "ready";
  if (ready && !reader.engine.coming().length) keeper.begin(); // which fetches what the engine has fetched, too
  tell(type, detail);
}

const reader = new Reader(build, said);
const stops = new Stops(tell, (lines) => reader.engine.stopWords(lines));
const own = new Names(tell, (names) => reader.engine.lexicon(names));
const keeper = offline(build, tell, () => (typing && !reader.reading ? draft.save({ text: typing, typed: true }) : reader.keep()));

// attempt does what may be refused; a refusal is told, and nothing that was there is lost.
async function attempt(act) {
  try {
    await act();
  } catch (e) {
    if (!(e instanceof Refusal)) throw e;
    tell("refused", { why: e.why, ...e.detail });
  }
}

const typed = () => document.getElementById("paste");

// take reads a text in the place of the one before, or of what was only typed: Undo brings either back.
function take(given, before = reader.reading ?? (/\S/.test(typing) ? { text: typing, name: "", tail: "auto", language: "" } : null)) {
  reader.take(given, before);
  clearTimeout(later);
  typing = "";
}

const acts = {
  paste: () => attempt(async () => take({ text: await fromClipboard() })),
  open: () => picker.click(),
  sample: () => attempt(sample),
  read: () => attempt(() => take({ text: typed().value })),
  edit: () => reader.startEdit(),
  done: () => reader.endEdit(),
  clear: () => reader.clear(),
  undo: () => reader.undo(),
  install: installer(tell),
};

async function sample() {
  const answer = await fetch(build.sample).catch(() => null);
  if (!answer?.ok) throw new Refusal("sample");
  take({ text: await answer.text() });
}

const picker = document.createElement("input");
picker.type = "file";
picker.accept = ".txt,text/plain";
picker.addEventListener("change", () => {
  const files = [...picker.files];
  picker.value = "";
  if (files.length) attempt(async () => take(await fromFiles(files)));
});

document.addEventListener("click", (e) => {
  const act = acts[e.target.closest?.("[data-do]")?.dataset.do];
  if (act) act();
});

const LARGE = 100_000; // characters from which on a paste is never put into a textarea

document.addEventListener("paste", (e) => {
  const into = e.target.closest?.("input, textarea");
  const text = e.clipboardData.getData("text/plain");
  const own = into && into.id !== "paste" && (into.id !== "editor" || text.length < LARGE);
  if (own) return;
  e.preventDefault();
  if (into?.id === "editor") into.setRangeText(text, into.selectionStart, into.selectionEnd, "end");
  const whole = into?.id === "editor" ? { text: reader.edit.value() } : null;
  const data = e.clipboardData;
  attempt(async () => (into?.value ? take(whole ?? { text: spliced(into, text) }, reader.reading) : take(await fromTransfer(data))));
});

const spliced = (box, text) => box.value.slice(0, box.selectionStart) + text + box.value.slice(box.selectionEnd);

const zone = document.createElement("div");
zone.className = "dropzone";
zone.hidden = true;
zone.textContent = say("drop");
document.body.append(zone);
let depth = 0;
const drag = (n) => { depth = Math.max(0, n); zone.hidden = depth === 0; };
addEventListener("dragenter", (e) => { e.preventDefault(); drag(depth + 1); });
addEventListener("dragover", (e) => e.preventDefault());
addEventListener("dragleave", () => drag(depth - 1));
addEventListener("drop", (e) => {
  e.preventDefault();
  drag(0);
  const data = e.dataTransfer;
  attempt(async () => take(await fromTransfer(data)));
});

keys(reader, tell, acts);

// What is typed into the first page's box is kept as it is written, and survives the arrival of the Go page.
let typing = "";
let later;
document.addEventListener("input", (e) => {
  if (e.target.id !== "paste") return;
  typing = e.target.value;
  clearTimeout(later);
  later = setTimeout(() => draft.save({ text: typing, typed: true }), 250);
});

addEventListener("pagehide", () => typing && !reader.reading && draft.leave({ text: typing, typed: true }));

function retype() {
  const box = typed();
  if (!box || !typing || box.value) return;
  box.value = typing;
  box.focus();
}

// mount puts the reading column where the page has room for it.
function mount() {
  const slot = document.getElementById("column");
  if (slot && reader.column.element.parentNode !== slot) {
    slot.append(reader.column.element, reader.notes.element);
    scrollTo({ top: reader.place, behavior: "instant" });
  }
  retype();
}

globalThis.gloss = {
  build,
  listen,
  number,
  day,
  mount,
  select: (kind, index, n, how, cls) => reader.select(kind, index, n, how, cls),
  show: (start, end, cls) => reader.show(start, end, cls),
  lines: (kind, index, order, all) => reader.lines.show(kind, index, order, all),
  seek: (words, choose) => reader.seek.look(words, choose),
  hold,
  release,
  nth: (i) => reader.nth(reader.marks.get(i)),
  same: (kind, index, start) => reader.same(kind, index, start),
  filter: (off) => reader.filter(off ? off.split(" ") : []),
  guess: (on) => reader.guess(on),
  tail: (value) => reader.tail(value === "auto" || value === "text" ? value : Number(value)),
  speak: (language) => reader.speak(language),
  cancel: () => reader.cancel(),
  again: () => reader.again(),
  undo: () => reader.undo(),
  turn: () => turn(reader),
  settle,
  own: (what, detail) => own[what](detail && JSON.parse(detail)),
  stops: (what, detail) => stops[what](detail && JSON.parse(detail)),
  learn,
  update: () => keeper.update(),
  window: () => reader.window(),
  act: (name) => acts[name]?.(),
  save: (list) => saveList(reader, list).catch((e) => tell("refused", { why: "export", error: e.message })),
  copy: (list) => copyList(reader, list).then(() => tell("copied", { list }), (e) => tell("refused", { why: "export", error: e.message })),
  setting: (name) => draft.setting(name),
  other: (answer) => reader.other(answer),
  keep: (name, value) => {
    if (!draft.keep(name, value)) tell("unkept", {});
    theme();
  },
};

// waits tells that models are on their way; learn asks for them once more.
const waits = () => reader.engine.coming().forEach((language) => tell("model", { language }));
function learn() {
  reader.engine.learn();
  waits();
}

// readingFrame shows the text in the page's own frame while the Go page is still on its way.
function readingFrame() {
  const frame = document.getElementById("gloss-reading");
  const root = document.body.firstElementChild;
  if (!heard() && frame && root) {
    root.replaceChildren(frame.content.cloneNode(true));
    document.body.classList.add("read");
    mount();
  }
}

// A shortcut of the app opens the page at ?paste or ?sample.
const shortcuts = {
  sample: acts.sample,
  paste: () => attempt(async () => {
    await focused();
    take({ text: await fromClipboard({ unasked: true }) });
  }),
};

const STORE = 2000; // ms that the engine waits for what is kept on this device

const robot = /bot|crawler|spider|robot/i.test(navigator.userAgent) || new URLSearchParams(location.search).get("wasm") === "false";

async function run() {
  theme();
  const early = reader.begin;
  reader.begin = (...args) => { readingFrame(); reader.begin = early; return reader.begin(...args); };
  const resumed = reader.resume(() => typing).then((d) => { if (d?.typed) { typing = d.text; retype(); } });
  if (robot) return;
  const kept = Promise.all([resumed, own.load(), stops.load()]);
  const shortcut = shortcuts[asked()];
  if (shortcut) resumed.then(shortcut);
  try {
    const [module] = await Promise.all([load(build, (share) => tell("loading", { share }), keeper.has), script(build.wasmExec)]);
    await Promise.race([kept, new Promise((go) => { setTimeout(go, STORE); })]);
    reader.arrived = (url, bytes) => keeper.has(bytes, url);
    reader.engine.use(module);
    waits();
    await start(module);
    throw new Error(say("page.ended"));
  } catch (e) {
    console.error(e);
    failed(e);
  }
}

function failed(e) {
  tell("failed", { kind: "page", message: e.message });
  const box = document.createElement("div");
  box.className = "notice bad stopped";
  box.setAttribute("role", "alert");
  const head = document.createElement("h2");
  head.textContent = say("failed.head");
  const words = document.createElement("p");
  words.textContent = say("failed.words", { why: e.message[0].toUpperCase() + e.message.slice(1) });
  box.append(head, words);
  document.body.append(box);
}

run();
