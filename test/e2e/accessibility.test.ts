import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type AxeCore from "axe-core";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe in the page; what it finds, a line each. */
function violationsIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { readonly axe: typeof AxeCore };
    const { violations } = await (axe.run(document, { runOnly: { type: "tag", values } }) as Promise<AxeResults>);
    // axe takes a header cell that holds a formula for empty, because it does not read MathML.
    const isFormula = (selector: unknown) => document.querySelector(String(selector))?.querySelector("math") !== null;
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => id !== "empty-table-header" || !isFormula(target[0]))
        .map(({ html }) => `${id}: ${html}`),
    );
  }, tags);
}

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

it.each(["light", "dark"] as const)(
  "a preview and the buttons of a page have no violation in %s",
  async (colorScheme) => {
    const { page, close } = await visit(browser, pages["post with everything"], { colorScheme });
    const reference = page.locator(".prose p a.ref").first();
    await reference.hover();
    await page.locator(".preview").waitFor();
    await page.evaluate(axe);
    expect(await violationsIn(page)).toEqual([]);
    await close();
  },
);

describe.each(Object.entries(pages))("%s", (_kind, path) => {
  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 390],
  ] as const)("has no violation that axe finds in %s at %i px", async (colorScheme, width) => {
    const { page, close } = await visit(browser, path, { colorScheme, viewport: { width, height: 800 } });
    await page.evaluate(axe);
    expect(await violationsIn(page)).toEqual([]);
    await close();
  });
});
