// The server of the built site, as the journeys start it.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

// start starts a server with these flags and gives where it is, "http://127.0.0.1:8000", and what ends it at once.
export async function start(...flags) {
  const child = spawn(process.env.GLOSS_SERVE || build(), ["-addr", "127.0.0.1:0", ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  const gone = once(child, "exit");
  const origin = await address(child);
  const stop = async () => {
    child.kill("SIGKILL");
    await gone;
  };
  return { origin, stop };
}

// build makes the server out of the built site, where no ready one is named by GLOSS_SERVE.
function build() {
  const out = path.join(root, ".cache", "journeys", "serve");
  mkdirSync(path.dirname(out), { recursive: true });
  execFileSync("go", ["build", "-o", out, "./cmd/serve"], { cwd: root, stdio: "inherit" });
  return out;
}

// address is where a server says that it is.
function address(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      const found = String(chunk).match(/http:\S+/);
      if (found) resolve(found[0]);
    });
    child.stderr.on("data", (chunk) => { said += chunk; if (said.length > 10_000) said = said.slice(-5_000); });
    child.on("exit", (code) => reject(new Error(`the server ended with code ${code}: ${said}`)));
  });
}
