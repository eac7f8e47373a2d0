// Another site: a small server of its own origin, whose pages show <gloss-article>.

import http from "node:http";
import { after } from "node:test";
import { site } from "./visit.mjs";
import { BODY, BYLINE, HEADLINES, TITLE } from "./texts.mjs";

// host serves pages by their paths, {"/feed.txt": body} or {"/": {body, headers, status}} or a function of the request, and gives its origin under
// 127.0.0.1, where Gloss is too, and under localhost, which is another site.
export async function host(pages) {
  const server = http.createServer((ask, answer) => {
    let page = pages[ask.url.split("?")[0]];
    if (typeof page === "function") page = page(ask);
    const { body = page, headers = {}, status = page === undefined ? 404 : 200 } = page?.body === undefined ? {} : page;
    const type = /\.(\w+)$/.exec(ask.url)?.[1] ?? "html";
    answer.writeHead(status, { "Content-Type": { html: "text/html; charset=utf-8", js: "text/javascript", txt: "text/plain; charset=utf-8" }[type] ?? "application/octet-stream", ...headers });
    answer.end(body ?? "");
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  after(() => server.close());
  const { port } = server.address();
  return { origin: `http://127.0.0.1:${port}`, other: `http://localhost:${port}` };
}

export const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const p = (text) => `<p>${escape(text)}</p>\n`;
export const STORY = `<article id="story">\n<h1>${escape(TITLE)}</h1>\n${[BYLINE, ...BODY].map(p).join("")}</article>`;
export const FEED = HEADLINES.join("\n");

// page is a document of a host: it writes down what the elements tell in window.heard.
export function page(body, head = `<script type="module" src="${site}/embed.js"></script>`) {
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Another site</title><link rel="icon" href="data:,">
<style>gloss-article { display: block; min-height: 640px } @media (max-width: 640px) { gloss-article { min-height: 56px } }</style><script src="/heard.js"></script>${head}<body><main>${body}</main>`;
}

// HEARD is /heard.js of every host.
export const HEARD = `window.heard = []; window.shifts = [];
for (const type of ["ready", "report", "error", "select"]) addEventListener("gloss-" + type, (e) => heard.push({ type, of: e.target.id, detail: e.detail }));
new PerformanceObserver((list) => shifts.push(...list.getEntries().filter((e) => !e.hadRecentInput).map((e) => e.value))).observe({ type: "layout-shift", buffered: true });`;

// Guest is the panel of Gloss on a host's page, with what the host hears of it.
export class Guest {
  constructor(reader, at = 0) {
    this.reader = reader;
    this.page = reader.page;
    this.element = reader.page.locator("gloss-article").nth(at);
    this.frame = this.element.locator("iframe").contentFrame();
  }

  // heard waits until so many events of a type were told, and gives their details.
  async heard(type, count = 1, of = "") {
    await this.reader.until(([type, count, of]) => heard.filter((h) => h.type === type && (!of || h.of === of)).length >= count, [type, count, of]);
    return this.page.evaluate(([type, of]) => heard.filter((h) => h.type === type && (!of || h.of === of)).map((h) => h.detail), [type, of]);
  }

  // calls analyze() and gives the report, or the name of what it was rejected with.
  analyze(...args) {
    return this.element.evaluate((e, args) => e.analyze(...args).catch((e) => `${e.name}: ${e.message}`), args);
  }

  // misfits are the places of the newest report that do not have in the element's text the words which the report gives them.
  misfits() { return this.element.evaluate(misfits); }

  row(name) { return this.frame.locator("#instrument .name", { hasText: name }).first(); }
  tab(name) { return this.frame.getByRole("tab", { name }); }
}

// misfits runs in the host's page.
function misfits(element) {
  const report = heard.findLast((h) => h.type === "report" && h.of === element.id).detail;
  const whole = (element.getAttribute("for") ? document.querySelector(element.getAttribute("for")) : element).textContent;
  const lower = (text) => text.toLowerCase().replace(/[\p{Cf}\s]+/gu, "");
  const wrong = [];
  let ranges = 0; // each looks through the whole text
  const fit = (start, end, ...forms) => {
    const there = whole.slice(start, end);
    if (!there || !forms.includes(there) && !forms.map(lower).includes(lower(there))) wrong.push(`${start}–${end} is ${JSON.stringify(there)}, not ${forms.join(" or ")}`);
    if (there && ++ranges < 200 && String(element.range(start, end)) !== there) wrong.push(`the range ${start}–${end} is ${element.range(start, end)}`);
  };
  const { article, entities, quotes, keywords, phrases } = report;
  for (const s of [article.title, article.byline, ...quotes, ...entities.flatMap((e) => e.mentions)]) if (s) fit(s.start, s.end, s.text);
  for (const k of keywords) for (const [start, end] of k.spans) fit(start, end, ...k.forms.map((f) => f.form));
  for (const p of phrases) if (p.count === 1) fit(...p.spans[0], p.text);
  if (report.offsets !== "utf16" || !entities.length) wrong.push("there is nothing in it");
  return wrong;
}
