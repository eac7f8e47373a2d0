// Single keys, where no text is being written and no dialog is open.

const TABS = ["who", "keywords", "quotes", "headlines", "numbers"];

export function keys(reader, tell, acts) {
  addEventListener("keydown", (e) => {
    const writing = e.target.matches?.("input, textarea, select");
    if (e.target.id === "editor" && (e.key === "Escape" || (e.key === "Enter" && (e.ctrlKey || e.metaKey)))) {
      e.preventDefault();
      return acts.done();
    }
    if (e.target.id === "paste" && e.key === "Enter" && (e.ctrlKey || e.metaKey)) return acts.read();
    if (writing || e.ctrlKey || e.metaKey || e.altKey || document.querySelector("dialog[open]")) return;
    if (reader.phase !== "reading" && e.key !== "?") return;
    if (e.key === "e") {
      e.preventDefault();
      acts.edit();
    } else if (e.key === "/") {
      e.preventDefault(); // Firefox opens a box of its own
      tell("key", { key: "/" });
    } else if (e.key === "a") {
      reader.seek.selected();
    } else if (["n", "p", "w", "Escape", "?"].includes(e.key)) {
      tell("key", { key: e.key });
    } else if (TABS[e.key - 1]) {
      tell("key", { key: TABS[e.key - 1] });
    }
  });
}
