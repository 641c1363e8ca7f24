import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

it.each(Object.entries(pages))("%s loads without a fault and scrolls sideways at no width", async (_kind, path) => {
  const { page, faults, close } = await visit(browser, path);
  for (const width of [1280, 768, 390, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, `${width} px`).toBeLessThanOrEqual(0);
  }
  expect(faults).toEqual([]);
  await close();
});

describe("a post", () => {
  it("is set in the fonts of KaTeX", async () => {
    const { page, close } = await visit(browser, pages.post);
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
    );
    expect(loaded).toEqual(expect.arrayContaining(["KaTeX_Main", "KaTeX_Math"]));
    await close();
  });

  it("has 35 to 40 hanzi a line on a wide screen and at least 19 on a phone", async () => {
    const { page, close } = await visit(browser, pages.post);
    const hanziPerLine = async (width: number): Promise<number> => {
      await page.setViewportSize({ width, height: 800 });
      return page.evaluate(() => {
        const style = getComputedStyle(document.querySelector(".prose > p") ?? document.body);
        return Number.parseFloat(style.width) / Number.parseFloat(style.fontSize);
      });
    };
    const [wide, narrow] = [await hanziPerLine(1280), await hanziPerLine(360)];
    expect(wide).toBeGreaterThanOrEqual(35);
    expect(wide).toBeLessThanOrEqual(40);
    expect(narrow).toBeGreaterThanOrEqual(19);
    await close();
  });

  it("shows its table of contents beside the text on a wide screen and folded above it on a phone", async () => {
    const wide = await visit(browser, pages.post, { viewport: { width: 1280, height: 800 } });
    const text = await wide.page.locator(".post > .prose").boundingBox();
    const contents = await wide.page.locator(".toc nav").boundingBox();
    expect(contents?.x ?? Infinity).toBeLessThan(text?.x ?? 0);
    await wide.close();
    const narrow = await visit(browser, pages.post, { viewport: { width: 390, height: 800 } });
    expect(await narrow.page.locator(".toc nav").isVisible()).toBe(false);
    await narrow.page.locator(".toc summary").click();
    expect(await narrow.page.locator(".toc nav").isVisible()).toBe(true);
    await narrow.close();
  });

  it("unfolds the parts of its series and leads to the next one", async () => {
    const { page, close } = await visit(browser, pages.post);
    await page.locator(".series-box summary").click();
    expect(await page.locator(".series-box li").count()).toBe(2);
    await page.locator('nav a[rel="next"]').click();
    expect(await page.locator("h1").innerText()).toContain("（二十五）");
    await close();
  });

  it("says that it is a digest and links to the original", async () => {
    const { page, close } = await visit(browser, pages.post);
    expect(await page.locator(".original a").getAttribute("href")).toBe("https://kexue.fm/");
    await close();
  });
});

describe("with scripts off", () => {
  it("a post reads whole: formulas, numbers, contents, parts of the series, citation", async () => {
    const { page, faults, close } = await visit(browser, pages.post, { javaScriptEnabled: false });
    expect(await page.locator(".katex-html").first().isVisible()).toBe(true);
    expect(await page.locator(".eq").count()).toBeGreaterThan(5);
    expect(await page.locator(".eq.numbered .katex-tag").first().textContent()).toMatch(/\(\d+\)/);
    expect(await page.locator(".toc nav a").first().isVisible()).toBe(true);
    await page.locator(".series-box summary").click();
    expect(await page.locator(".series-box ol").isVisible()).toBe(true);
    expect(await page.locator("#cite .out").first().innerText()).toContain("[Blog post]");
    expect(faults).toEqual([]);
    await close();
  });

  it.each(["light", "dark"] as const)("a reader whose system is %s gets that", async (colorScheme) => {
    const { page, close } = await visit(browser, pages.home, { javaScriptEnabled: false, colorScheme });
    const background = await page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
    expect(background).toBe(colorScheme === "light" ? "rgb(250, 250, 247)" : "rgb(21, 22, 24)");
    await close();
  });
});

