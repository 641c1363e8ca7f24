import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { glyphsIn, readKatexFonts } from "../../src/assets/katex-fonts.ts";
import { katexCss } from "../../src/host/katex-files.ts";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

it.each([pages.post, pages.home])("%s is drawn with the fonts that the glyphs were counted for", async (path) => {
  const { page, close } = await visit(browser, path);
  const drawn = await page.evaluate(() => {
    const used: string[] = [];
    for (const part of document.querySelectorAll(".katex-html")) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const style = node.parentElement && getComputedStyle(node.parentElement);
        const variant = `${Number(style?.fontWeight) >= 600 ? "Bold" : ""}${style?.fontStyle === "italic" ? "Italic" : ""}`;
        const family = style?.fontFamily.split(",")[0]?.replaceAll('"', "") ?? "";
        // Hanzi are drawn in the font of the text around.
        if (!family.startsWith("KaTeX_")) continue;
        for (const character of node.nodeValue ?? "") used.push(`${family}-${variant || "Regular"} ${character}`);
      }
    }
    return [...new Set(used)];
  });
  await close();
  const css = readKatexFonts(await katexCss());
  const files = new Set(css.faces.map(({ file }) => file));
  const file = join(inject("folder"), path.endsWith("/") ? `${path}index.html` : path);
  const counted = glyphsIn(readFileSync(file, "utf8"), css);
  expect(drawn.length).toBeGreaterThan(20);
  const missing = drawn.filter((one) => {
    const [face = "", character = ""] = one.split(" ");
    const known = files.has(face) ? face : face.replace(/-.*/, "-Regular");
    return character.trim() !== "" && counted[known]?.includes(character) !== true;
  });
  expect(missing).toEqual([]);
});
