// Gloss beside the article of another site's page, by embed.js.

import assert from "node:assert/strict";
import { test } from "node:test";
import { site, visit } from "./visit.mjs";
import { FEED, Guest, HEARD, STORY, host, page } from "./host.mjs";
import { HEADLINES, NAMES, OTHER, long } from "./texts.mjs";

const GLOSS = new RegExp(`^request: ${site}/`); // the one other host that is asked

const panel = (feed) => `<gloss-article id="g" for="#story" headlines="${feed}" marks></gloss-article>`;
const here = await host({
  "/heard.js": HEARD,
  "/": { headers: { "Set-Cookie": "member=yes; HttpOnly; SameSite=Lax" }, body: page(`${STORY}<aside>${panel("members.txt")}</aside><p>What stands below the panel.</p>`) },
  "/feed.txt": FEED,
  "/members.txt": (ask) => (ask.headers.cookie?.includes("member=yes") ? FEED : { status: 403, body: "Members only" }),
  "/far": page(`<p>The top of a long page.</p><div style="height:6000px"></div>${STORY}${panel("/feed.txt")}<p>Below.</p>`),
  "/own": page(`<gloss-article id="g"><h1>Berlin opens a night train to Stockholm</h1>${OTHER.split("\n\n").slice(1).map((p) => `<p>${p}</p>`).join("")}</gloss-article>`),
  "/two": page(`${STORY}<article id="second">${OTHER.split("\n\n").map((p) => `<p>${p}</p>`).join("")}</article>
    <gloss-article id="a" for="#story" headlines="/feed.txt"></gloss-article><gloss-article id="b" for="#second"></gloss-article>`),
  "/none": page(`<p>There is no article here yet.</p><gloss-article id="g" for="#story"></gloss-article>`),
  "/empty": page(`<p>The article comes by script.</p><article id="story"></article><gloss-article id="g" for="#story" style="min-height: 300px"></gloss-article><p>Below.</p>`),
});

const names = (report, type) => report.entities.filter((e) => !type || e.type === type).map((e) => e.name);
const shift = (r) => r.page.evaluate(() => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(shifts.reduce((sum, s) => sum + s, 0)))));
}));
const lit = (r, name) => r.page.evaluate((name) => [...CSS.highlights.get(name) ?? []].map(String).sort(), name);

for (const [name, origin] of [["another port", here.origin], ["another name", here.other]]) {
  test(`A person on a site of ${name} sees the names of its article marked and listed, and finds them with a click`, visit({ origin, allow: [GLOSS] }, async (r) => {
    const guest = new Guest(r);
    await guest.heard("ready");
    const [report] = await guest.heard("report");
    assert.deepEqual(await guest.heard("error", 0), []);
    assert.deepEqual(names(report, "PER").sort(), ["Ana Ribeiro", "Carlos Ortega", "Maria Santos"]);
    assert.deepEqual(report.headlines.map((h) => h.title).sort(), [...HEADLINES].sort(), "the list came with the host's cookie");
    assert.deepEqual(await guest.misfits(), []);
    await guest.row("Portugal").waitFor();
    assert.equal(await shift(r), 0, "nothing on the host's page has moved");
    assert.deepEqual(await lit(r, "gloss-PER"), report.entities.filter((e) => e.type === "PER").flatMap((e) => e.mentions.map((m) => m.text)).sort());

    await guest.row("Portugal").click();
    const [{ kind, spans, at }] = await guest.heard("select");
    assert.deepEqual([kind, spans.length, at], ["entity", 3, 0]);
    assert.deepEqual([await lit(r, "gloss-at"), await lit(r, "gloss-on")], [["Portugal"], ["Portugal", "Portugal"]]);
    assert.deepEqual(await r.page.evaluate((spans) => spans.map(([start, end]) => document.getElementById("story").textContent.slice(start, end)), spans), ["Portugal", "Portugal", "Portugal"]);
    await guest.frame.locator(".open .sure").waitFor(); // why it is marked
    await guest.frame.getByRole("button", { name: "Lisbon capital" }).click();
    await guest.frame.locator(".chosen .what", { hasText: /^Lisbon1 of \d/ }).waitFor();
    await guest.frame.getByRole("button", { name: "Clear selection" }).click();
    await r.until(() => !CSS.highlights.get("gloss-at").size);

    await guest.tab("Related").click();
    await guest.frame.getByRole("heading", { name: HEADLINES[0] }).waitFor();
  }));
}

