// Gloss beside an article on any page:
//
//   <script type="module" src="https://gloss.example/embed.js"></script>
//   <gloss-article for="#story" headlines="feed.txt"></gloss-article>
//
// The element shows what is in the text of #story (without `for`: in its own text) by a frame of Gloss, in which the text is read on the reader's own
// device. Nothing is loaded until the element is near the window. The room for it is reserved by its CSS min-height; the frame grows by what the reader opens.
//
// Attributes: for, a selector; headlines, the address of a list in any form that Gloss reads, fetched with this page's rights; theme, "light" or "dark"
// (else as the element's color-scheme); marks, to mark the names in the text; tail, "text" or a number of lines; language.
// Properties: headlines, a list of titles or objects, or the text of one. Methods: analyze(text, headlines), a Promise of the report; without a text
// it reads the element's anew. range(start, end), the Range of a place in the element's text.
// Events, which bubble: gloss-ready; gloss-report, whose detail is the report, its offsets UTF-16 units into the text's textContent (on a first visit it
// waits some seconds for the learnt model of names; where that comes later, there is a second one for the same text, whose model is no longer "rules");
// gloss-error {kind, message}; gloss-select {kind, spans, at}, a click in the panel, which marks the places unless it is prevented.

const VERSION = 1; // of the messages
const HOME = new URL("embed/", import.meta.url);
const NEAR = "800px", ROOM = 640, LIST = 5_000_000, PATIENCE = 30_000; // of the window; px; characters; ms
const TYPES = { PER: "#2f80c3", LOC: "#1f9d6b", ORG: "#cf6a1f", NORP: "#8a63c9", EVENT: "#b08d12", MISC: "#7d7d7d" };

const dress = new CSSStyleSheet(), paint = new CSSStyleSheet();
dress.replaceSync(`:host{display:block;min-height:${ROOM}px}@media(max-width:640px){:host{min-height:56px}}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}`);
paint.replaceSync(Object.entries(TYPES).map(([type, color]) => `::highlight(gloss-${type}){text-decoration:underline 2px ${color};text-underline-offset:3px;background-color:color-mix(in srgb,${color} 16%,transparent)}`).join("")
  + "::highlight(gloss-on){background-color:color-mix(in srgb,#d8a400 38%,transparent)}::highlight(gloss-at){background-color:color-mix(in srgb,#d8a400 75%,transparent)}");
const narrow = matchMedia("(max-width:640px)");

