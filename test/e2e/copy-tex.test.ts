import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

/** Puts markup into a page of the site, whose formulas and references are those of the page, and copies a part. */
async function copy(page: Page, body: string, select: readonly [from: string, to: string]) {
  return page.evaluate(
    ([markup, from, to]) => {
      const formula = (display: boolean, tex: string) => {
        const shown = document.querySelector(display ? ".prose .katex-display" : ".prose .m .katex");
        const copied = shown?.cloneNode(true) as Element;
        const annotation = copied.querySelector("annotation");
        if (annotation) annotation.textContent = tex;
        return copied.outerHTML;
      };
      const host = document.createElement("div");
      host.innerHTML = markup
        .replace(/\[\[(.*?)\]\]/g, (_all, tex: string) => `<div class="eq">${formula(true, tex)}</div>`)
        .replace(/\[(.*?)\]/g, (_all, tex: string) => `<span class="m">${formula(false, tex)}</span>`);
      document.querySelector(".prose")?.replaceChildren(host);
      const range = document.createRange();
      const [start, end] = [host.querySelector(from), host.querySelector(to)];
      if (!start || !end) throw new Error("nothing to select");
      range.setStart(start.firstChild ?? start, 0);
      range.setEnd(end.lastChild ?? end, end.lastChild?.nodeValue?.length ?? end.lastChild?.childNodes.length ?? 0);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      host.dispatchEvent(event);
      const { clipboardData, defaultPrevented } = event;
      return {
        text: clipboardData?.getData("text/plain"),
        html: clipboardData?.getData("text/html"),
        defaultPrevented,
      };
    },
    [body, ...select] as const,
  );
}

describe("copying", () => {
  it.each([
    ["a formula in the line", "<p>设[a<b]，则</p>", "p", "p", "设$a<b$，则"],
    ["a display", "<p>甲</p>\n[[x=1]]\n<p>乙</p>", "p", "p:last-child", "甲\n\n$$x=1$$\n\n乙"],
    [
      "an environment",
      "<p>甲</p>\n[[\\begin{align}x\\label{a}\\end{align}]]",
      "p",
      "div.eq",
      "甲\n\n\\begin{align}x\\label{a}\\end{align}",
    ],
    [
      "a reference",
      '<p>由<a class="eqref" href="#eq:a" data-tex="\\eqref{a}">(1)</a>知</p>',
      "p",
      "p",
      "由\\eqref{a}知",
    ],
    [
      "a selection that begins and ends inside of formulas",
      "<p>甲[a]乙[b]丙</p>",
      ".katex-html",
      "p > :nth-child(2) .katex-html",
      "$a$乙$b$",
    ],
    ["several paragraphs", "<p>甲[a]</p>\n<p>乙</p>", "p", "p:last-child", "甲$a$\n\n乙"],
  ])("%s gives TeX with its delimiters", async (_what, body, from, to, expected) => {
    const { page, close } = await visit(browser, pages.post);
    const { text, html, defaultPrevented } = await copy(page, body, [from, to]);
    await close();
    expect(text).toBe(expected);
    expect(defaultPrevented).toBe(true);
    expect(html).not.toMatch(/katex|<math|tabindex/);
  });

  it("gives HTML whose links lead to the page from anywhere, with TeX as text", async () => {
    const { page, close } = await visit(browser, pages.post);
    const body = '<p>由<a href="#eq:a" data-tex="\\eqref{a}">(1)</a>与[a<b]</p>';
    const { html } = await copy(page, body, ["p", "p"]);
    await close();
    expect(html).toMatch(
      /由<a href="http:\/\/[^"]*\/archives\/[^"]*#eq:a" data-tex="\\eqref\{a\}">\\eqref\{a\}<\/a>与/,
    );
    expect(html).toContain("$a&lt;b$");
  });

  it("a whole paragraph gives what its author wrote, but for blanks beside formulas", async () => {
    const { page, close } = await visit(browser, pages.post, { permissions: ["clipboard-read", "clipboard-write"] });
    const file = join(import.meta.dirname, "../../content/posts/2024/diffusion-24-skip-tuning.md");
    const tight = (text: string) => text.replace(/ ?(\$[^$]+\$) ?/g, "$1");
    const source = tight(readFileSync(file, "utf8"));
    const paragraphs = page.locator(".prose > p:has(.m):not(:has(a, em, strong, code, sup))");
    for (let index = 0; index < 3; index += 1) {
      await paragraphs.nth(index).evaluate((one) => getSelection()?.selectAllChildren(one));
      await page.keyboard.press("Control+C");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain("$");
      expect(source).toContain(tight(copied.trim()));
    }
    await close();
  });

  it("works with the keyboard", async () => {
    const { page, close } = await visit(browser, pages.post, { permissions: ["clipboard-read", "clipboard-write"] });
    const tex = await page.evaluate(() => {
      const formula = document.querySelector(".prose .katex-display");
      if (formula) getSelection()?.selectAllChildren(formula);
      return formula?.querySelector("annotation")?.textContent ?? "";
    });
    await page.keyboard.press("Control+C");
    expect(tex).not.toBe("");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(tex);
    await close();
  });

  it("of text without formulas is left to the browser", async () => {
    const { page, close } = await visit(browser, pages.post);
    expect(await copy(page, "<p>甲乙</p>", ["p", "p"])).toMatchObject({ defaultPrevented: false, text: "" });
    await close();
  });
});
