// Any word: what the reader types, or has selected in the text, is looked for in the article by the worker. What is typed is answered with the words
// that begin so; what is chosen is put with the result's places, as the one word that was looked for.

const LATER = 150; // ms after the last key
const LONGEST = 200; // characters
const TICKS = 200; // places that the page is told of

export class Seek {
  // home has engine, flats and lines: the reader, or the frame that plays its part.
  constructor(home, tell) {
    this.home = home;
    this.tell = tell;
    this.turn = 0;
  }

  // look answers with found {sought, choose, here, count, like, ticks, n}: how often the words stand in the text, what begins so, and of a choice where,
  // 0 to 1000, and which of the places is the first at or before start.
  look(words, choose, start = -1) {
    clearTimeout(this.timer);
    const asked = words.replace(/\s+/g, " ").trim().slice(0, LONGEST), turn = ++this.turn;
    if (choose) this.ask(asked, true, start, turn);
    else this.timer = setTimeout(() => this.ask(asked, false, start, turn), LATER);
  }

  // selected looks for what is selected in the text.
  selected() {
    const s = this.home.selected();
    if (!s) return;
    getSelection().removeAllRanges();
    this.look(s.words, true, s.start);
  }

  async ask(words, choose, from, turn) {
    const { flats, engine } = this.home;
    if (!flats) return;
    try {
      const { flat, start, end, like } = await engine.find(words);
      if (turn !== this.turn || flats !== this.home.flats) return;
      if (choose && String(flat) !== String(flats.found)) {
        flats.found = flat;
        this.home.lines.renew("word");
      }
      const starts = [...flat.filter((_, i) => i % 3 === 0)];
      const ticks = [...new Set(starts.map((at) => Math.round((1000 * (at - start)) / Math.max(1, end - start))))];
      const n = Math.max(0, starts.findLastIndex((at) => at <= from));
      const every = Math.ceil(ticks.length / TICKS) || 1;
      this.tell("found", { sought: words, choose, here: from >= 0, count: starts.length, like: JSON.parse(like), n, ticks: ticks.filter((_, i) => i % every === 0) });
    } catch {
      if (turn === this.turn) this.tell("found", { sought: words, failed: true, like: [], ticks: [] });
    }
  }
}
