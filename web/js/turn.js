// A result that takes the place of another while it is being read. What the reader looks at stays where it is: the text, the row of the list that
// was open or at the top, and the keyboard's place.

const list = () => document.getElementById("instrument");
const rows = () => [...list()?.querySelectorAll("li") ?? []].filter((row) => row.querySelector(".name"));
const name = (row) => row.querySelector(".name").firstChild?.textContent.trim();
const typed = (row) => `${row.className.replace(/\bopen\b/, "").trim()} ${name(row)}`;
const buttons = (row) => [...row.querySelectorAll("button, a, summary, input")];
const find = (key, all = rows()) => all.find((row) => typed(row) === key.typed) ?? all.find((row) => name(row) === key.name);

let before = null;

// turn paints the new marks, and notes what is to stay where it is. The list is drawn anew after it.
export function turn(reader) {
  const all = rows(), focused = all.find((row) => row.contains(document.activeElement));
  const { top, bottom } = list()?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  const seen = all.map((row) => ({ row, box: row.getBoundingClientRect() })).filter(({ box }) => box.bottom > top && box.top < bottom);
  const first = [focused, ...all.filter((row) => row.classList.contains("open"))];
  seen.sort((a, b) => first.includes(b.row) - first.includes(a.row)); // these before the ones at the top
  before = {
    anchors: seen.map(({ row, box }) => ({ name: name(row), typed: typed(row), top: box.top })),
    focused: focused && { name: name(focused), typed: typed(focused), nth: buttons(focused).indexOf(document.activeElement) },
    column: reader.column.element,
    top: reader.column.element.getBoundingClientRect().top,
  };
  reader.turn();
}

// settle puts all of it back, once the list is drawn.
export function settle() {
  if (!before) return;
  const { anchors, focused, column, top } = before, all = rows();
  before = null;
  if (focused) {
    const row = find(focused, all);
    const target = row ? buttons(row)[focused.nth] ?? buttons(row)[0] : list();
    if (target !== document.activeElement) target?.focus({ preventScroll: true });
  }
  const held = anchors.map((anchor) => ({ anchor, row: find(anchor, all) })).find(({ row }) => row);
  if (held) list().scrollTop += held.row.getBoundingClientRect().top - held.anchor.top;
  const moved = column.getBoundingClientRect().top - top;
  if (column.isConnected && moved) scrollBy({ top: moved, behavior: "instant" });
}
