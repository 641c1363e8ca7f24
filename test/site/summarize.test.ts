import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContentHash, Html, PostId, SourcePath, Template } from "../../src/model/brand.ts";
import type { Formula, Post } from "../../src/model/post.ts";
import { summarize } from "../../src/site/summarize.ts";
import { texToText } from "../../src/text/tex-text.ts";

function formula(tex: string): Formula {
  return { tex, layout: "inline", rows: [], html: `<i>${tex}</i>` as Html, failed: false };
}

interface Given {
  readonly title?: string;
  readonly excerpt?: string;
  readonly summary?: string;
  readonly tex?: readonly string[];
  readonly words?: Post["words"];
}

function summaryOf({ title = "", excerpt = "", summary, tex = [], words }: Given) {
  const post: Post = {
    path: "a.md" as SourcePath,
    meta: {
      id: "a" as PostId,
      title,
      author: "",
      tags: [],
      draft: false,
      aliases: [],
      macros: {},
      extra: {},
    },
    title: title as Template,
    body: "" as Template,
    excerpt: excerpt as Template,
    ...(summary !== undefined && { summary: summary as Template }),
    excerptIsCut: false,
    toc: [],
    formulas: tex.map(formula),
    references: [],
    titles: [],
    citations: [],
    referenceSentences: [],
    terms: [],
    markdown: "",
    labels: [],
    lastNumber: 0,
    rewrites: [],
    macros: [],
    expansions: {},
    unknownCommands: [],
    links: [],
    anchors: [],
    words: words ?? { hanzi: 0, words: 0, displays: 0, codeLines: 0 },
  };
  return summarize(post, "k" as ContentHash, { glyphs: {}, excerptFonts: [] });
}

const hole = (index: number) => `<x-formula n="${index}"></x-formula>`;

describe("a title", () => {
  it("is markup with formulas, and text with formulas written out", () => {
    const { titleHtml, titleText } = summaryOf({ title: `A &amp; ${hole(0)}`, tex: ["\\alpha_i^2"] });
    expect(titleHtml).toBe("A &amp; <i>\\alpha_i^2</i>");
    expect(titleText).toBe("A & αᵢ²");
  });
});

describe("a description", () => {
  it("is the beginning of the excerpt as one line of text", () => {
    const { description } = summaryOf({ excerpt: `<p>设 ${hole(0)}\n为</p>\n<p>甲</p>`, tex: ["x_\\theta"] });
    expect(description).toBe("设 x_θ 为 甲");
  });

  it("is the author's summary if there is one", () => {
    expect(summaryOf({ excerpt: "<p>甲</p>", summary: `乙${hole(0)}`, tex: ["x^2"] }).description).toBe("乙x²");
  });

  it.each([
    [118, `${"字".repeat(118)}a…`],
    [119, `${"字".repeat(119)}…`],
  ])("is cut behind %i characters and what fits", (length, expected) => {
    expect(summaryOf({ excerpt: `<p>${"字".repeat(length)}ab乙</p>` }).description).toBe(expected);
  });

  it("is cut before a formula that does not fit, not inside", () => {
    const excerpt = `<p>${"字".repeat(110)} ${hole(0)}乙</p>`;
    expect(summaryOf({ excerpt, tex: ["a+b+c+d+e+f"] }).description).toBe(`${"字".repeat(110)}…`);
    expect(summaryOf({ excerpt, tex: ["a+b+c"] }).description).toBe(`${"字".repeat(110)} a+b+c乙`);
  });

  it("holds every formula whole or not at all, in at most 120 characters", () => {
    const part = fc.oneof(fc.constantFrom("字", "词 语", "a"), fc.constant(0));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 90 }), fc.constantFrom("\\frac{a+b}{2}", "x"), (parts, tex) => {
        const excerpt = parts.map((one) => (one === 0 ? hole(0) : one)).join("");
        const { description } = summaryOf({ excerpt, tex: [tex] });
        expect(Array.from(description).length).toBeLessThanOrEqual(120);
        const rest = description.replaceAll(texToText(tex), "");
        expect(rest).not.toMatch(/[()/+]/);
      }),
    );
  });
});

describe("reading time", () => {
  it.each([
    [{ hanzi: 0, words: 0, displays: 0, codeLines: 0 }, 1],
    [{ hanzi: 4000, words: 0, displays: 0, codeLines: 0 }, 10],
    [{ hanzi: 400, words: 200, displays: 8, codeLines: 27 }, 4],
  ])("of %j is %i minutes", (words, minutes) => {
    expect(summaryOf({ words }).minutes).toBe(minutes);
  });
});
