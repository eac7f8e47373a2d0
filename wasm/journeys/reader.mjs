// What a person can do at the page and see on it, in the words of the page.

import assert from "node:assert/strict";

export const WAIT = 60_000; // ms that anything may take: the machine may be busy with other work

export class Reader {
  constructor(page, profile, site, t) {
    this.page = page;
    this.profile = profile;
    this.site = site;
    this.t = t;
  }

  async open(at = "/") { await this.page.goto(this.site + at); }

  // engine waits until the page's program has arrived.
  async engine() { await this.until(() => window.journey.arrived); }

  // foot waits until the status line has a part like this and none like that.
  async foot(has, not = /^$/) {
    await this.until(([has, not]) => {
      const parts = [...document.querySelectorAll(".foot li")].map((li) => li.textContent);
      return parts.some((p) => new RegExp(has).test(p)) && !parts.some((p) => new RegExp(not).test(p));
    }, [has.source, not.source]);
  }

  // until waits for a condition in the page, which may be asynchronous, for as long as anything may take. A page that goes while it is asked has
  // not said that it holds: the one that comes is asked again.
  async until(condition, argument) {
    for (const end = Date.now() + WAIT; Date.now() < end;) {
      try {
        if (await this.page.evaluate(condition, argument)) return;
        await this.page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 50); }));
      } catch (e) {
        if (!/context was destroyed/.test(e.message)) throw e;
      }
    }
    throw new Error(`waited in vain for ${condition} of ${JSON.stringify(argument)?.slice(0, 200)}`);
  }

  // soon waits for a condition that is asked from out here.
  async soon(condition, what = condition) {
    for (const end = Date.now() + WAIT; Date.now() < end;) {
      if (await condition()) return;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error(`waited in vain for ${String(what).slice(0, 200)}`);
  }

  // copy fills the clipboard, as a person does in another window.
  async copy(text) { await this.page.evaluate((text) => navigator.clipboard.writeText(text), text); }
  clipboard() { return this.page.evaluate(() => navigator.clipboard.readText()); }

  // paste presses Ctrl+V once the page's script is there, which is as soon as the page is loaded.
  async paste(text) {
    await this.until(() => window.gloss !== undefined);
    await this.copy(text);
    await this.page.keyboard.press("Control+V");
  }

  // read pastes a text and waits for its result.
  async read(text) {
    const before = await this.page.evaluate(() => window.journey.results);
    await this.paste(text);
    await this.done(before);
  }

  // done waits for a result that comes after so many others on this page: the status line then counts its words, and no longer says that the learnt
  // model of names is on its way.
  done(before = 0) {
    return this.until((before) => {
      const { results, words } = window.journey;
      const parts = [...document.querySelectorAll(".foot li")].map((li) => li.textContent);
      return results > before && !parts.some((p) => p.startsWith("read by rules")) && parts.includes(words === 1 ? "1 word" : `${words.toLocaleString("en")} words`);
    }, before);
  }

  button(name, within = this.page) { return within.getByRole("button", { name, exact: true }); }
  async press(name) { await this.button(name).click(); }
  notice(head) { return this.page.locator(".notice", { has: this.page.getByRole("heading", { name: head, exact: true }) }); }

  // told waits for a notice with this heading and gives its words.
  async told(head) { return (await this.notice(head).locator("p").textContent()).trim(); }

  // dispatch pastes what no clipboard of this machine can hold, by an event like the browser's own.
  async dispatch(units) {
    await this.page.evaluate((units) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", String.fromCharCode(...units));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, units);
  }

  // drop lets files go over the middle of the page, as a file manager does.
  async drop(...files) {
    const tools = await this.profile.newCDPSession(this.page);
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) await tools.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
    await tools.detach();
  }

  async choose(file) {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.page.locator("[data-do=open]").first().click()]);
    await chooser.setFiles(file);
  }

  // blocks are the paragraphs on the page, as their characters stand in the page.
  blocks() { return this.page.$$eval("#story :is(h1, p)", (all) => all.map((e) => e.textContent)); }
  async shows(words) { await this.until((words) => document.getElementById("story")?.textContent.includes(words), words); }

  // painted is the words under a highlight, or in the marks that stand for it where the browser has no highlights.
  painted(name) {
    return this.page.evaluate((name) => {
      const story = document.getElementById("story");
      const order = (a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
      const h = globalThis.CSS?.highlights?.get(name);
      if (h) {
        return [...h].sort((a, b) => order(a.startContainer, b.startContainer) || a.startOffset - b.startOffset)
          .map((r) => r.startContainer.data.slice(r.startOffset, r.endOffset));
      }
      const [type, nth] = name.split("-");
      const marks = [...story.querySelectorAll(`mark.${type}`)];
      const fit = { new: (m) => m.classList.contains("new"), again: (m) => m.classList.contains("again"), unsure: (m) => m.classList.contains("unsure"), on: (m) => !m.classList.contains("at") };
      return marks.filter(fit[nth ?? name] ?? (() => true)).map((m) => m.textContent);
    }, name);
  }

  // lit waits until so many places are painted under a name, and gives their words.
  async lit(name, count) {
    for (const end = Date.now() + WAIT; Date.now() < end;) {
      const words = await this.painted(name);
      if (words.length === count) return words;
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
    assert.equal((await this.painted(name)).length, count, `places painted as ${name}`);
  }

  // panel is the instrument on the screen; a copy of all of them, for paper, is in the page a while after a result.
  get panel() { return this.page.locator("#instrument"); }

  // row is the line of a name in the instruments.
  row(name) {
    const start = new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(\\s|$)`);
    return this.page.locator("#instrument .name, #instrument .chip").filter({ hasText: start }).locator("xpath=ancestor-or-self::button");
  }

  tab(name) { return this.page.getByRole("tab", { name }); }
  async turn(name) {
    await this.tab(name).click();
    await this.page.locator(`[role=tab][aria-selected=true]`, { hasText: name }).waitFor();
  }

  // chosen waits for the selection bar to say this.
  async chosen(name, place = "") {
    await this.until(([name, place]) => {
      const what = document.querySelector(".chosen:not([hidden]) .what");
      return what?.querySelector("span").textContent === name && what.querySelector("i").textContent === place;
    }, [name, place]);
  }

  async unchosen() { await this.page.locator(".chosen:visible").waitFor({ state: "detached" }); }

  // says waits until the live region holds the words.
  async says(words) { await this.until((words) => document.getElementById("live")?.textContent === words, words); }

  // place is the middle of a word in the text, in pixels of the window; nth from 0.
  async place(word, nth = 0) {
    return this.page.evaluate(([word, nth]) => {
      const walk = document.createTreeWalker(document.getElementById("story"), NodeFilter.SHOW_TEXT);
      let left = nth;
      for (let n = walk.nextNode(); n; n = walk.nextNode()) {
        for (let at = n.data.indexOf(word); at >= 0; at = n.data.indexOf(word, at + 1)) {
          if (left--) continue;
          const r = document.createRange();
          r.setStart(n, at);
          r.setEnd(n, at + word.length);
          n.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
          const [box] = r.getClientRects();
          return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }
      }
      throw new Error(`the text does not have ${word}`);
    }, [word, nth]);
  }

  async click(word, nth = 0) {
    const { x, y } = await this.place(word, nth);
    await this.page.mouse.click(x, y);
  }

  // select marks the text from one word to another, as by dragging over it.
  async mark(from, to) {
    await this.page.evaluate(([from, to]) => {
      const find = (word, end) => {
        const walk = document.createTreeWalker(document.getElementById("story"), NodeFilter.SHOW_TEXT);
        for (let n = walk.nextNode(); n; n = walk.nextNode()) {
          const at = n.data.indexOf(word);
          if (at >= 0) return [n, end ? at + word.length : at];
        }
        throw new Error(`the text does not have ${word}`);
      };
      getSelection().setBaseAndExtent(...find(from, false), ...find(to, true));
    }, [from, to]);
  }

  // saved presses a button that saves a file and gives its name and its text.
  async saved(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.press(button)]);
    const parts = [];
    for await (const part of await download.createReadStream()) parts.push(part);
    return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString("utf8") };
  }

  // engineTools gives the DevTools protocol's way to the newest worker: send(method, parameters), which waits for no answer.
  async engineTools() {
    const tools = await this.profile.newCDPSession(this.page);
    let session;
    const attached = new Promise((resolve) => {
      tools.on("Target.attachedToTarget", ({ sessionId }) => { session = sessionId; resolve(); });
    });
    await tools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
    await attached;
    let id = 0;
    return (method, params = {}) => tools.send("Target.sendMessageToTarget", { sessionId: session, message: JSON.stringify({ id: ++id, method, params }) });
  }
}
