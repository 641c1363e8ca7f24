import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copySample, run } from "../support/command.ts";
import { connect, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

describe.skipIf(inject("isDev"))("the site as an app", () => {
  it("gives what was read and a series that was kept without a network, and says what it has not", async () => {
    const { page, close } = await visit(browser, "/archives/rope-17/", { serviceWorkers: "allow" });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto(new URL("/series/矩阵求导手册/", page.url()).href);
    const button = page.locator("button[data-keep]");
    await button.click();
    await expect.poll(() => button.textContent(), { timeout: 30_000 }).toBe("已存下，点击移除");
    await page.context().setOffline(true);

    await page.locator(".parts h3 a").first().click();
    await page.waitForLoadState("load");
    expect(await page.locator("h1").textContent()).toContain("矩阵求导");
    const shown = await page.evaluate(async () => {
      await document.fonts.ready;
      return {
        isStyled: getComputedStyle(document.querySelector(".katex") ?? document.body).fontFamily.includes("KaTeX"),
        hasFonts: [...document.fonts].some(
          ({ family, status }) => family.includes("KaTeX_Math") && status === "loaded",
        ),
      };
    });
    expect(shown).toEqual({ isStyled: true, hasFonts: true });

    await page.goto(new URL("/archives/writing-guide/", page.url()).href);
    expect(await page.locator("h1").textContent()).toBe("没有网络");
    await expect.poll(() => page.locator("[data-kept-pages] a").count()).toBeGreaterThanOrEqual(4);
    expect(await page.locator("[data-kept-pages] a").first().textContent()).toBe("矩阵求导手册");

    await page.context().setOffline(false);
    await page.goto(new URL("/archives/writing-guide/", page.url()).href);
    expect(await page.locator("h1").textContent()).not.toBe("没有网络");
    await page.goto(new URL("/series/矩阵求导手册/", page.url()).href);
    await button.click();
    await expect.poll(() => button.textContent()).toBe("存下离线读");
    await close();
  });
});

it.skipIf(inject("isDev"))("lists nothing as long as nothing is kept", async () => {
  const { page, close } = await visit(browser, "/offline/", { serviceWorkers: "allow" });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  expect(await page.locator("h1").textContent()).toBe("没有网络");
  expect(await page.getByRole("heading", { name: "存下的页面" }).isVisible()).toBe(false);
  await close();
});

it.skipIf(inject("isDev"))("keeps the first page that a reader opens, too", async () => {
  const { page, close } = await visit(browser, "/archives/rope-17/", { serviceWorkers: "allow" });
  const title = await page.locator("h1").textContent();
  await expect.poll(() => page.evaluate(async () => Boolean(await caches.match(location.href)))).toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  expect(await page.locator("h1").textContent()).toBe(title);
  await page.goto(new URL("/archives/writing-guide/", page.url()).href);
  await expect.poll(() => page.getByRole("heading", { name: "存下的页面" }).isVisible()).toBe(true);
  expect(await page.locator("[data-kept-pages] a").allTextContents()).toEqual([title]);
  await close();
});

it("without scripts, nothing is offered that only scripts can do", async () => {
  const { page, close } = await visit(browser, "/series/矩阵求导手册/", { javaScriptEnabled: false });
  expect(await page.locator("button[data-keep]").isVisible()).toBe(false);
  await close();
});

describe("a folder that opens from a disk", () => {
  it("leads from page to page with styles and fonts, without a fault", async () => {
    const site = copySample(inject("kept"));
    const built = run(site, ["build", "--strict", "--relative"]);
    expect(built.status, built.printed).toBe(0);
    const home = join(site.folder, "dist/index.html");
    expect(readFileSync(home, "utf8")).not.toContain("data-search");
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && faults.push(message.text())));
    page.on("pageerror", ({ message }) => faults.push(message));
    page.on("requestfailed", (request) => faults.push(request.url()));
    await page.goto(pathToFileURL(home).href);
    await page.locator('.nav a[href="series/index.html"]').click();
    await page.locator("a", { hasText: "矩阵求导手册" }).first().click();
    await page.locator(".parts h3 a").first().click();
    await page.locator('a.eqref, .prose a[href^="#eq"]').first().click();
    expect(new URL(page.url()).pathname).toMatch(/\/dist\/archives\/matrix-calculus-1\/index\.html$/);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family);
    });
    expect(fonts.join()).toContain("KaTeX_Math");
    expect(faults).toEqual([]);
    await page.close();
    site.remove();
  });
});
