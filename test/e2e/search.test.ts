import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const search = (query: string) => `/search/?${new URLSearchParams({ q: query }).toString()}`;

async function visitSearch(query: string, options: BrowserContextOptions = {}) {
  const visited = await visit(browser, search(query), options);
  await visited.page.waitForFunction(() =>
    /找到|没有/.test(document.querySelector("[data-status]")?.textContent ?? ""),
  );
  return visited;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.outerHTML ?? "");

describe("the dialog", () => {
  it("is used by keyboard alone: Ctrl-K, a phrase, arrows, Enter", async () => {
    const { page, faults, close } = await visit(browser, pages.home);
    await page.keyboard.press("Control+k");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.type("注意力");
    await page.locator("dialog li a small").first().waitFor();
    expect(await page.locator("dialog [data-status]").textContent()).toMatch(/^找到 \d+ 条结果。$/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    const first = page.locator("dialog li a").first();
    expect(await focused(page)).toBe(await first.evaluate((link) => link.outerHTML));
    const href = await first.getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
    expect(faults).toEqual([]);
    await close();
  });

  it("goes round: up from the field is the last result, down from it the field; typing goes on in the field", async () => {
    const { page, close } = await visit(browser, pages.home);
    await page.keyboard.press("/");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.type("梯度");
    await page.locator("dialog li a small").first().waitFor();
    await page.keyboard.press("ArrowUp");
    expect(await focused(page)).toBe(
      await page
        .locator("dialog li a")
        .last()
        .evaluate((link) => link.outerHTML),
    );
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toContain("<input");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.type("x");
    expect(await page.locator("dialog input[name=q]").inputValue()).toBe("梯度x");
    await close();
  });

  it("closes with Escape and gives the focus back to where it was", async () => {
    const { page, close } = await visit(browser, pages.post);
    const link = page.locator(".nav a").nth(1);
    await link.focus();
    await page.keyboard.press("Control+k");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.type("概率");
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await focused(page)).toBe(await link.evaluate((element) => element.outerHTML));
    await close();
  });

  it("opens by the link of the masthead, closes by its button and by a press beside it", async () => {
    const { page, close } = await visit(browser, pages.home);
    await page.locator(".find").click();
    await page.locator("dialog[open]").waitFor();
    await page.locator("dialog [data-close]").click();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.locator(".find").click();
    await page.locator("dialog[open]").waitFor();
    await page.mouse.click(5, 500);
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await close();
  });

  it("does not take the slash from a reader who is typing, nor the keys from one who has switched them off", async () => {
    const { page, close } = await visit(browser, pages.home);
    await page.locator(".find").click();
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.type("a/b");
    expect(await page.locator("dialog input[name=q]").inputValue()).toBe("a/b");
    await page.locator("dialog [data-keys]").uncheck();
    await page.keyboard.press("Escape");
    await page.reload();
    for (const key of ["/", "Control+k"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(200);
      expect(await page.locator("dialog[open]").count()).toBe(0);
    }
    await close();
  });
});

describe("the page of the search", () => {
  it("lists posts with the sentence around the words, marked, formulas whole, and where it stands", async () => {
    const { page, faults, close } = await visitSearch("注意力");
    await page.locator(".hits .snippet mark").first().waitFor();
    expect(new Set(await page.locator(".hits .snippet mark").allTextContents())).toEqual(new Set(["注意力"]));
    const broken = await page
      .locator(".snippet .m")
      .evaluateAll((all) => all.filter((one) => !one.querySelector(".katex-html")).length);
    expect(broken).toBe(0);
    expect(await page.locator(".hits .where").first().textContent()).toMatch(/\d{4}-\d\d-\d\d.*全文\d+处/);
    expect(faults).toEqual([]);
    await close();
  });

  it("sets the formula of the query as it is typed, and marks what results share with it", async () => {
    const { page, faults, close } = await visit(browser, "/search/");
    await page.locator("input[name=q]").fill(String.raw`$\mathbb{E}[e^{\lambda X}]$`);
    await page.locator(".found small .katex").waitFor();
    await page.locator(".fhits .hit").first().waitFor();
    expect(await page.locator(".fhits .same").first().textContent()).toBe("完全包含");
    expect(page.url()).toContain("?q=%24");
    const link = page.locator(".fhits .where a").first();
    await link.click();
    await page.waitForURL("**/archives/**");
    expect(
      await page.evaluate(
        () => location.hash === "" || document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null,
      ),
    ).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it("loads KaTeX only for a formula", async () => {
    const { page, close } = await visitSearch("梯度");
    const loaded = () =>
      page.evaluate(
        () => performance.getEntriesByType("resource").filter(({ name }) => /katex\.\w+\.js/.test(name)).length,
      );
    expect(await loaded()).toBe(0);
    await page.locator("input[name=q]").fill("$x^2$");
    await page.locator(".found small .katex").waitFor();
    expect(await loaded()).toBe(1);
    await close();
  });

  it("narrows by series, tag and year, and orders by date", async () => {
    const { page, close } = await visitSearch("梯度");
    const titles = () => page.locator(".hits h3").allTextContents();
    const all = await titles();
    await page.locator(".filters label", { hasText: "矩阵求导手册" }).click();
    expect((await titles()).length).toBeLessThan(all.length);
    expect((await titles()).every((title) => title.startsWith("矩阵求导手册"))).toBe(true);
    await page.locator(".filters label", { hasText: "日期" }).click();
    const days = await page
      .locator(".hits .where")
      .evaluateAll((all_) => all_.map((one) => /\d{4}-\d\d-\d\d/.exec(one.textContent ?? "")?.[0] ?? ""));
    expect(days).toEqual([...days].sort().reverse());
    await close();
  });

  it("goes back to the query before", async () => {
    const { page, close } = await visitSearch("梯度");
    await page.locator("input[name=q]").fill("softmax");
    await page.keyboard.press("Enter");
    await page.waitForURL("**q=softmax");
    await page.locator("input[name=q]").fill("softmax 温度");
    await page.waitForURL("**q=softmax+%E6%B8%A9%E5%BA%A6");
    await page.goBack();
    expect(await page.locator("input[name=q]").inputValue()).toBe("softmax");
    await page.goBack();
    expect(await page.locator("input[name=q]").inputValue()).toBe("梯度");
    await page.locator(".hits mark", { hasText: "梯度" }).first().waitFor();
    await close();
  });

  it("says that it found nothing, and that the index did not come", async () => {
    const { page, close } = await visitSearch("鼹鼠饕餮");
    expect(await page.locator("[data-status]").textContent()).toContain("没有找到“鼹鼠饕餮”");
    await page.route("**/assets/search.*/**", (route) => route.abort());
    await page.locator("input[name=q]").fill("蝴蝶");
    await page.waitForFunction(() => /索引没有读到/.test(document.querySelector("[data-status]")?.textContent ?? ""));
    await close();
  });

  it("puts nothing of a query into the page but text", async () => {
    const { page, faults, close } = await visitSearch(
      `<img src=x onerror=alert(1)> $\\href{javascript:alert(1)}{x}+\\htmlClass{a}{y}$ 梯度`,
    );
    expect(await page.locator("[data-results] img, [data-results] a[href^=javascript]").count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  it("explains itself without scripts and leads on", async () => {
    const { page, close } = await visit(browser, "/search/", { javaScriptEnabled: false });
    expect(await page.locator("noscript p").first().isVisible()).toBe(true);
    expect(await page.locator(".ask").isVisible()).toBe(false);
    await page.locator("noscript a").first().click();
    expect(page.url()).toContain("/archives/");
    await close();
  });

  it.each([1280, 390, 320])("never scrolls sideways at %i px", async (width) => {
    const { page, close } = await visitSearch(String.raw`梯度 $\sum_{i=1}^n x_i$`, {
      viewport: { width, height: 800 },
    });
    await page.locator(".snippet mark").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await close();
  });
});

it("costs a page of a post less than 1 KB of script until somebody searches, and then less than 12 KB", () => {
  const folder = join(inject("folder"), "assets");
  const size = (name: RegExp) => {
    const file = readdirSync(folder).find((one) => name.test(one)) ?? "";
    return brotliCompressSync(readFileSync(join(folder, file))).length;
  };
  expect(size(/^open-search\..*\.js$/)).toBeLessThan(1000);
  expect(size(/^search\..*\.js$/)).toBeLessThan(12_000);
});
