// How a text gets in: by paste, by the Paste button, from a file that is opened or dropped. Each way ends in
// take(text) or refuse(why, detail); what was there before is touched by neither.

import { say } from "./words.js";

export const MAX_BYTES = 20_000_000; // the engine's own limit (report.MaxBytes)

export class Refusal extends Error {
  constructor(why, detail = {}) {
    super(why);
    this.why = why;
    this.detail = detail;
  }
}

// fromClipboard asks the browser for the clipboard's text; detail goes with a refusal.
export async function fromClipboard(detail) {
  let text;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    throw new Refusal("clipboard", detail);
  }
  return check(text, "clipboard-empty");
}

// fromTransfer reads what was pasted or dropped: one text file, or text.
export async function fromTransfer(data) {
  const files = [...data.files];
  if (files.length) return fromFiles(files);
  return { text: check(data.getData("text/plain"), "blank") };
}

export async function fromFiles(files) {
  if (files.length > 1) throw new Refusal("two-files", { count: files.length });
  const [file] = files;
  if (file.size > MAX_BYTES) throw new Refusal("too-large", { name: file.name, bytes: file.size });
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refusal("unreadable", { name: file.name }); // a folder, or gone meanwhile
  }
  return { text: check(decode(bytes, file.name), "empty-file", file.name), name: file.name };
}

// check refuses blank and very large texts.
export function check(text, blank, name = "") {
  if (!/\S/.test(text)) throw new Refusal(blank, { name });
  if (text.length * 3 > MAX_BYTES) {
    const bytes = new Blob([text]).size;
    if (bytes > MAX_BYTES) throw new Refusal("too-large", { name, bytes });
  }
  return text;
}

const MARKS = [["utf-8", [0xef, 0xbb, 0xbf]], ["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];

// decode reads a file's bytes by its byte order mark, else as UTF-8; what is neither is refused with the place of the first bad byte.
export function decode(bytes, name) {
  const [encoding] = MARKS.find(([, mark]) => mark.every((b, i) => bytes[i] === b)) ?? ["utf-8"];
  const kind = magic(bytes);
  if (kind) throw new Refusal("not-text", { name, is: kind });
  if (encoding === "utf-8" && binary(bytes)) throw new Refusal("not-text", { name });
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("not-utf8", { name, offset: firstBad(bytes, encoding) });
  }
}

const MAGIC = [
  [say("file.pdf"), "%PDF"], [say("file.zip"), "PK\x03\x04"], [say("file.png"), "\x89PNG"], [say("file.jpeg"), "\xff\xd8\xff"],
  [say("file.gif"), "GIF8"], [say("file.program"), "\x7fELF"], [say("file.office"), "\xd0\xcf\x11\xe0"], [say("file.gzip"), "\x1f\x8b"],
];

function magic(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  return MAGIC.find(([, m]) => head.startsWith(m))?.[0] ?? "";
}

// More than a stray NUL among the first thousand bytes means that it is no text.
const binary = (bytes) => bytes.subarray(0, 1000).filter((b) => b === 0).length > 1;

// firstBad is the offset of the first byte that does not fit.
function firstBad(bytes, encoding) {
  const fine = (n, stream) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, n), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let lo = 0, hi = bytes.length + 1; // bytes[:lo] may begin a text, bytes[:hi] may not
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (fine(mid, true)) lo = mid;
    else hi = mid;
  }
  let n = Math.min(lo, bytes.length);
  while (n > 0 && !fine(n, false)) n--; // a sequence that was begun and never ended is the bad one
  return n;
}
