import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

/** Smallest distance in pixels between an equation scrolled to its end and its number, over all of a page. */
async function smallestGap(page: Page): Promise<number> {
  await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
  return page.evaluate(() => {
    const gaps = [...document.querySelectorAll<HTMLElement>(".eq.numbered")].map((box) => {
      box.scrollLeft = box.scrollWidth;
      const tag = box.querySelector(".katex-tag");
      const bases = [...box.querySelectorAll(".katex-html > .katex-base")].map((base) => base.getBoundingClientRect());
      const end = Math.max(...bases.map(({ right }) => right));
      return tag
        ? tag.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(tag).paddingLeft) - end
        : Infinity;
    });
    return Math.min(...gaps);
  });
}

const posts = ["diffusion-24", "diffusion-25-1", "lora-ga", "matrix-calculus-4", "rope-18", "writing-guide"];

describe.each(posts)("the equations of %s", (id) => {
  it.each([390, 1280])("never run into their numbers at %i px", async (width) => {
    const { page, close } = await visit(browser, `/archives/${id}/`, { viewport: { width, height: 800 } });
    const gap = await smallestGap(page);
    expect(gap).toBeGreaterThanOrEqual(8);
    expect(gap).toBeLessThan(width);
    await close();
  });
});

describe("a reference", () => {
  it("leads to its equation, which is marked and has the number of the reference", async () => {
    const { page, close } = await visit(browser, pages.post);
    const link = page.locator("a.eqref").first();
    const number = await link.innerText();
    const href = await link.getAttribute("href");
    await link.click();
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe(decodeURIComponent(href ?? ""));
    const target = page.locator(":target");
    await target.waitFor({ state: "visible" });
    expect(await target.evaluate((one) => one.closest(".eq")?.textContent)).toContain(number);
    const box = await target.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    const marked = await target.evaluate(
      (one) =>
        getComputedStyle(one).backgroundColor !== "rgba(0, 0, 0, 0)" ||
        getComputedStyle(one).color === "rgb(169, 42, 28)",
    );
    expect(marked).toBe(true);
    await close();
  });

  it("works with scripts off", async () => {
    const { page, close } = await visit(browser, pages.post, { javaScriptEnabled: false });
    await page.locator("a.eqref").first().click();
    expect(new URL(page.url()).hash).toMatch(/^#eq/);
    await close();
  });
});

describe("a formula that is too wide for a phone", () => {
  it("scrolls in its own box, which the keyboard reaches", async () => {
    const { page, close } = await visit(browser, "/archives/rope-18/", { viewport: { width: 390, height: 800 } });
    const wide = await page.evaluate(() => {
      const box = [...document.querySelectorAll<HTMLElement>(".eq")].find((one) => one.scrollWidth > one.clientWidth);
      box?.focus();
      return {
        found: box !== undefined,
        focused: document.activeElement === box,
        label: box?.getAttribute("aria-label"),
      };
    });
    expect(wide).toMatchObject({ found: true, focused: true });
    expect(wide.label).toMatch(/^公式/);
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
    await close();
  });
});
