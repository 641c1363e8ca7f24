import { appendFileSync, chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { addressOf, copySample, start, type SampleSite } from "../support/command.ts";
import { connect } from "./visit.ts";

let browser: Browser;
let site: SampleSite;
let server: ReturnType<typeof start>;
let origin: string;

beforeAll(async () => {
  browser = await connect();
  site = copySample(inject("kept"));
  const editor = join(site.folder, "editor.sh");
  writeFileSync(editor, `#!/bin/sh\necho "$@" > ${join(site.folder, "opened")}\n`);
  chmodSync(editor, 0o755);
  server = start(site, ["dev", "--port", "0"], { LAUNCH_EDITOR: editor });
  origin = await addressOf(server);
});
afterAll(async () => {
  server.kill("SIGTERM");
  site.remove();
  await browser.close();
});

const post = "content/posts/2025/gaussian-tails-1.md";

/** Opens the post, with a mark that is lost when the page loads anew. */
async function openMarked(): Promise<{ readonly page: Page; readonly isSamePage: () => Promise<boolean> }> {
  const page = await browser.newPage();
  await page.goto(`${origin}/archives/gaussian-tails-1/`);
  await page.evaluate(() => document.documentElement.setAttribute("data-mark", ""));
  return { page, isSamePage: () => page.evaluate(() => document.documentElement.hasAttribute("data-mark")) };
}

describe("suanjing dev", () => {
  it("serves drafts, and says on the page that they are", async () => {
    const page = await browser.newPage();
    await page.goto(`${origin}/`);
    expect(await page.locator(".draft").count()).toBeGreaterThan(0);
    await page.close();
  });

  it("shows an edit without being asked, and leaves the rest of the page as it is", async () => {
    const { page, isSamePage } = await openMarked();
    const reference = page.locator(".prose p a.ref").last();
    await reference.evaluate((link) => link.scrollIntoView({ block: "center" }));
    await reference.hover();
    await page.locator(".preview").waitFor();
    const first = page.locator(".prose > p").first();
    await first.evaluate((element) => element.setAttribute("data-kept", ""));
    const before = await page.evaluate(() => scrollY);
    appendFileSync(join(site.folder, post), "\n刚刚添上的一段，$x^2$。\n");
    await page.getByText("刚刚添上的一段").waitFor({ state: "attached", timeout: 30_000 });
    expect(await isSamePage()).toBe(true);
    expect(await page.locator("[data-kept]").count()).toBe(1);
    expect(before).toBeGreaterThan(0);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await page.locator(".preview").isVisible()).toBe(true);
    await page.close();
  });

  it("shows one edit after the other as the page would come by itself, formulas and all", async () => {
    const { page, isSamePage } = await openMarked();
    const file = join(site.folder, post);
    const good = readFileSync(file, "utf8");
    const blocksOf = (one: Page) => one.locator(".prose > *").evaluateAll((all) => all.map((block) => block.outerHTML));
    for (const added of ["第一次，$x'^2$。\n\n$$\\int_0^1 z\\,dz$$", "第二次，$x'^2+\\sqrt{y}$。"]) {
      writeFileSync(file, `${good}\n${added}\n`);
      await page.getByText(added.slice(0, 3)).waitFor({ state: "attached", timeout: 30_000 });
      const fresh = await browser.newPage();
      await fresh.goto(`${origin}/archives/gaussian-tails-1/`);
      expect(await blocksOf(page)).toEqual(await blocksOf(fresh));
      await fresh.close();
    }
    expect(await isSamePage()).toBe(true);
    writeFileSync(file, good);
    await page.close();
  });

  it("shows a change of the styles on the same page", async () => {
    const { page, isSamePage } = await openMarked();
    appendFileSync(join(site.folder, "templates/styles/tokens.css"), "\n:root { --added: 7 }\n");
    await page.waitForFunction(
      () => getComputedStyle(document.documentElement).getPropertyValue("--added").trim() === "7",
      undefined,
      { timeout: 30_000 },
    );
    expect(await isSamePage()).toBe(true);
    await page.close();
  });

  it("shows an error with its line, opens it in the editor, and takes it away when it is mended", async () => {
    const { page } = await openMarked();
    const file = join(site.folder, post);
    const good = readFileSync(file, "utf8");
    writeFileSync(file, `${good}\n这里指向没有的公式\\eqref{eq:nowhere}。\n`);
    const problems = page.locator("suanjing-problems");
    await problems.locator("pre").filter({ hasText: "这里指向没有的公式" }).waitFor({ timeout: 30_000 });
    await problems.getByRole("link").first().click();
    const line = good.split("\n").length + 1;
    await vi.waitFor(() => expect(readFileSync(join(site.folder, "opened"), "utf8")).toContain(file), 10_000);
    expect(await problems.getByRole("link").first().innerText()).toContain(`:${line}:`);
    writeFileSync(file, good);
    await problems.waitFor({ state: "detached", timeout: 30_000 });
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
