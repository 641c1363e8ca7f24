import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
beforeAll(async () => void (browser = await connect()));
afterAll(() => browser.close());

const guide = pages["post with everything"];
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

describe("the table of contents", () => {
  it.each([1280, 390])("marks the section that is read, at %i px", async (width) => {
    const { page, close } = await visit(browser, guide, { viewport: { width, height: 800 } });
    for (const name of ["公式", "列表与引用"]) {
      await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), name);
      await page.waitForFunction(
        (id) => document.querySelector(".toc [aria-current]")?.textContent === id || undefined,
        name === "公式" ? "行内公式" : name,
      );
    }
    expect(await page.locator(".toc [aria-current]").count()).toBe(1);
    await close();
  });

  it("stays beside the text while it is read, in a wide window", async () => {
    const { page, close } = await visit(browser, guide, { viewport: { width: 1280, height: 800 } });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    expect((await page.locator(".toc").boundingBox())?.y).toBeCloseTo(24, 0);
    await close();
  });
});

describe("a heading", () => {
  it("has a link that the keyboard reaches, and is not at the very edge when it was jumped to", async () => {
    const { page, close } = await visit(browser, guide);
    await page.locator("#公式 .anchor").focus();
    await page.keyboard.press("Enter");
    expect(decodeURIComponent(new URL(page.url()).hash)).toBe("#公式");
    expect((await page.locator("#公式").boundingBox())?.y).toBeGreaterThanOrEqual(20);
    await close();
  });
});

describe("a button copies", () => {
  it("code as it is in the file", async () => {
    const { page, close } = await visit(browser, guide, clipboard);
    const block = page.locator(".copyable", { hasText: "def lse(x)" });
    await block.hover();
    await block.getByRole("button").click();
    await block.getByText("已复制").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^import math\n\ndef lse\(x\):\n {4}"""/);
    await close();
  });

  it("the TeX of an equation with the numbers of its rows", async () => {
    const { page, close } = await visit(browser, guide, clipboard);
    const box = page.locator(".eq.numbered").nth(1);
    const gap = () =>
      box.evaluate((element) => {
        const next = element.parentElement?.querySelector(":scope > .continues:has(a.ref)");
        return (next?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().bottom;
      });
    const before = await gap();
    await box.hover();
    await page.locator(".eq-tools").waitFor();
    expect(await gap()).toBe(before);
    await page.locator(".eq-tools button").click();
    await page.getByText("已复制").waitFor();
    const tex = await page.evaluate(() => navigator.clipboard.readText());
    expect(tex).toContain("\\label{eq:lower}\\tag{2}\\\\");
    expect(tex).toMatch(/\\label\{eq:upper\}\\tag\{3\}\n\\end\{align\}$/);
    await close();
  });

  it("a citation, with the day on which the reader is here", async () => {
    const { page, close } = await visit(browser, guide, clipboard);
    const today = await page.evaluate(() => new Date().toLocaleDateString("sv"));
    for (const [form, words] of [
      ["BibTeX", `urldate = {${today}},`],
      ["GB/T 7714", `[${today}]`],
    ] as const) {
      await page.locator(".cite summary", { hasText: form }).click();
      await page.locator(".cite details[open]").getByRole("button").click();
      await page.locator(".cite details[open]").getByText("已复制").waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(words);
    }
    await close();
  });
});

describe("an equation", () => {
  it("leads to where it stands in the archive", async () => {
    const { page, close } = await visit(browser, guide);
    await page.locator(".eq.numbered").first().hover();
    await page.getByRole("link", { name: "同一公式" }).click();
    await page.waitForURL(/\/search\/\?q=/);
    await page.getByText("完全包含").first().waitFor();
    await close();
  });

  it("asks for what the macros of its post stand for, which no other post knows", async () => {
    const { page, close } = await visit(browser, "/archives/matrix-calculus-1/");
    await page.locator('[id="eq:trace"]').hover();
    const link = page.getByRole("link", { name: "同一公式" });
    const query = new URL((await link.getAttribute("href")) ?? "", page.url()).searchParams.get("q");
    expect(query).toContain(String.raw`\mathrm{d}`);
    expect(query).not.toContain(String.raw`\dd`);
    await link.click();
    const same = page.locator(".same", { hasText: "完全包含" });
    await page.locator(".fhits > li", { has: same, hasText: "矩阵求导手册：1" }).waitFor();
    await close();
  });
});

describe("a picture", () => {
  it("opens over the page with its caption; Esc closes it and the focus is back", async () => {
    const { page, close } = await visit(browser, guide);
    const link = page.locator(".prose figure > a");
    await link.focus();
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog.zoom");
    expect(await dialog.locator("figcaption").innerText()).toContain("幅频响应");
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await close();
  });

  it("is a link to the whole picture without scripts", async () => {
    const { page, close } = await visit(browser, guide, { javaScriptEnabled: false });
    await page.locator(".prose figure > a").click();
    await page.waitForURL(/\.svg$/);
    await close();
  });
});

describe("by keyboard alone", () => {
  it("a reader goes past the head, into the contents, to a formula, to a preview, to the search and to a result", async () => {
    const { page, close } = await visit(browser, guide, { viewport: { width: 1280, height: 800 } });
    const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? "");
    const tabTo = async (part: string) => {
      for (let press = 0; press < 60 && !(await focused()).includes(part); press += 1) await page.keyboard.press("Tab");
      expect(await focused()).toContain(part);
    };
    await page.keyboard.press("Tab");
    expect(await focused()).toContain('class="skip"');
    await page.keyboard.press("Enter");
    await tabTo(`href="#${encodeURIComponent("裸环境与编号")}"`);
    await page.keyboard.press("Enter");
    await tabTo('class="eq numbered"');
    await tabTo("control copy");
    await tabTo('href="#eq:lower"');
    await page.locator(".preview").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.locator(".preview").count()).toBe(0);
    await page.keyboard.press("/");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.type("扩散");
    await page.locator("dialog li a small").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/archives\/diffusion/);
    await close();
  });
});

describe("scripts", () => {
  it("that a post asks for weigh at most 12 KB together", async () => {
    const { page, close } = await visit(browser, guide);
    const addresses = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => /^\/assets\/.*\.js$/.test(path)),
    );
    await close();
    const weights = addresses.map((path) => brotliCompressSync(readFileSync(join(inject("folder"), path))).byteLength);
    expect(weights.length).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(12 * 1024);
  });

  it("leave nothing on paper", async () => {
    const { page, close } = await visit(browser, guide);
    await page.emulateMedia({ media: "print" });
    const visible = await page
      .locator(".control, .scheme, .preview")
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    expect(visible).toBe(0);
    await close();
  });

  it("move nothing for a reader who wants no motion", async () => {
    const { page, close } = await visit(browser, guide, { reducedMotion: "reduce" });
    await page.locator(".prose figure > a").focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("dialog.zoom").evaluate((dialog) => dialog.getAnimations().length)).toBe(0);
    await close();
  });
});
