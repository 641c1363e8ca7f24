import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type AxeCore from "axe-core";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** The boxes of formulas, which are for the eye alone and two thirds of the elements of a post. */
const boxes = ".katex-html";

/** Runs axe in the page, without some elements; what it finds, a line each. */
function violationsIn(page: Page, without: readonly string[] = [boxes]): Promise<readonly string[]> {
  const choice = { exclude: without.map((selector) => [selector]), tags };
  return page.evaluate(async ({ exclude, tags: values }) => {
    const { axe } = window as unknown as { readonly axe: typeof AxeCore };
    const options: AxeCore.RunOptions = { runOnly: { type: "tag", values }, resultTypes: ["violations"] };
    const { violations } = await (axe.run({ include: [["html"]], exclude }, options) as Promise<AxeResults>);
    // axe takes a header cell that holds a formula for empty, because it does not read MathML.
    const isFormula = (selector: unknown) => document.querySelector(String(selector))?.querySelector("math") !== null;
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => id !== "empty-table-header" || !isFormula(target[0]))
        .map(({ html }) => `${id}: ${html}`),
    );
  }, choice);
}

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

it("a preview and the buttons of a page have no violation, light and dark", async () => {
  const { page, close } = await visit(browser, pages["post with everything"], { colorScheme: "light" });
  await page.locator(".prose p a.ref").first().hover();
  await page.locator(".preview").waitFor();
  await page.evaluate(axe);
  expect(await violationsIn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await page.locator(".preview").isVisible()).toBe(true);
  expect(await violationsIn(page)).toEqual([]);
  await close();
});

// Each scheme has its colours and each width its boxes: every rule is asked about both of both.
it.each(Object.entries(pages))(
  "%s has no violation that axe finds, wide and light, narrow and dark",
  async (kind, path) => {
    const { page, close } = await visit(browser, path, {
      colorScheme: "light",
      viewport: { width: 1280, height: 800 },
    });
    // Of one page the formulas are looked at, too: their colours, and those of colours that a formula asks for.
    const without = kind === "post with everything" ? [] : [boxes];
    await page.evaluate(axe);
    expect(await violationsIn(page, without)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await violationsIn(page, without)).toEqual([]);
    await close();
  },
);