test("Nothing of Gloss but its script is fetched until the person comes near; then the room is there and nothing moves", visit({ origin: here.origin, open: false, allow: [GLOSS] }, async (r) => {
  const asked = [];
  r.profile.on("request", (q) => (q.url().startsWith(site) || /feed/.test(q.url())) && asked.push(new URL(q.url()).pathname));
  const guest = new Guest(r);
  await r.open("/far");
  await r.page.evaluate(() => customElements.whenDefined("gloss-article"));
  await shift(r); // two frames later an observer has looked
  await r.page.evaluate(() => fetch("/feed.txt?last")); // a request of that time would have gone before this one
  assert.deepEqual(asked, ["/embed.js", "/feed.txt"]);
  const [before, below] = await r.page.evaluate(() => [document.querySelector("gloss-article").offsetHeight, document.body.scrollHeight]);
  assert.equal(before, 640, "the room that is kept");
  await r.page.evaluate(() => scrollTo(0, 5300)); // near, not yet in sight
  await guest.heard("report");
  await guest.row("Portugal").waitFor();
  assert.ok(asked.includes("/embed/"));
  assert.equal(await r.page.evaluate(() => document.body.scrollHeight), below);
  assert.equal(await shift(r), 0);
}));

test("On a phone the panel is one line; opened, the frame grows with what is in it, and folded it is small again", visit({ origin: here.other, viewport: { width: 390, height: 844 }, allow: [GLOSS] }, async (r) => {
  const guest = new Guest(r);
  await guest.heard("report");
  const line = guest.frame.locator("summary");
  await guest.frame.getByText("3 people").waitFor();
  assert.equal(await shift(r), 0);
  const fits = async () => {
    for (const end = Date.now() + 30_000; Date.now() < end;) {
      const inner = await line.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
      const outer = await guest.element.evaluate((e) => e.shadowRoot.querySelector("iframe").offsetHeight);
      if (inner === outer) return outer;
    }
    throw new Error("the frame is not as high as what is in it");
  };
  assert.equal(await fits(), 56);
  assert.equal(await guest.element.evaluate((e) => e.offsetHeight), 56);
  await line.click();
  await guest.row("Portugal").waitFor();
  await r.until(() => document.querySelector("gloss-article").offsetHeight > 300);
  const open = await fits();
  const more = guest.frame.getByRole("button", { name: /^All \d+/ }).first();
  if (await more.count()) {
    await more.click();
    await r.until((open) => document.querySelector("gloss-article").offsetHeight > open, open);
    await fits();
  }
  await line.click();
  await r.until(() => document.querySelector("gloss-article").offsetHeight === 56);
  assert.equal(await fits(), 56);
}));

test("An element without `for` shows what is in its own words, and reads anew when it is given headlines", visit({ origin: here.other, path: "/own", allow: [GLOSS] }, async (r) => {
  const guest = new Guest(r);
  const [first] = await guest.heard("report");
  assert.deepEqual([names(first, "PER"), first.headlines], [["Karin Lindberg"], []]);
  assert.deepEqual(await guest.misfits(), []);
  await r.page.getByRole("heading", { name: "Berlin opens a night train" }).waitFor();
  await guest.element.evaluate((e) => { e.headlines = ["Night train from Berlin to Stockholm leaves full", "Maize harvest is poor"]; });
  const [, second] = await guest.heard("report", 2);
  assert.deepEqual(second.headlines.map((h) => h.level), ["related", "none"]);
  await guest.element.evaluate((e) => { e.headlines = [{ title: "Maize harvest is poor", url: "https://a.example/maize" }]; });
  const [, , third] = await guest.heard("report", 3);
  assert.deepEqual(third.headlines.map((h) => [h.title, h.url]), [["Maize harvest is poor", "https://a.example/maize"]]);
}));

