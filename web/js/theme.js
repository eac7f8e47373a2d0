// The theme and the text size that were chosen on this device. The bar that a phone or an app window draws around the page takes the paper's colour.

import { setting } from "./draft.js";

const bars = [...document.querySelectorAll("meta[name=theme-color]")].map((meta) => ({ meta, own: meta.content, dark: meta.media.includes("dark") }));

export function theme() {
  const root = document.documentElement;
  for (const name of ["theme", "size"]) {
    const value = setting(name);
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  }
  const chosen = bars.find(({ dark }) => root.dataset.theme === (dark ? "dark" : "light"));
  for (const { meta, own } of bars) meta.content = chosen?.own ?? own;
}
