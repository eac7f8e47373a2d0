// Long work on the main thread, cut into slices short enough for a frame.

const SLICE = 8; // ms

const turn = new MessageChannel();
const due = [];
turn.port1.onmessage = () => due.shift()();
const next = () => new Promise((resolve) => { due.push(resolve); turn.port2.postMessage(0); });

// inSlices runs step() until it returns false, giving the thread back after each slice.
// still() is asked after each pause: false ends the work. Resolves with true when the work was done.
export async function inSlices(step, still) {
  let end = performance.now() + SLICE;
  while (step()) {
    if (performance.now() < end) continue;
    await next();
    if (!still()) return false;
    end = performance.now() + SLICE;
  }
  return true;
}
