import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringToMiddle, connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const guide = pages["post with everything"];

describe("notes of a post, with scripts off", () => {
  it("stand in the margin on a wide screen, from the first line of their paragraph, one below the other", async () => {
    const { page, close } = await visit(browser, guide, {
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 800 },
    });
    const paragraph = await page.locator(".noted > p").first().boundingBox();
    const [one, two] = await Promise.all([0, 1].map((at) => page.locator(".note").nth(at).boundingBox()));
    expect(one?.x).toBeGreaterThan((paragraph?.x ?? Infinity) + (paragraph?.width ?? Infinity));
    expect(Math.abs((one?.y ?? 0) - (paragraph?.y ?? 0))).toBeLessThan(12);
    expect(two?.y).toBeGreaterThanOrEqual((one?.y ?? 0) + (one?.height ?? 0));
    await close();
  });

  it("stand below their paragraph on a narrow one", async () => {
    const { page, close } = await visit(browser, guide, {
      javaScriptEnabled: false,
      viewport: { width: 1100, height: 800 },
    });
    const paragraph = await page.locator(".noted > p").first().boundingBox();
    const note = await page.locator(".note").first().boundingBox();
    expect(note?.y).toBeGreaterThanOrEqual((paragraph?.y ?? 0) + (paragraph?.height ?? 0));
    await close();
  });

  it.each(["fn-place", encodeURIComponent("脚注、链接与图片"), "脚注、链接与图片"])(
    "are reached by #%s",
    async (id) => {
      const { page, close } = await visit(browser, `${guide}#${id}`, { javaScriptEnabled: false });
      expect(await page.locator(":target").count()).toBe(1);
      await close();
    },
  );
});

describe("the way back from a reference", () => {
  it.each(["the browser", "the button"])("by %s ends where the reader was", async (way) => {
    const { page, close } = await visit(browser, guide, { viewport: { width: 1280, height: 700 } });
    const link = page.locator(".prose li a.ref").last();
    await bringToMiddle(link);
    const before = await link.boundingBox();
    await link.click();
    await page.waitForURL(/#eq/);
    expect(await page.evaluate(() => document.querySelector(":target, .eq:target") !== null)).toBe(true);
    if (way === "the browser") await page.goBack();
    else await page.getByText("返回", { exact: true }).click();
    await page.waitForFunction(() => location.hash === "");
    await page.waitForTimeout(200);
    const after = await link.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(1);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByText("返回", { exact: true }).count()).toBe(0);
    await close();
  });
});