test("Two panels on one page keep to their own articles, and a script reads many texts at once", visit({ origin: here.origin, path: "/two", allow: [GLOSS] }, async (r) => {
  const [a, b] = [new Guest(r), new Guest(r, 1)];
  const [[one], [other]] = [await a.heard("report", 1, "a"), await b.heard("report", 1, "b")];
  assert.deepEqual([names(one, "PER").length, one.headlines.length, names(other, "PER"), other.headlines.length], [3, 6, ["Karin Lindberg"], 0]);
  await a.row("Maria Santos").waitFor();
  await b.row("Karin Lindberg").waitFor();
  const reports = await r.page.evaluate((feed) => {
    const [a, b] = document.querySelectorAll("gloss-article");
    const texts = ["Angela Merkel went to Paris.", "Maria Santos stayed in Lisbon.", "Karin Lindberg runs the line from Stockholm.", "Carlos Ortega came to Madrid."];
    return Promise.all(texts.map((text, i) => [a, b][i % 2].analyze(text, i ? undefined : feed)));
  }, ["Merkel in Paris"]);
  assert.deepEqual(reports.map((report) => names(report, "PER")), [["Angela Merkel"], ["Maria Santos"], ["Karin Lindberg"], ["Carlos Ortega"]]);
  assert.deepEqual(reports.map((report) => report.headlines.length), [1, 0, 6, 0], "a list that is given, or the element's own");
  assert.deepEqual(reports[0].entities[0].mentions[0], { ...reports[0].entities[0].mentions[0], start: 0, end: 13, text: "Angela Merkel" });
  assert.deepEqual((await a.analyze(NAMES)).entities.filter((e) => e.confidence < 0.5), [], "unsure names are not for other sites");
  assert.match(await a.analyze(" \n"), /no text/);
  const ended = await r.page.evaluate((text) => {
    const a = document.querySelector("gloss-article");
    const calls = [a.analyze(text), a.analyze("Angela Merkel went to Paris.")].map((c) => c.then(() => "read", (e) => e.name));
    a.remove();
    return Promise.all([...calls, a.analyze("Angela Merkel").then(() => "read", (e) => e.name)]);
  }, long(300_000));
  assert.deepEqual(ended, ["AbortError", "AbortError", "InvalidStateError"]);
  await new Guest(r).row("Carlos Ortega").waitFor(); // the other one stays
}));

