// Where entities, keywords, phrases and quotes stand, and why a name was marked: the engine's flat arrays (app/report/summary.go), offsets in UTF-16 units.

const SHAPE = { // the array, numbers a place, which of them is the index
  entity: ["marks", 5, 3], keyword: ["words", 3, 2], phrase: ["runs", 3, 2], quote: ["said", 5, 2],
  ngram: ["grams", 3, 2], pair: ["shared", 3, 2], word: ["found", 3, 2],
};

// unflat takes the flat arrays and the reasons out of a result, as found has them.
export const unflat = ({ marks, grounds, words, runs, grams, shared, said, reasons, notes }) =>
  ({ marks, grounds, words, runs, grams, shared, said, reasons: reasons.split("\n"), notes: notes.split("\n") });

// found gives the places of what has a kind and an index ([start, end] of each, in text order), the index of the nth, counted round from either end (-1
// where there is none), and what app/page is told of it: [places, index of that one, where it begins, and of an entity's mention the confidence
// (0 to 10,000) and the reasons, a tab between them]. Without flats nothing was found yet.
export function found(flats, kind, index, n) {
  const [name, stride, key] = SHAPE[kind] ?? [];
  const flat = flats?.[name] ?? [], rows = [];
  for (let i = 0; i < flat.length; i += stride) if (flat[i + key] === index) rows.push(i);
  const spans = rows.map((i) => [flat[i], flat[i + 1]]);
  const at = spans.length ? ((n % spans.length) + spans.length) % spans.length : -1;
  const start = at < 0 ? 0 : spans[at][0];
  if (kind !== "entity" || at < 0) return { spans, at, said: [spans.length, at, start, 0, ""] };
  const mark = rows[at] / stride;
  return { spans, at, said: [spans.length, at, start, flats.grounds[2 * mark], flats.reasons[flats.grounds[2 * mark + 1]]] };
}

// near is which of the spans begins at or before an offset, from 0.
export const near = (spans, start) => Math.max(0, spans.findLastIndex(([from]) => from <= start));
