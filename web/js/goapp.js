// What the Go side of go-app (v9.8.0) asks of the window, and no more: it stands in for the
// library's own boot script, of which this page uses neither the service worker nor the loader.
// Import it before the wasm starts. It changes nothing in a worker.

const { base } = JSON.parse(document.getElementById("gloss-build").textContent);

// app.Getenv, called once at the start of RunWhenOnBrowser. The router takes the prefix off
// location.pathname before it looks a route up; static resources resolve below the same prefix.
const environment = {
  GOAPP_ROOT_PREFIX: base.replace(/\/$/, ""),
  GOAPP_STATIC_RESOURCES_URL: base.replace(/\/$/, ""),
  GOAPP_INTERNAL_URLS: "[]",
};
window.goappGetenv = (name) => environment[name] ?? "";

// Context.IsAppInstallable and IsAppInstalled call these two where they exist. The offer to install
// is taken by install.js, so the answer to the first is no.
window.goappIsAppInstallable = () => false;
window.goappIsAppInstalled = () => window.matchMedia("(display-mode: standalone)").matches;

// RunWhenOnBrowser sets window.onclick to a handler that turns every link into a call of its
// router, which loses rel="noopener", target and the middle button. Links here are plain links:
// the assignment is let fall.
Object.defineProperty(window, "onclick", { get: () => null, set() {}, configurable: true });

// The router compares whole paths; hosts serve one page as /embed, /embed/ and /embed/index.html. Addresses in a page may count on the slash too.
const path = location.pathname.replace(/\/index\.html$/, "/").replace(/[^/]$/, "$&/");
if (path !== location.pathname) history.replaceState(history.state, "", path + location.search + location.hash);

// go-app reads localStorage while it starts and dies where the browser forbids it (in a
// third-party frame, say): there it gets a storage that lasts as long as the page.
class MemoryStorage {
  get length() {
    return Object.keys(this).length;
  }
  key(i) {
    return Object.keys(this)[i] ?? null;
  }
  getItem(name) {
    return Object.hasOwn(this, name) ? this[name] : null;
  }
  setItem(name, value) {
    this[name] = String(value);
  }
  removeItem(name) {
    delete this[name];
  }
  clear() {
    for (const name of Object.keys(this)) delete this[name];
  }
}

for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].getItem("");
  } catch {
    Object.defineProperty(window, name, { value: new MemoryStorage(), configurable: true });
  }
}
