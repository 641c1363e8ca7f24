import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const millimetre = 96 / 25.4;

/** Widths of the text on paper: A4, and a reader of electronic paper of 160 mm × 220 mm, less the margins of the style. */
const papers = [
  ["A4", (210 - 2 * 24) * millimetre],
  ["160 mm × 220 mm", (160 - 2 * 12) * millimetre],
] as const;

/** Opens a page as it is printed. */
async function printed(path: string, width: number): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, close } = await visit(browser, path, {
    viewport: { width: Math.floor(width), height: 900 },
    colorScheme: "dark",
  });
  await page.emulateMedia({ media: "print" });
  return { page, close };
}

const posts = ["diffusion-24", "gaussian-tails-1", "lora-ga", "matrix-calculus-4", "rope-18", "writing-guide"];

describe.each(papers)("on %s", (_paper, width) => {
  it.each(posts)("no formula and no table of %s goes beyond the page", async (id) => {
    const { page, close } = await printed(`/archives/${id}/`, width);
    const beyond = await page.evaluate(() =>
      [...document.querySelectorAll(".katex-html > .katex-base, .katex-tag, table, pre, img")]
        .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .map((one) => one.textContent),
    );
    await close();
    expect(beyond).toEqual([]);
  });
});

it("a display that is too wide for the paper is set smaller, others are not", async () => {
  const { page, close } = await printed("/archives/rope-18/", papers[1][1]);
  const sizes = await page.evaluate(() => {
    const size = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
    const all = (selector: string) => [...document.querySelectorAll(selector)].map(size);
    return { wide: all(".eq.wide .katex-html"), others: all(".eq:not(.wide) .katex-html") };
  });
  await close();
  expect(Math.min(...sizes.wide)).toBeLessThan(Math.max(...sizes.others));
  expect(Math.min(...sizes.wide)).toBeGreaterThan(7);
  expect(new Set(sizes.others).size).toBe(1);
});

it("paper is white whatever the screen is, without what is for the screen, in Song", async () => {
  const { page, close } = await printed(pages.post, papers[0][1]);
  for (const selector of [".nav", ".toc", ".skip", ".footer nav"])
    expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
  const style = await page.evaluate(() => {
    const { color, fontFamily } = getComputedStyle(document.body);
    const heading = document.querySelector(".prose h2");
    return {
      ground: getComputedStyle(document.documentElement).backgroundColor,
      color,
      isSong: /Song|Serif/.test(fontFamily),
      heading: heading && getComputedStyle(heading).breakAfter,
      display: [...document.querySelectorAll(".eq, pre, table, figure")].map(
        (one) => getComputedStyle(one).breakInside,
      ),
    };
  });
  await close();
  expect(style).toMatchObject({
    ground: "rgb(255, 255, 255)",
    color: "rgb(27, 26, 24)",
    isSong: true,
    heading: "avoid",
  });
  expect(new Set(style.display)).toEqual(new Set(["avoid"]));
});

it("prints as PDF with an outline", async () => {
  const { page, close } = await visit(browser, pages.post);
  const pdf = await page.pdf({ width: "160mm", height: "220mm", tagged: true, outline: true });
  await close();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.toString("latin1")).toContain("/Outlines");
});
