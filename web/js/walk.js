// The reader's ways through the marks: hover says the type, a click or Enter opens, arrows move a ring
// from mark to mark. tell("pick" | "ring" | "tip", mark) goes to the page.

const LATE = 300; // ms until a hovered mark says what it is

export class Walk {
  constructor(column, marks, tell) {
    this.column = column;
    this.marks = marks;
    this.tell = tell;
    this.current = null;
    this.ring = document.createElement("div");
    this.ring.className = "ring";
    this.ring.hidden = true;
    this.ring.setAttribute("aria-hidden", "true");
    const e = column.element;
    e.addEventListener("click", (ev) => this.click(ev));
    e.addEventListener("keydown", (ev) => this.key(ev));
    e.addEventListener("focus", () => this.current && this.show(this.current));
    e.addEventListener("blur", () => this.hide());
    e.addEventListener("pointermove", (ev) => ev.pointerType === "mouse" && this.hover(ev));
    e.addEventListener("pointerleave", () => this.leave());
    new ResizeObserver(() => this.place()).observe(e);
  }

  click(ev) {
    if (!getSelection().isCollapsed) return; // the reader is selecting text
    const m = this.marks.under(this.hit(ev.clientX, ev.clientY));
    if (m) this.pick(m);
  }

  pick(m) {
    this.current = m;
    this.tell("pick", m);
  }

  // hit is the offset under a point, -1 when the point is beside the letters.
  hit(x, y) {
    const at = this.column.under(x, y);
    if (at < 0) return -1;
    for (const near of [at, at - 1]) { // a caret stands between two characters
      const r = near < 0 ? null : this.column.range(near, near + 1);
      for (const box of r?.getClientRects() ?? []) {
        if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return near;
      }
    }
    return -1;
  }

  hover(ev) {
    const m = this.marks.under(this.hit(ev.clientX, ev.clientY));
    if (m?.i === this.over?.i) return;
    this.leave();
    this.over = m;
    this.column.element.classList.toggle("on-mark", m !== null);
    if (m) this.late = setTimeout(() => this.tip(m), LATE);
  }

  leave() {
    clearTimeout(this.late);
    if (!this.over) return;
    this.over = null;
    this.column.element.classList.remove("on-mark");
    this.tell("tip", null);
  }

  tip(m) {
    const box = this.column.range(m.start, m.end)?.getClientRects()[0];
    if (box) this.tell("tip", { ...m, left: box.left + scrollX, top: box.top + scrollY });
  }

  key(ev) {
    if (ev.ctrlKey || ev.metaKey || ev.altKey) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[ev.key];
    if (step) {
      ev.preventDefault();
      return this.go(step);
    }
    if (ev.key === "Enter" && this.current) {
      ev.preventDefault();
      this.tell("pick", this.current);
    } else if (ev.key === "Home" || ev.key === "End") {
      ev.preventDefault();
      const m = ev.key === "Home" ? this.marks.shown(0, 1) : this.marks.shown(this.marks.length - 1, -1);
      if (m) this.show(m, true);
    }
  }

  go(step) {
    const from = this.current ? this.current.i + step : this.marks.first(this.column.top());
    const m = this.marks.shown(from, step) ?? this.current;
    if (m) this.show(m, true);
  }

  show(m, aloud = false) {
    this.current = m;
    this.column.reveal(m.start, m.end, "nearest");
    this.place();
    this.ring.hidden = false;
    if (aloud) this.tell("ring", m);
  }

  place() {
    if (!this.current) return;
    const box = this.column.range(this.current.start, this.current.end)?.getClientRects()[0];
    const home = this.column.element.getBoundingClientRect();
    if (!box) return this.hide();
    if (!this.ring.isConnected) this.column.element.append(this.ring);
    const px = (name, n) => this.ring.style.setProperty(name, `${n}px`);
    px("left", box.left - home.left);
    px("top", box.top - home.top);
    px("width", box.width);
    px("height", box.height);
  }

  hide() {
    this.ring.hidden = true;
    this.tell("tip", null);
  }

  // turn finds the mark among new ones: in its place, or the next that there is.
  turn() {
    if (!this.current) return;
    const { start } = this.current, { marks } = this;
    this.current = marks.under(start) ?? marks.shown(marks.first(start), 1) ?? marks.shown(marks.length - 1, -1);
    if (this.current && !this.ring.hidden) this.place();
    else this.hide();
  }

  // forget lets go of the mark, its text being no longer on the page.
  forget() {
    this.current = null;
    this.over = null;
    this.hide();
  }
}