class GlossArticle extends HTMLElement {
  static observedAttributes = ["for", "headlines", "marks", "theme", "tail", "language"];
  #frame = null; // the iframe, once it is needed
  #port = null;
  #wrong = null; // why there is none
  #life = null; // ends with the stay in the page
  #calls = new Map(); // what is waited for: {message, flow, resolve, reject}, by number
  #count = 0;
  #list; // headlines as a property
  #source = null; // the element whose text was read last
  #shown = null; // the flow of the text that the panel shows, null when it is none of this page
  #last = 0; // the number of the call that was answered last
  #painted = []; // [Highlight, Range]

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    if (!this.shadowRoot) {
      this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
      this.shadowRoot.adoptedStyleSheets = [dress];
    }
    const watch = new IntersectionObserver(([e]) => e.isIntersecting && (watch.disconnect(), this.#again()), { rootMargin: NEAR });
    watch.observe(this);
    signal.addEventListener("abort", () => watch.disconnect());
    narrow.addEventListener("change", () => this.#look(), { signal });
    addEventListener("message", (e) => this.#meet(e), { signal });
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#unpaint();
    this.#drop(new DOMException("the element was removed", "AbortError"));
  }

  attributeChangedCallback(name) {
    if (!this.#frame) return;
    if (name === "theme") this.#look();
    else this.#again();
  }

  get headlines() { return this.#list ?? this.getAttribute("headlines") ?? ""; }
  set headlines(list) {
    this.#list = list;
    if (this.#frame) this.#again();
  }

  #again() { this.analyze().catch(() => {}); } // told by an event

  async analyze(text, headlines) {
    if (!this.isConnected) throw new DOMException("the element is not in a page", "InvalidStateError");
    const { signal } = this.#life, call = ++this.#count;
    let flow = null;
    try {
      if (text === undefined) {
        flow = this.#read();
        text = flow.text;
      }
      this.#load();
      const list = await this.#given(headlines, signal);
      if (signal.aborted) throw new DOMException("the element was removed", "AbortError");
      if (this.#wrong) throw this.#wrong;
      const message = { type: "read", call, text: String(text), headlines: list, tail: this.getAttribute("tail") ?? "auto", language: this.getAttribute("language") ?? "" };
      return await new Promise((resolve, reject) => {
        this.#calls.set(call, { message, flow, resolve, reject });
        this.#port?.postMessage(message);
      });
    } catch (e) {
      if (e.name !== "AbortError") this.#tell("error", { kind: e.kind ?? "text", message: e.message });
      throw e;
    }
  }

  range(start, end) { return ranges(this.#source ?? this)(start, end); }

  #read() {
    const selector = this.getAttribute("for");
    this.#source = selector ? document.querySelector(selector) : this;
    if (!this.#source) throw Object.assign(new Error(`nothing on the page is ${selector}`), { kind: "for" });
    return flow(this.#source);
  }

  // #given is a list of headlines as text. One that can't be had is told; the article is read without it.
  async #given(list = this.#list, signal) {
    if (list !== undefined && list !== null) return typeof list === "string" ? list : JSON.stringify(list);
    const address = this.getAttribute("headlines");
    if (!address) return "";
    try {
      const answer = await fetch(new URL(address, document.baseURI), { signal });
      if (!answer.ok) throw new Error(`the host answered ${answer.status}`);
      const text = await answer.text();
      if (text.length > LIST) throw new Error(`more than ${LIST} characters`);
      return text;
    } catch (e) {
      if (!signal.aborted) this.#tell("error", { kind: "headlines", message: `${address}: ${e.message}` });
      return "";
    }
  }

  #load() {
    if (this.#frame) return;
    this.#wrong = null;
    const frame = document.createElement("iframe");
    frame.title = "=title"; // a text of app/page/words.txt
    if (globalThis.crossOriginIsolated) frame.credentialless = true; // such a page takes no other frames of other sites
    frame.src = HOME;
    frame.style.height = `${this.#room()}px`;
    frame.addEventListener("load", () => {
      const late = setTimeout(() => this.#frame === frame && !this.#port && this.#fail(`Gloss does not answer at ${HOME}`), PATIENCE);
      this.#life.signal.addEventListener("abort", () => clearTimeout(late));
    });
    this.#frame = frame;
    this.shadowRoot.append(frame);
  }

  #fail(message) {
    this.#wrong = Object.assign(new Error(message), { kind: "frame" });
    this.#drop(this.#wrong);
  }

  // #drop lets go of the frame and of all who wait for it; what is asked next begins with a new one.
  #drop(error) {
    this.#port?.close();
    this.#frame?.remove();
    this.#port = this.#frame = null;
    for (const { reject } of this.#calls.values()) reject(error);
    this.#calls.clear();
  }

  #room() { return parseFloat(getComputedStyle(this).minHeight) || ROOM; }

  // #meet answers the frame's hello, which it says whenever it was loaded, with a port of its own. Nobody else is answered.
  #meet({ source, origin, data }) {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== HOME.origin || data?.type !== "hello") return;
    if (data.gloss !== VERSION) return this.#fail(`Gloss at ${HOME} speaks version ${data.gloss}, this embed.js ${VERSION}`);
    const again = this.#port !== null; // the frame was loaded anew
    this.#port?.close();
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    port1.onmessage = ({ data }) => this.#hear(data);
    source.postMessage({ gloss: VERSION, type: "open" }, HOME.origin, [port2]);
    this.#look();
    for (const { message } of this.#calls.values()) port1.postMessage(message);
    if (again && !this.#calls.size) this.#again();
  }

  #look() {
    const own = getComputedStyle(this).colorScheme, dark = own.includes("dark"), light = own.includes("light") || !dark;
    const theme = this.getAttribute("theme") ?? (dark && light ? "" : dark ? "dark" : "light");
    this.#port?.postMessage({ type: "look", reserve: this.#room(), folded: narrow.matches, theme });
  }

  #hear(m) {
    const call = this.#calls.get(m.call);
    if (m.type === "report" || m.type === "error") this.#calls.delete(m.call);
    if (m.type === "ready") this.#tell("ready");
    else if (m.type === "height") this.#grow(m.height);
    else if (m.type === "select") this.#select(m);
    else if (m.type === "error") call?.reject(Object.assign(new Error(m.message), { kind: m.kind }));
    else if (m.type === "report" && (call || m.call === this.#last && (!this.#shown || this.#shown.whole === this.#source.textContent))) {
      for (const message of m.problems) this.#tell("error", { kind: "headlines", message });
      const report = JSON.parse(new TextDecoder().decode(m.bytes));
      this.#last = m.call;
      if (call) this.#shown = call.flow;
      const flow = this.#shown;
      this.#unpaint(0, call ? undefined : 1); // of a better report of the same text the selection stays
      if (flow) settle(report, flow);
      if (flow && this.hasAttribute("marks")) this.#mark(report);
      this.#tell("report", report);
      call?.resolve(report);
    }
  }

  #mark(report) {
    const range = ranges(this.#source);
    for (const { type, mentions } of report.entities) for (const { start, end } of mentions) if (TYPES[type]) this.#paint(type, range(start, end), 0);
  }

  // #select shows where on this page the thing stands that was chosen in the panel.
  #select({ kind, spans, at }) {
    const flow = this.#shown;
    if (flow) spans = spans.map(([start, end]) => [flow.place(start), flow.end(end)]);
    this.#unpaint(1);
    if (!this.#tell("select", { kind, spans, at }) || !flow || at < 0) return;
    const range = ranges(this.#source);
    spans.forEach(([start, end], i) => this.#paint(i === at ? "at" : "on", range(start, end), i === at ? 2 : 1));
    const { top, bottom } = range(...spans[at]).getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) scrollBy({ top: (top + bottom - innerHeight) / 2 });
  }

  #paint(name, range, priority) {
    const all = globalThis.CSS?.highlights;
    if (!all) return;
    if (!document.adoptedStyleSheets.includes(paint)) document.adoptedStyleSheets.push(paint);
    const light = all.get(`gloss-${name}`) ?? all.set(`gloss-${name}`, new Highlight()).get(`gloss-${name}`);
    light.priority = priority;
    light.add(range);
    this.#painted.push([light, range]);
  }

  #unpaint(from = 0, to = Infinity) {
    this.#painted = this.#painted.filter(([light, range]) => light.priority < from || light.priority >= to || !light.delete(range));
  }

  // #grow follows the frame's height. What the reader has just opened stays where it is: the browser may not hold on to what stands below it.
  #grow(height) {
    const { style } = document.documentElement, before = style.overflowAnchor;
    if (this.getBoundingClientRect().bottom > 0) style.overflowAnchor = "none";
    this.#frame.style.height = `${height}px`;
    requestAnimationFrame(() => setTimeout(() => { style.overflowAnchor = before; }));
  }

  #tell(name, detail) { return this.dispatchEvent(new CustomEvent(`gloss-${name}`, { detail, bubbles: true, composed: true, cancelable: true })); }
}

// What a reader does not see of a text, or what is no part of it.
const APART = "script,style,noscript,template,iframe,object,svg,canvas,audio,video,button,input,select,textarea,gloss-article,[hidden]";

// flow is the text of an element as a reader sees it: white space collapsed, a blank line between blocks. place and end give, for an offset
// in it, the one in the element's textContent.
function flow(root) {
  let text = "", raw = 0, gap = "";
  const from = [], to = []; // where stretches that both have begin, in the flow and in textContent
  const part = (white) => { if (white.length > gap.length || white > gap) gap = white; };
  const words = (node, pre) => {
    for (const { 0: run, index } of node.data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(run)) {
        part(pre ? "\n".repeat(Math.min(2, run.split("\n").length - 1)) || " " : " ");
        continue;
      }
      if (text) text += gap;
      gap = "";
      from.push(text.length);
      to.push(raw + index);
      text += run;
    }
  };
  const walk = (node, pre) => {
    for (const n of node.childNodes) {
      if (n.nodeType === 3) words(n, pre);
      if (n.nodeType === 3) raw += n.length;
      if (n.nodeType !== 1) continue;
      const { display, whiteSpace } = getComputedStyle(n);
      if (n.matches(APART) || display === "none") raw += n.textContent.length;
      else if (n.localName === "br") part("\n");
      else {
        const apart = /^(inline|contents|ruby)/.test(display) ? "" : display === "table-cell" ? "\n" : "\n\n";
        part(apart);
        walk(n, whiteSpace.startsWith("pre"));
        part(apart);
      }
    }
  };
  walk(root, getComputedStyle(root).whiteSpace.startsWith("pre"));
  const place = (at) => {
    let lo = 0, hi = from.length;
    while (lo < hi - 1) {
      const mid = (lo + hi) >> 1;
      if (from[mid] <= at) lo = mid;
      else hi = mid;
    }
    return from.length ? to[lo] + at - from[lo] : 0;
  };
  return { text, whole: root.textContent, place, end: (at) => (at > 0 ? place(at - 1) + 1 : place(0)) };
}

// settle turns a report's offsets into those of the element's textContent.
function settle(report, { whole, place, end }) {
  const span = (o) => {
    if (o?.start === undefined) return;
    o.start = place(o.start);
    if (o.end === undefined) return;
    o.end = end(o.end);
    if (o.text !== undefined) o.text = whole.slice(o.start, o.end);
  };
  const pairs = (list) => list.forEach((p) => { [p[0], p[1]] = [place(p[0]), end(p[1])]; });
  const { article, entities, keywords, phrases, quotes, headlines, notices } = report;
  [article, article.title, article.byline, ...quotes, ...headlines, ...notices, ...entities.flatMap((e) => e.mentions)].forEach(span);
  [...keywords, ...phrases, ...headlines.flatMap((h) => h.reasons)].forEach((o) => pairs(o.spans));
}

// ranges gives the Range of a place in the element's textContent.
function ranges(root) {
  const nodes = [], ends = [], walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    nodes.push(n);
    ends.push((length += n.length));
  }
  const index = (at) => { // the first node that ends behind it
    let lo = 0, hi = ends.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (ends[mid] > at) hi = mid;
      else lo = mid + 1;
    }
    return lo;
  };
  return (start, end) => {
    if (!(0 <= start && start < end && end <= length)) throw new RangeError(`there is no text from ${start} to ${end}`);
    const r = document.createRange(), i = index(start), j = index(end - 1);
    r.setStart(nodes[i], start - ends[i] + nodes[i].length);
    r.setEnd(nodes[j], end - ends[j] + nodes[j].length);
    return r;
  };
}

if (!customElements.get("gloss-article")) customElements.define("gloss-article", GlossArticle);