const DOMS = [
  ["tags inside words", "<p>An<b>ge</b>la <i>Mer</i>kel met <a href='#x'>Maria <span>San<em>tos</em></span></a> in Lis<wbr>bon.</p>", ["Angela Merkel", "Maria Santos", "Lisbon"]],
  ["no white space between blocks", "<p>They went to Paris</p><p>Maria Santos stayed in Lisbon</p><div>Angela Merkel did too</div>", ["Paris", "Maria Santos", "Lisbon", "Angela Merkel"]],
  ["comments", "<p>Angela <!-- Boris Johnson --> Merkel went to Par<!-- not to Oslo -->is.</p><!-- Berlin -->", ["Angela Merkel", "Paris"]],
  ["line breaks", "Maria Santos went to Lisbon.<br>Angela Merkel<br/>went to Paris.<br><br>", ["Maria Santos", "Lisbon", "Angela Merkel", "Paris"]],
  ["scripts and styles", "<style>p::before{content:'Boris Johnson'}</style><p>Maria Santos went to <script type='text/plain'>Boris Johnson in Oslo</script>Lisbon.</p><noscript>Boris Johnson</noscript><template><p>Boris Johnson</p></template>", ["Maria Santos", "Lisbon"]],
  ["hidden parts", "<p hidden>Boris Johnson</p><p>Maria Santos <span style='display:none'>Boris Johnson</span>went to Lisbon.</p><div style='display:none'><p>Oslo</p></div>", ["Maria Santos", "Lisbon"]],
  ["emoji and words from right to left", "<p>😀👨‍👩‍👧‍👦 Angela Merkel 🇩🇪 said <span dir='rtl'>שלום עליכם</span> to Maria Santos in Lisbon 🏴󠁧󠁢󠁳󠁣󠁴󠁿.</p><p>\u202EAngela Merkel\u202C left 𝒷𝓎 train.</p>", ["Angela Merkel", "Maria Santos", "Lisbon"]],
  ["odd spaces", "\n\n\t <p>\n  Maria&nbsp;Santos \n\n went\tto\r\n Lisbon\u2003with&#13; Angela\n   Merkel.\n</p>\n ", ["Maria Santos", "Lisbon", "Angela Merkel"]],
  ["tables, lists, lines that are kept", "<table><tr><td>Maria Santos left</td><td>Lisbon</td></tr></table><ul><li>Angela Merkel came</li><li>Paris was empty</li></ul><pre>Karin Lindberg went\n\n  to Berlin.</pre>", ["Maria Santos", "Lisbon", "Angela Merkel", "Paris", "Karin Lindberg", "Berlin"]],
  ["a form and another panel inside", "<p>Maria Santos <button>Boris Johnson</button> went to <select><option>Oslo</select>Lisbon.<textarea>Boris Johnson</textarea></p>", ["Maria Santos", "Lisbon"]],
];

test("Every place in a report is a place in the element's text, whatever its markup is", visit({ origin: here.other, path: "/empty", allow: [GLOSS] }, async (r) => {
  const guest = new Guest(r);
  await guest.heard("error"); // there is nothing to read yet
  let reports = 0;
  for (const [name, markup, expected] of DOMS) {
    await r.page.evaluate((markup) => {
      document.getElementById("story").innerHTML = markup;
      document.querySelector("gloss-article").analyze();
    }, markup);
    const report = (await guest.heard("report", ++reports)).at(-1);
    assert.deepEqual(await guest.misfits(), [], name);
    const found = names(report).map((n) => n.replace(/\s+/g, " "));
    assert.deepEqual(expected.filter((n) => !found.includes(n)), [], `${name}: ${found}`);
    assert.deepEqual(found.filter((n) => /Boris|Oslo/.test(n)), [], name);
  }
}));

test("A panel that is taken away and put back ten times leaves nothing behind", visit({ origin: here.origin, path: "/none", allow: [GLOSS, /nothing on the page/] }, async (r) => {
  const [tools, all] = [await r.profile.newCDPSession(r.page), await r.profile.browser().newBrowserCDPSession()];
  await tools.send("Performance.enable");
  await r.page.evaluate((story) => document.querySelector("main").insertAdjacentHTML("beforeend", story), STORY);
  const round = async () => {
    const before = await r.page.evaluate(() => heard.filter((h) => h.type === "report").length);
    await r.page.evaluate(() => {
      const e = document.querySelector("gloss-article") ?? window.kept;
      document.querySelector("main").append(e);
      window.kept = e;
      e.setAttribute("marks", "");
    });
    await new Guest(r).heard("report", before + 1);
    assert.equal(r.page.workers().length, 1);
    await r.page.evaluate(() => window.kept.remove());
  };
  const left = async () => {
    await tools.send("HeapProfiler.collectGarbage");
    const { metrics } = await tools.send("Performance.getMetrics");
    const { targetInfos } = await all.send("Target.getTargets");
    return {
      ...Object.fromEntries(metrics.filter(({ name }) => ["Frames", "Documents", "JSEventListeners"].includes(name)).map(({ name, value }) => [name, value])),
      workers: r.page.workers().length + targetInfos.filter((t) => t.url.startsWith(site)).length,
      marks: await r.page.evaluate(() => [...CSS.highlights.values()].reduce((sum, h) => sum + h.size, 0)),
    };
  };
  await round();
  await r.page.evaluate(() => { heard.length = 0; });
  const first = await left();
  for (let n = 0; n < 10; n++) await round();
  await r.page.evaluate(() => { heard.length = 0; });
  let last;
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    last = await left();
    if (Object.keys(last).every((k) => last[k] <= first[k])) break;
  }
  const more = Object.keys(last).filter((k) => last[k] > first[k]); // fewer there may be: what the first round left may have been waiting for the collector
  assert.deepEqual(more, [], `${JSON.stringify(last)} after ten rounds, ${JSON.stringify(first)} after one`);
}));

