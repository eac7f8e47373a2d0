// The browser's offer to keep the page as an app. It is held back until the person asks for it: tell("install", {on}) says whether there is one.

const alone = matchMedia("(display-mode: standalone)"); // already an app's own window

export function installer(tell) {
  let offer = null;
  const say = () => tell("install", { on: offer !== null && !alone.matches });
  addEventListener("beforeinstallprompt", (e) => {
    e.preventDefault();
    offer = e;
    say();
  });
  addEventListener("appinstalled", () => {
    offer = null;
    say();
  });
  alone.addEventListener("change", say);
  return () => {
    const taken = offer;
    offer = null; // an offer can be taken up once; the browser makes another if this one comes to nothing
    say();
    taken?.prompt().catch(() => { /* it was withdrawn meanwhile, as when another tab has installed the page */ });
  };
}

// asked is what a shortcut of the app wants done, "paste" or "sample", else "". It leaves the address, so that a reload does not ask again.
export function asked() {
  const here = new URL(location.href);
  const what = ["paste", "sample"].find((name) => here.searchParams.has(name)) ?? "";
  if (!what) return "";
  here.searchParams.delete("paste");
  here.searchParams.delete("sample");
  history.replaceState(history.state, "", here);
  return what;
}

// focused waits until the window has the keyboard: before that no browser hands out the clipboard, and an app's window may open behind.
export const focused = () => document.hasFocus() || new Promise((resolve) => { addEventListener("focus", resolve, { once: true }); });
