// Finds Chromium for the browser tests, or installs it: Debian's packages when root, else Playwright's build.
// The headless one, which has no windows to draw, opens a page in half the time of the whole.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { installPackages } from "./apt.mjs";

const candidates = [
  process.env["CHROMIUM_PATH"],
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

function find() {
  const path = candidates.find((one) => one !== undefined && existsSync(one));
  if (path !== undefined) return path;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** Pages in Chinese show boxes without a Chinese font; only Debian's can be installed from here. */
function hasChineseFont() {
  try {
    return execFileSync("fc-list", [":lang=zh"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}

/** Path of a Chromium that runs; throws with one sentence if there is none and none can be installed. */
export function ensureChromium() {
  if (!hasChineseFont()) installPackages("the browser tests", ["fonts-noto-cjk", "fontconfig"]);
  if (!find()?.endsWith("headless-shell") && process.env["CHROMIUM_PATH"] === undefined)
    installPackages("the browser tests", ["chromium-headless-shell"]);
  if (!find()) {
    console.log("Installing Playwright's Chromium, which the browser tests need.");
    execFileSync("npx", ["playwright-core", "install", "chromium"], { stdio: "inherit" });
  }
  const path = find();
  if (path === undefined) throw new Error("No Chromium was found or could be installed; set CHROMIUM_PATH to one.");
  return path;
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(ensureChromium());
