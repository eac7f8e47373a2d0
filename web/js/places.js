// Where entities, keywords and phrases stand: the engine's flat arrays (app/report/summary.go), offsets in UTF-16 units.

const SHAPE = { entity: ["marks", 5, 3], keyword: ["words", 3, 2], phrase: ["runs", 3, 2] }; // the array, numbers a place, which of them is the index

// places gives [start, end] of each place of the one with the index, in text order; flats is {marks, words, runs}.
export function places(flats, kind, index) {
  const [name, stride, key] = SHAPE[kind] ?? [];
  const flat = flats[name] ?? [], out = [];
  for (let i = 0; i < flat.length; i += stride) if (flat[i + key] === index) out.push([flat[i], flat[i + 1]]);
  return out;
}

// nth is which of so many places a number stands for, counting round from either end; -1 where there is none.
export const nth = (n, count) => (count ? ((n % count) + count) % count : -1);
