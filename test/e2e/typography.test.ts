import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite, post as source } from "../support/site.ts";
import { connect, pages, visit } from "./visit.ts";

let browser: Browser;
/** A post that is only measured: a test takes away again what it adds. */
let post: Page;
beforeAll(async () => {
  browser = await connect();
  ({ page: post } = await visitWhole(pages.post));
});
afterAll(() => browser.close());

/** Opens a page of which nothing is left to be laid out later, so that everything can be measured. */
async function visitWhole(path: string, options: BrowserContextOptions = {}) {
  const visited = await visit(browser, path, options);
  await visited.page.addStyleTag({ content: "* { content-visibility: visible !important }" });
  return visited;
}

/** Widths in pixels of pieces of markup, each set alone in a line of a post of the sample site. */
function widthsOf(markup: readonly string[], style = ""): Promise<readonly number[]> {
  return post.evaluate(
    ([pieces, css]) =>
      pieces.map((piece) => {
        const line = document.createElement("p");
        line.style.cssText = `position:absolute;white-space:nowrap;width:max-content;font-size:18px;${css}`;
        line.innerHTML = piece;
        document.querySelector(".prose")?.append(line);
        const { width } = line.getBoundingClientRect();
        line.remove();
        return width;
      }),
    [markup, style] as const,
  );
}

/** What paragraphs become on the page of a post. */
async function built(...texts: readonly string[]): Promise<readonly string[]> {
  const { files } = await buildSite(source("a.md", "id: a\ntitle: 甲\ndate: 2020-01-01", texts.join("\n\n")));
  const prose = (files.get("archives/a/index.html") ?? "").split('<div class="prose">')[1] ?? "";
  return Array.from(prose.matchAll(/<p[^>]*>([^]*?)<\/p>/g), ([, inner = ""]) => inner).slice(0, texts.length);
}

