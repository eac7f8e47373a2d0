// A row that was pressed stays where it is on the screen, whatever opens or closes above it.

let held = null;

const top = (id) => document.getElementById(id)?.getBoundingClientRect().top;

// hold notes where an element of the instruments stands; release puts it back there, once the list is drawn.
export function hold(id) { held = { id, top: top(id) }; }

export function release() {
  const { id, top: before } = held ?? {};
  held = null;
  const moved = top(id) - before;
  if (moved) document.getElementById("instrument").scrollTop += moved;
}
