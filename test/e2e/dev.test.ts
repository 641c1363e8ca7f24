import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf, copySample, start, type SampleSite } from "../support/command.ts";
import { connect } from "./visit.ts";

let browser: Browser;
let site: SampleSite;
let server: ReturnType<typeof start>;
let origin: string;

beforeAll(async () => {
  browser = await connect();
  site = copySample();
  server = start(site, ["dev", "--port", "0"]);
  origin = await addressOf(server);
});
afterAll(async () => {
  server.kill("SIGTERM");
  site.remove();
  await browser.close();
});

describe("suanjing dev", () => {
  it("serves drafts, and says on the page that they are", async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    expect(await page.locator(".draft").count()).toBeGreaterThan(0);
    await page.close();
  });

  it("shows an edit without being asked", async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/archives/gaussian-tails-1/`);
    appendFileSync(join(site.folder, "content/posts/2025/gaussian-tails-1.md"), "\n刚刚添上的一段。\n");
    await page.getByText("刚刚添上的一段。").waitFor({ timeout: 30_000 });
    await page.close();
  });

  it("keeps serving the last good pages when the theme is broken, and goes on when it is mended", async () => {
    const file = join(site.folder, "templates/parts/byline.tsx");
    const good = readFileSync(file, "utf8");
    const page = await browser.newPage();
    await page.goto(`${origin}/archives/gaussian-tails-1/`);
    writeFileSync(file, `${good}\nthis is no TypeScript`);
    await page.waitForTimeout(1500);
    expect((await page.goto(`${origin}/archives/gaussian-tails-1/`))?.status()).toBe(200);
    expect(await page.locator(".byline").first().innerText()).toContain("By");
    writeFileSync(file, good.replace("      By <span", "      由 <span"));
    await page.getByText("由").first().waitFor({ timeout: 30_000 });
    await page.close();
  });
});
