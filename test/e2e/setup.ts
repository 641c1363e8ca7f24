import { once } from "node:events";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { servePreview } from "../../src/dev/preview-server.ts";
import { addressOf, copySample, start } from "../support/command.ts";
import { buildSample } from "../support/earlier-build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where Chromium listens. */
    readonly browser: string;
    /** Where the built sample site is served. */
    readonly origin: string;
    /** The site is served as its author sees it at work: `E2E_SERVER=dev`. */
    readonly isDev: boolean;
    /** Folder of the built sample site. */
    readonly folder: string;
  }
}

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The sample site as its author sees it at work. */
async function serveDev(): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const site = copySample();
  const child = start(site, ["dev", "--port", "0"]);
  const origin = await addressOf(child);
  return {
    origin,
    async close() {
      child.kill("SIGTERM");
      await once(child, "exit");
      site.remove();
    },
  };
}

/** Builds the sample site as its author would, serves it, and starts one Chromium for all files of tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = process.env["CHROMIUM_PATH"];
  if (executablePath === undefined) throw new Error("Browser tests run by npm test, which finds or installs Chromium.");
  const { folder, remove } = buildSample(project);
  const isDev = process.env["E2E_SERVER"] === "dev";
  const server = isDev ? await serveDev() : await servePreview(folder, { port: 0, base: "/" });
  const browser = await chromium.launchServer({ executablePath, args: flags });
  project.provide("browser", browser.wsEndpoint());
  project.provide("origin", server.origin);
  project.provide("isDev", isDev);
  project.provide("folder", folder);
  return async () => {
    await browser.close();
    await server.close();
    remove();
  };
}
