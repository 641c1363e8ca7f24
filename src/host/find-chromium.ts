import { existsSync } from "node:fs";
import { useError } from "./use-error.ts";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The Chromium to print with: the one that `CHROMIUM_PATH` names, one that is installed, or Playwright's own.
 * @throws a use error with the command that installs one
 */
export async function findChromium(): Promise<{ readonly chromium: Chromium; readonly path: string }> {
  const chromium = await playwright();
  const named = process.env["CHROMIUM_PATH"];
  const candidates = named === undefined ? [...places, chromium.executablePath()] : [named];
  const path = candidates.find((one) => existsSync(one));
  if (path !== undefined) return { chromium, path };
  const message =
    named === undefined
      ? "no Chromium was found to print with"
      : `there is no Chromium at ${named}, which CHROMIUM_PATH names`;
  throw useError(message, "npx playwright-core install chromium, or name one by CHROMIUM_PATH");
}

type Chromium = typeof import("playwright-core").chromium;

async function playwright(): Promise<Chromium> {
  try {
    return (await import("playwright-core")).chromium;
  } catch {
    throw useError(
      "PDF is printed through playwright-core, which is not installed",
      "npm install --save-optional playwright-core",
    );
  }
}