describe("the page of reader counts", () => {
  it("has a sum that is the sum of its rows, by post, by year, by series and by source, without scripts too", async () => {
    const { page, close } = await visit(browser, pages.readers, { javaScriptEnabled: false });
    const { total, sums } = await page.evaluate(() => {
      const number = (text: string | null | undefined) => Number((text ?? "").replaceAll(",", "").replace("—", "0"));
      const sumIn = (selector: string) =>
        [...document.querySelectorAll(selector)].reduce((sum, { textContent }) => sum + number(textContent), 0);
      const tables = ["rank", "year", "series"].map((id) => `section:has(> #${id}) tbody .n.readers`);
      return {
        total: number(document.querySelector(".sum b")?.textContent),
        sums: [...tables, ".source-sum div:not(:last-child) dd", ".source-sum div:last-child dd"].map(sumIn),
      };
    });
    expect(total).toBeGreaterThan(0);
    expect(sums).toEqual([total, total, total, total, total]);
    await close();
  });

  it("shows the same numbers with scripts off", async () => {
    const texts = await Promise.all(
      [true, false].map(async (javaScriptEnabled) => {
        const { page, close } = await visit(browser, pages.readers, { javaScriptEnabled });
        const text = await page.locator("main").innerText();
        await close();
        return text;
      }),
    );
    expect(texts[0]).toMatch(/\d,\d{3}/);
    expect(texts[1]).toBe(texts[0]);
  });

  it("draws the months as a picture with a name, and gives their numbers in a table", async () => {
    const { page, close } = await visit(browser, pages.readers);
    const section = page.locator("section:has(> #month)");
    expect(await section.getByRole("img").getAttribute("aria-label")).toBe("各月有多少读者");
    await section.locator("summary").click();
    expect(await section.locator("tbody tr").count()).toBe(await section.locator("svg g").count());
    await close();
  });

  it("gives the ranking as a file", async () => {
    const { page, close } = await visit(browser, pages.readers);
    const href = await page.locator("a[download]").getAttribute("href");
    const text = await page.evaluate(async (url) => (await fetch(url)).text(), href ?? "");
    expect(text.split("\n")[0]).toBe("path,title,published,views,perDay");
    await close();
  });

  it("writes a dash for a post whose count is not known, and never 0", async () => {
    const { page, close } = await visit(browser, pages.readers);
    const last = await page.locator("table.rank").first().locator("tbody tr").last().innerText();
    expect(last).toMatch(/—\s+—$/);
    expect(await page.locator("td.n", { hasText: /^0$/ }).count()).toBe(0);
    await close();
  });
});

describe("the page of who names whom", () => {
  it.each([
    [1280, "across"],
    [390, "down"],
  ] as const)("is drawn at %i px with the years %s, inside of the page", async (width, direction) => {
    const { page, close } = await visit(browser, pages["citation graph"], { viewport: { width, height: 800 } });
    const shown = page.locator("svg.graph:visible");
    expect(await shown.count()).toBe(1);
    expect(await shown.getAttribute("class")).toContain(`graph-${direction}`);
    const outside = await shown.evaluate((svg) => {
      const parts = [...svg.querySelectorAll("circle, .names text")].map((part) => part.getBoundingClientRect());
      return parts.filter(({ left, right }) => left < 0 || right > window.innerWidth).length;
    });
    expect(outside).toBe(0);
    await close();
  });

  it("shows the arcs of the dot that has the focus in red, and leads to its post", async () => {
    const { page, close } = await visit(browser, pages["citation graph"], { viewport: { width: 1280, height: 800 } });
    const dot = page.locator("svg.graph:visible a:has(.arc)").first();
    const strokes = () => dot.locator(".arc").evaluate((arc) => getComputedStyle(arc).stroke);
    const before = await strokes();
    await page.keyboard.press("Tab");
    await dot.focus();
    expect(await strokes()).not.toBe(before);
    await Promise.all([page.waitForURL(/\/archives\/[^/]+\/$/), page.keyboard.press("Enter")]);
    await close();
  });
});
