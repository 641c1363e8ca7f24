import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { bringToMiddle, connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const guide = pages["post with everything"];
const reference = ".prose p a.ref >> nth=0";

/** A reference in the middle of a page, so that there is room for a preview. */
async function toReference(page: Page): Promise<void> {
  await page.locator(reference).evaluate((link) => link.scrollIntoView({ block: "center" }));
}

describe("the preview of a reference", () => {
  it("opens when the link is pointed at, with the number of its equation and a link to it", async () => {
    const { page, faults, close } = await visit(browser, guide);
    await toReference(page);
    await page.locator(reference).hover();
    const preview = page.locator(".preview");
    await preview.waitFor();
    expect(await preview.locator(".katex-tag").first().innerText()).toContain("(2)");
    expect(await preview.getByText("转到").getAttribute("href")).toContain("#eq:lower");
    expect(faults).toEqual([]);
    await close();
  });

  it("stays while it is pointed at, and goes when the pointer leaves", async () => {
    const { page, close } = await visit(browser, guide);
    await toReference(page);
    await page.locator(reference).hover();
    await page.locator(".preview").hover();
    await page.waitForTimeout(600);
    expect(await page.locator(".preview").count()).toBe(1);
    await page.mouse.move(2, 2);
    await page.locator(".preview").waitFor({ state: "detached" });
    await close();
  });

  it("opens when the keyboard reaches the link; Esc closes it and leaves the focus where it is", async () => {
    const { page, close } = await visit(browser, guide);
    await toReference(page);
    await page.keyboard.press("Shift");
    await page.locator(reference).focus();
    await page.locator(".preview").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("转到");
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press("Escape");
    expect(await page.locator(".preview").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#eq:lower");
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await close();
  });

  it("repeats no identifier and loses no formula", async () => {
    const { page, close } = await visit(browser, guide);
    await toReference(page);
    await page.locator(reference).hover();
    await page.locator(".preview").waitFor();
    const ids = await page.evaluate(() => Array.from(document.querySelectorAll("[id]"), ({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await page.locator(".preview math").count()).toBe(1);
    await close();
  });

  it("lies within the window at 360 px", async () => {
    const { page, close } = await visit(browser, guide, { viewport: { width: 360, height: 700 } });
    await toReference(page);
    await page.locator(reference).hover();
    const box = await page.locator(".preview").boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await close();
  });

  it("opens by the first tap of a finger; the second one follows the link", async () => {
    const { page, close } = await visit(browser, guide, { hasTouch: true, viewport: { width: 390, height: 800 } });
    await toReference(page);
    await page.locator(reference).tap();
    await page.locator(".preview").waitFor();
    expect(new URL(page.url()).hash).toBe("");
    await page.locator(reference).tap();
    await page.waitForURL(/#eq:lower$/);
    await close();
  });

  it("into another post shows the equation there", async () => {
    const { page, faults, close } = await visit(browser, pages.series);
    const other = guide.replace(/\/$/, "/#eq:lse");
    await page.goto(inject("origin") + pages.post);
    await addReference(page, other);
    await page.locator("#added").hover();
    await page.locator(".preview").waitFor();
    expect(await page.locator(".preview .katex-tag").innerText()).toContain("(1)");
    const links = await page.locator(".preview a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const href of links) expect(href).toContain(guide);
    expect(faults).toEqual([]);
    await close();
  });

  it("into a page that cannot be had is not shown, and the link still leads there", async () => {
    const { page, close } = await visit(browser, pages.post);
    await page.route("**/archives/writing-guide/", (route) => route.abort());
    await addReference(page, `${guide}#eq:lse`);
    await page.locator("#added").hover();
    await page.waitForTimeout(500);
    expect(await page.locator(".preview").count()).toBe(0);
    await page.unroute("**/archives/writing-guide/");
    await page.locator("#added").click();
    await page.waitForURL(/writing-guide\/#eq:lse$/);
    await close();
  });
});

async function addReference(page: Page, href: string): Promise<void> {
  await page.evaluate((address) => {
    const link = Object.assign(document.createElement("a"), { id: "added", className: "ref", href: address });
    link.textContent = "(1)";
    document.querySelector(".prose p")?.append(link);
    link.scrollIntoView({ block: "center" });
  }, href);
}

describe("the preview of a note", () => {
  const mark = "a[data-footnote-ref] >> nth=1";

  it("is not shown while the note itself is in sight", async () => {
    const { page, close } = await visit(browser, guide, { viewport: { width: 1280, height: 800 } });
    await bringToMiddle(page.locator(mark));
    await page.locator(mark).hover();
    await page.waitForTimeout(500);
    expect(await page.locator(".preview").count()).toBe(0);
    await close();
  });

  it("shows the note with its formulas where it is out of sight", async () => {
    const { page, close } = await visit(browser, guide, { viewport: { width: 700, height: 600 } });
    await page.locator(mark).evaluate((link) => {
      document
        .getElementById("fn-entropy")
        ?.before(Object.assign(document.createElement("div"), { style: "height:800px" }));
      link.scrollIntoView({ block: "center" });
    });
    await page.locator(mark).hover();
    await page.locator(".preview").waitFor();
    expect(await page.locator(".preview math").count()).toBeGreaterThan(1);
    expect(await page.locator(".preview").getByText("回到正文").count()).toBe(0);
    await close();
  });
});

describe("with scripts off", () => {
  it.each([
    ["a reference", reference, ".eq :target, .eq:target"],
    ["the mark of a note", "a[data-footnote-ref] >> nth=0", ".note:target"],
  ])("%s leads to its target, which is marked", async (_what, link, target) => {
    const { page, close } = await visit(browser, guide, { javaScriptEnabled: false });
    const looks = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => `${getComputedStyle(one).color} ${getComputedStyle(one).backgroundColor}`);
    const href = (await page.locator(link).getAttribute("href")) ?? "";
    const place = `[id="${decodeURIComponent(href.slice(1))}"]`;
    const before = await looks(place);
    await page.locator(link).click();
    const found = page.locator(target);
    expect(await found.isVisible()).toBe(true);
    const box = await found.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
    expect(await looks(place)).not.toBe(before);
    await close();
  });
});