const HOSTILE = [
  "<img src=x onerror=\"document.title='owned'\"> Angela <b>Merkel</b> met Maria Santos</p></article></template><script>document.title='owned'</script> in Lisbon.",
  "Maria Santos\u202E went to \u2066Lisbon\u2069 with \uD800 Angela Merkel \uDC00\uD83D and \u0000 nobody\uFFFF else\u200F.",
  "\"'><svg onload=alert(1)> <iframe src='javascript:alert(1)'></iframe> Maria Santos went to Lisbon & Paris. {{.Policy}} ${alert(1)} &lt;b&gt; %00",
];

test("What is hostile in a host's text, headlines or attributes stays words", visit({ origin: here.origin, path: "/empty", allow: [GLOSS] }, async (r) => {
  const guest = new Guest(r);
  r.page.on("dialog", (d) => { r.t.diagnostic(d.message()); throw new Error("a dialog"); });
  await guest.heard("error");
  let reports = 0;
  for (const text of HOSTILE) {
    await r.page.evaluate((text) => {
      const e = document.querySelector("gloss-article");
      document.getElementById("story").replaceChildren(Object.assign(document.createElement("p"), { textContent: text }));
      e.headlines = [`${text.slice(0, 80)} Maria Santos in Lisbon`, { title: "<b>Lisbon</b>", url: "javascript:alert(1)" }];
    }, text);
    await guest.heard("report", ++reports);
    assert.deepEqual(await guest.misfits(), []);
    await guest.row("Maria Santos").waitFor();
    await guest.tab("Related").click();
    await guest.frame.locator("#instrument", { hasText: "Lisbon" }).waitFor();
    await guest.tab("Names").click();
    const odd = await guest.row("Maria Santos").evaluate(() => [document.title === "owned", document.querySelectorAll("img, iframe, b b, [onerror], [onload], a[href^=javascript]").length]);
    assert.deepEqual(odd, [false, 0]);
  }
  for (const [name, value] of [["for", "<img src=x>"], ["for", "#story, :is("], ["headlines", "javascript:alert(1)"], ["headlines", "https://"], ["theme", "\"><b>"], ["tail", "-1"], ["tail", "9e9"], ["language", "../../x"]]) {
    await guest.element.evaluate((e, [name, value]) => e.setAttribute(name, value), [name, value]);
    assert.equal(typeof await guest.analyze("Maria Santos went to Lisbon.", ""), "object", `${name}=${value}`);
  }
}));

test("An article of a megabyte is read beside a page that stays quick", visit({ origin: here.other, path: "/empty", allow: [GLOSS] }, async (r) => {
  const guest = new Guest(r);
  await guest.heard("error");
  await r.page.evaluate((parts) => {
    document.getElementById("story").replaceChildren(...parts.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
    document.querySelector("gloss-article").toggleAttribute("marks", true);
  }, long(1_000_000).split("\n\n"));
  const words = await r.page.evaluate(async () => {
    while (!heard.some((h) => h.type === "report")) await new Promise((resolve) => { addEventListener("gloss-report", resolve, { once: true }); });
    return heard.at(-1).detail.stats.words;
  });
  assert.ok(words > 150_000, `${words} words`);
  assert.deepEqual((await guest.misfits()).slice(0, 5), []);
  await guest.row("Lisbon").click();
  await guest.heard("select");
  assert.ok((await lit(r, "gloss-on")).length > 3000);
}));