describe("Chinese text", () => {
  it("breaks lines strictly and keeps hanzi and Latin apart, but not in code", async () => {
    const { page, close } = await visitWhole(pages["post with everything"]);
    const styles = await page.evaluate(() =>
      [".prose p", ".prose code", "pre", ".katex"].map((selector) => {
        const style = getComputedStyle(document.querySelector(selector) ?? document.documentElement);
        return [style.lineBreak, style.getPropertyValue("text-autospace")];
      }),
    );
    await close();
    expect(styles).toEqual([
      ["strict", "normal"],
      ["strict", "no-autospace"],
      ["strict", "no-autospace"],
      ["strict", "no-autospace"],
    ]);
  });

  it("has the quotation marks and dashes of a Chinese font, wherever that font stands in the list", async () => {
    const text = "他说“中文”——好……‘乙’·";
    const [page] = await widthsOf([text]);
    const [chineseFirst] = await widthsOf([text], "font-family:'Noto Sans CJK SC'");
    const [latinFirst] = await widthsOf([text], "font-family:'DejaVu Sans','Noto Sans CJK SC'");
    expect(Math.abs(Number(page) - Number(chineseFirst))).toBeLessThanOrEqual(0.5);
    expect(Math.abs(Number(latinFirst) - Number(chineseFirst))).toBeGreaterThan(5);
  });

  it("squeezes marks that stand side by side once, whether or not an element stands between them", async () => {
    const whole = "他说：“《论语》（一）”。（二）";
    const wrapped = whole.replace(/[：“》）”。](?=[“《（”。])/g, '<span class="sq">$&</span>');
    expect(await widthsOf([whole, wrapped])).toEqual([234, 234]);
  });

  it("never begins a line with the mark of a note", async () => {
    const starts = await post.evaluate(() => {
      const host = document.querySelector(".prose");
      return Array.from({ length: 17 }, (_, index) => {
        const line = document.createElement("p");
        line.style.cssText = "width:170px;font-size:17px";
        line.innerHTML = `${"文".repeat(4 + index)}<sup><a href="#a">1</a></sup>${"字".repeat(5)}`;
        host?.append(line);
        const mark = line.querySelector("a")?.getBoundingClientRect();
        const start = (mark?.left ?? 0) - line.getBoundingClientRect().left;
        line.remove();
        return start;
      });
    });
    expect(Math.min(...starts)).toBeGreaterThan(10);
  });

  it("is ranged left on phones and justified elsewhere, with balanced headings and no short last lines", async () => {
    const { page, close } = await visitWhole(pages.post);
    for (const [width, align] of [
      [390, "start"],
      [768, "justify"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const styles = await page.evaluate(() => {
        const [text, heading] = [document.querySelector(".prose p"), document.querySelector(".prose h2")];
        return text && heading
          ? [getComputedStyle(text).textAlign, getComputedStyle(text).textWrap, getComputedStyle(heading).textWrap]
          : [];
      });
      expect(styles).toEqual([align, "pretty", "balance"]);
    }
    await close();
  });
});

describe("a formula in the line", () => {
  it("stands an eighth of an em from hanzi on both sides, whatever spaces the author typed", async () => {
    const [tight = "", spaced = ""] = await built("令$x$为", "令 $x$ 为");
    const [without = 0, ...widths] = await widthsOf([tight.replace("m m-l m-r", "m"), tight, spaced]);
    expect(widths).toHaveLength(2);
    for (const width of widths) expect(width - without).toBeCloseTo(4.5, 1);
    const beside = await post.evaluate(() =>
      [...document.querySelectorAll(".prose .m-l, .prose .m-r")].filter((one) => {
        const [left, right] = [one.previousSibling?.textContent ?? "", one.nextSibling?.textContent ?? ""];
        return (one.matches(".m-l") && left.endsWith(" ")) || (one.matches(".m-r") && right.startsWith(" "));
      }),
    );
    expect(beside).toEqual([]);
  });

  it("has no margin before a full-width mark or at the edge of its block", async () => {
    const wrong = await post.evaluate(() =>
      [...document.querySelectorAll(".prose .m")].filter(
        (one) =>
          Number.parseFloat(getComputedStyle(one).marginInlineEnd) > 0 &&
          (one.nextSibling === null || /^[，。、；：）”》]/.test(one.nextSibling.textContent ?? "")),
      ),
    );
    expect(wrong).toEqual([]);
    expect(await post.locator(".prose .nb > .m").count()).toBeGreaterThan(5);
    expect((await built("令$x$。"))[0]).toContain('class="m m-l"');
  });

  it("keeps its marks at every width of the column, and breaks between its parts all the same", async () => {
    const found = await post.evaluate(() => {
      const long = [...document.querySelectorAll(".prose .nb > .m")].find((one) => one.querySelector("wbr"));
      const host = document.querySelector(".prose");
      if (!long || !host) throw new Error("no formula with marks");
      const copy = document.createElement("p");
      copy.innerHTML = `文字文字文字文字<span class="nb">（${long.outerHTML}）</span>文字`;
      host.prepend(copy);
      const parts = [...copy.querySelectorAll(".katex-base")];
      const nb = copy.querySelector(".nb");
      let broken = 0;
      let torn = 0;
      for (let width = 120; width < 420; width += 7) {
        copy.style.width = `${width}px`;
        const tops = parts.map((one) => Math.round(one.getBoundingClientRect().bottom / 12));
        if (new Set(tops).size > 1) broken += 1;
        const edge = (node: Node | null | undefined) => {
          const range = document.createRange();
          if (node) range.selectNodeContents(node);
          return range.getBoundingClientRect();
        };
        const [first, last] = [parts[0]?.getBoundingClientRect(), parts.at(-1)?.getBoundingClientRect()];
        if (edge(nb?.firstChild).left > (first?.left ?? 0) || edge(nb?.lastChild).left < (last?.left ?? 0)) torn += 1;
      }
      copy.remove();
      return { broken, torn };
    });
    expect(found.broken).toBeGreaterThan(0);
    expect(found.torn).toBe(0);
  });

  it("that fails is there to be seen: its source in a box of another colour with a border", async () => {
    const [failed = ""] = await built("设$x^2^3$为");
    const seen = await post.evaluate((markup) => {
      const line = document.createElement("p");
      line.innerHTML = markup;
      document.querySelector(".prose")?.prepend(line);
      const box = line.querySelector<HTMLElement>(".math-error");
      const [own, around] = [getComputedStyle(box ?? line), getComputedStyle(line)];
      const found = {
        text: box?.innerText,
        isVisible: box?.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        isWide: (box?.clientWidth || box?.getBoundingClientRect().width || 0) > 20,
        isMarked: own.borderStyle === "solid" && own.backgroundColor !== around.backgroundColor,
      };
      line.remove();
      return found;
    }, failed);
    expect(seen).toEqual({ text: "x^2^3", isVisible: true, isWide: true, isMarked: true });
  });

  it("keeps the grid of lines, all but tall ones", async () => {
    const kept = await post.evaluate(() => {
      const plain = Number.parseFloat(getComputedStyle(document.querySelector(".prose p") as Element).lineHeight);
      const host = document.createElement("p");
      document.querySelector(".prose")?.append(host);
      const formulas = [...document.querySelectorAll(".prose p .m")];
      const heights = formulas.map((one) => {
        host.replaceChildren("文", one.cloneNode(true));
        return host.getBoundingClientRect().height;
      });
      host.remove();
      return heights.filter((height) => height <= plain + 0.5).length / heights.length;
    });
    expect(kept).toBeGreaterThan(0.9);
  });
});

/** Where the numbers of a page stand against their boxes: the worst overlap of the right edge, in pixels. */
function numbersOut(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll(".eq.numbered")].map((box) => {
        const tag = box.querySelector(".katex-tag")?.getBoundingClientRect();
        return tag ? Math.abs(tag.right - box.getBoundingClientRect().right) : 0;
      }),
    ),
  );
}

