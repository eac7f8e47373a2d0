// Accessibility by axe-core's default rules, at two widths and in two themes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const LOOKS = [390, 1280].flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, height: width === 390 ? 844 : 900, colorScheme })));

// clean asserts that axe finds nothing in this state of the page, in the looks given.
export async function clean(r, state, looks = LOOKS) {
  for (const { width, height, colorScheme } of looks) {
    await r.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await r.page.setViewportSize({ width, height });
    await r.page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    if (!await r.page.evaluate(() => "axe" in globalThis)) await r.page.evaluate(AXE);
    const found = await r.page.evaluate(async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
      .map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 120)} (${n.failureSummary.replace(/\s+/g, " ").slice(0, 200)})`).join("; ")}`));
    assert.deepEqual(found, [], `${state}, ${width} px wide, ${colorScheme}`);
  }
  await r.page.setViewportSize({ width: 1280, height: 900 });
}
