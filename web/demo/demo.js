// The script of the demo's host page: its own address in the examples, and the method analyze() on a button.

const panel = document.querySelector("gloss-article");
const found = document.getElementById("found");

for (const at of document.querySelectorAll(".at")) at.textContent = new URL(document.body.dataset.base, location.href).href;

// told says which names a report has, most important first.
function told({ entities }) {
  const names = entities.filter(({ type }) => ["PER", "LOC", "ORG", "NORP", "EVENT", "MISC"].includes(type));
  if (!names.length) return "There are no names in it.";
  return `Names in it: ${names.map(({ name, count }) => (count > 1 ? `${name} (${count} times)` : name)).join(", ")}.`;
}

let turn = 0; // only the last press is answered
document.getElementById("analyze").addEventListener("click", async () => {
  const mine = ++turn;
  found.textContent = "Reading…";
  let words;
  try {
    words = told(await panel.analyze(document.getElementById("other").value));
  } catch (e) {
    words = `This could not be read: ${e.message}`;
  }
  if (mine === turn) found.textContent = words;
});