describe("a long equation on a phone", () => {
  it("shows its number before and while it is scrolled, rows too", async () => {
    const { page, close } = await visitWhole("/archives/rope-18/", { viewport: { width: 390, height: 800 } });
    expect(await page.evaluate(() => [...document.querySelectorAll(".eq")].some((one) => one.scrollWidth > 400))).toBe(
      true,
    );
    expect(await numbersOut(page)).toBeLessThanOrEqual(1);
    await page.evaluate(() => {
      for (const box of document.querySelectorAll(".eq")) box.scrollLeft = 40;
    });
    expect(await numbersOut(page)).toBeLessThanOrEqual(1);
    await close();
  });

  it("hides nothing of the formula once it is scrolled to its end", async () => {
    const { page, close } = await visitWhole("/archives/rope-18/", { viewport: { width: 390, height: 800 } });
    const gaps = await page.evaluate(() =>
      [...document.querySelectorAll(".eq.numbered")].map((box) => {
        box.scrollLeft = 10_000;
        const tag = box.querySelector(".katex-tag")?.getBoundingClientRect().left ?? 0;
        return (
          tag - Math.max(...[...box.querySelectorAll(".katex-base")].map((one) => one.getBoundingClientRect().right))
        );
      }),
    );
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(-1);
    await close();
  });
});

describe("what is laid out late", () => {
  it.each([1280, 390])("keeps its place within a tenth at %i px", async (width) => {
    const { page, close } = await visit(browser, pages.post, { viewport: { width, height: 800 } });
    const height = () => page.evaluate(() => document.querySelector(".prose")?.scrollHeight ?? 0);
    const estimated = await height();
    await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
    expect(Math.abs(estimated / (await height()) - 1)).toBeLessThan(0.1);
    await close();
  });

  it("is where a jump from the contents leads", async () => {
    const { page, close } = await visit(browser, pages["post with everything"]);
    const links = page.locator(".toc a");
    for (let index = 0; index < (await links.count()); index += 3) {
      await links.nth(index).click();
      await page.waitForTimeout(200);
      const place = await page.locator(":target").evaluate((one) => ({
        top: one.getBoundingClientRect().top,
        isEnd: window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2,
      }));
      expect(place.top).toBeGreaterThanOrEqual(0);
      if (!place.isEnd) expect(place.top).toBeLessThan(60);
    }
    await close();
  });

  it.each([pages.home, pages.post, "/archives/rope-18/"])(
    "moves nothing of %s, drawn once where it stays",
    async (path) => {
      const { page, close } = await visit(browser, path);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: "layout-shift", buffered: true });
            setTimeout(() => resolve(sum), 500);
          }),
      );
      // A large sign that its font makes wider is less than what browsers report, which has three decimals.
      expect(shift).toBeLessThan(0.0005);
      await close();
    },
  );
});
