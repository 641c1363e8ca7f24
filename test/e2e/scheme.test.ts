import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { schemeScript } from "../../templates/parts/scheme.tsx";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const light = "rgb(250, 250, 247)";
const dark = "rgb(21, 22, 24)";

function background(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** The colour of the browser around the page. */
function around(page: Page): Promise<readonly (string | null)[]> {
  return page
    .locator('meta[name="theme-color"]')
    .evaluateAll((all) =>
      all
        .filter((meta) => matchMedia(meta.getAttribute("media") ?? "").matches)
        .map((meta) => meta.getAttribute("content")),
    );
}

describe("the choice between light and dark", () => {
  it("has a label and three states", async () => {
    const { page, close } = await visit(browser, pages.home);
    const choice = page.getByLabel("配色");
    expect(await choice.locator("option").allInnerTexts()).toEqual(["随系统", "浅色", "深色"]);
    await close();
  });

  it("is kept, holds against the system, and can be given back to it", async () => {
    const { page, close } = await visit(browser, pages.home, { colorScheme: "light" });
    await page.getByLabel("配色").selectOption("dark");
    expect(await background(page)).toBe(dark);
    expect(await around(page)).toEqual(["#151618"]);
    await page.goto(inject("origin") + pages.post);
    expect(await background(page)).toBe(dark);
    expect(await page.getByLabel("配色").inputValue()).toBe("dark");
    await page.getByLabel("配色").selectOption("");
    expect(await background(page)).toBe(light);
    expect(await around(page)).toEqual(["#fafaf7"]);
    await page.reload();
    expect(await background(page)).toBe(light);
    await close();
  });

  it("reaches pages that are open", async () => {
    const { page, close } = await visit(browser, pages.home, { colorScheme: "light" });
    const other = await page.context().newPage();
    await other.goto(inject("origin") + pages.post);
    await page.getByLabel("配色").selectOption("dark");
    await other.waitForFunction(
      (colour) => getComputedStyle(document.documentElement).backgroundColor === colour,
      dark,
    );
    await close();
  });

  it("when dark is there in the first frame that is painted", async () => {
    const context = await browser.newContext({ colorScheme: "light" });
    await context.addInitScript(() => {
      localStorage.setItem("scheme", "dark");
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        if (document.body) seen.push(getComputedStyle(document.documentElement).backgroundColor);
        if (document.readyState !== "complete") requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const page = await context.newPage();
    await page.goto(inject("origin") + pages.post);
    await page.waitForTimeout(200);
    const seen = await page.evaluate(() => (window as unknown as { readonly seen: readonly string[] }).seen);
    expect(new Set(seen)).toEqual(new Set([dark]));
    await context.close();
  });

  it("is not offered without scripts", async () => {
    const { page, close } = await visit(browser, pages.home, { javaScriptEnabled: false });
    expect(await page.locator(".scheme").isVisible()).toBe(false);
    await close();
  });

  it("is read by a script of at most 200 bytes", () => {
    expect(new TextEncoder().encode(schemeScript).length).toBeLessThanOrEqual(200);
  });
});
