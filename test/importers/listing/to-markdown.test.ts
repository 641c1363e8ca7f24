import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { toString } from "mdast-util-to-string";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { layOutPost } from "../../../src/importers/listing/to-markdown.ts";
import type { ListingPost } from "../../../src/importers/listing/read-listing.ts";

function post(body: string, others: Partial<ListingPost> = {}): ListingPost {
  return { title: "割圆记", author: "张三", day: "2020-07-04", body, line: 10, ...others };
}

/** The Markdown of a body without front matter. */
function text(body: string): string {
  return `${layOutPost(post(body)).markdown}\n`;
}

function notes(body: string): readonly string[] {
  return layOutPost(post(body)).notes.map(({ line, message }) => `${line} ${message}`);
}

describe("lines", () => {
  it.each([
    ["are paragraphs", "甲。\n乙。", "甲。\n\n乙。\n"],
    ["lose white space around them", "\n  甲。 \n\t乙。", "甲。\n\n乙。\n"],
    ["keep an indent of full-width spaces", "甲。\n　　乙。", "甲。\n\n　　乙。\n"],
    ["stay next to a display", "设\n$$a$$\n其中\n则", "设\n$$a$$\n其中\n\n则\n"],
    [
      "stay next to an environment",
      "设\n\\begin{align}\n  a\\\\\n\n- b\n\\end{align}\n其中",
      "设\n\\begin{align}\n  a\\\\\n\n- b\n\\end{align}\n其中\n",
    ],
    ["stay next to a display at the end of a line", "设$$a$$\n其中", "设$$a$$\n其中\n"],
    ["stay apart from a display behind an empty line", "设\n\n$$a$$\n\n其中", "设\n\n$$a$$\n\n其中\n"],
    ["are none", "", "\n"],
  ])("%s", (_name, body, expected) => {
    expect(text(body)).toBe(expected);
  });
});

describe("headings", () => {
  it.each([
    ["between text lines", "甲文。\n小节\n乙文。", "甲文。\n\n## 小节\n\n乙文。\n"],
    ["behind a display", "$$a$$\n小节\n乙文。", "$$a$$\n\n## 小节\n\n乙文。\n"],
    ["behind a short first line", "甲文\n小节\n乙文。", "甲文\n\n## 小节\n\n乙文。\n"],
    ["with a formula", "甲文。\n$x$ 的性质\n乙文。", "甲文。\n\n## $x$ 的性质\n\n乙文。\n"],
    ["that end in signs", "甲文。\n用 C #\n乙文。", "甲文。\n\n## 用 C \\#\n\n乙文。\n"],
  ])("stand %s", (_name, body, expected) => {
    expect(text(body)).toBe(expected);
  });

  it.each([
    ["a first line", "小节\n乙文。"],
    ["a last line", "甲文。\n小节"],
    ["a line that ends in a mark", "甲文。\n小节：\n乙文。"],
    ["a line that ends in a half-width mark", "甲文。\n小节?\n乙文。"],
    ["a long line", `甲文。\n${"长".repeat(21)}\n乙文。`],
    ["a line before a display", "甲文。\n即\n$$a$$"],
    ["a line with a display", "甲文。\n即$$a$$\n乙文。"],
    ["a line without a letter", "甲文。\n———\n乙文。"],
  ])("are not %s", (_name, body) => {
    expect(text(body)).not.toContain("## ");
    expect(notes(body)).toEqual([]);
  });

  it("are not in a list of short lines", () => {
    expect(text("甲文。\n其一\n其二\n乙文。")).toBe("甲文。\n\n其一\n\n其二\n\n乙文。\n");
  });

  it("are noted, as are lines that may be one", () => {
    expect(notes("甲文。\n小节\n乙文。\n其一\n其二\n丙文。")).toEqual([
      "11 unsure: “小节” is written as a heading",
      "13 unsure: “其一” may be a heading; written as a paragraph",
      "14 unsure: “其二” may be a heading; written as a paragraph",
    ]);
  });
});

describe("formulas", () => {
  it("are kept as they are", () => {
    const body =
      "设$a_1*b_1*c<d$，\\eqref{eq:a_b}\n\\begin{align}\n# a_1 &= *b*\\\\\n> c_2\n\\end{align}\n则$$\\{x_1\\}$$。";
    expect(text(body)).toContain(body.split("\n").slice(0, 5).join("\n"));
    expect(text(body)).toContain("$$\\{x_1\\}$$");
  });

  it("that are cut off are closed and noted", () => {
    expect(text("甲文。\n设$\\frac{1}{2……")).toBe("甲文。\n\n设$\\frac{1}{2}$……\n");
    expect(notes("甲文。\n设$\\frac{1}{2……")).toEqual(["11 the text ends inside a formula; closed with “}$”"]);
  });

  it("that are none are shown as dollars and noted", () => {
    expect(text("从$5涨到$10。")).toBe("从\\$5涨到\\$10。\n");
    expect(notes("甲文。\n共$5块。")).toEqual(["11 unsure: a “$” without a partner; written as a dollar sign"]);
  });
});

describe("markup in the text is shown", () => {
  it.each([
    ["2*3*4 与 a_b_c、`x`、~y~", "2\\*3\\*4 与 a\\_b\\_c、\\`x\\`、\\~y\\~"],
    ["# 甲", "\\# 甲"],
    ["> 甲", "\\> 甲"],
    ["- 甲", "\\- 甲"],
    ["+ 甲", "\\+ 甲"],
    ["-甲", "-甲"],
    ["1. 甲", "1\\. 甲"],
    ["12) 甲", "12\\) 甲"],
    ["1.5 倍", "1.5 倍"],
    ["---", "\\---"],
    ["===", "\\==="],
    ["=甲", "=甲"],
    ["[甲](乙)", "\\[甲](乙)"],
    ["[甲]: 乙", "\\[甲]: 乙"],
    ["甲[^1]", "甲\\[^1]"],
    ["区间 [0,1]", "区间 [0,1]"],
    ["<b>甲</b> 与 a < b<c", "\\<b>甲\\</b> 与 a < b\\<c"],
    ["&lt; &#60; & 甲", "\\&lt; \\&#60; & 甲"],
    ["\\{ \\\\ \\$ \\alpha 甲\\", "\\\\{ \\\\\\ \\$ \\alpha 甲\\\\"],
    ["见 https://example.org/a_b。", "见 <https://example.org/a_b>。"],
    ["见 www.example.org，http://算。", "见 www\\.example.org，http\\://算。"],
  ])("%j as %j", (line, expected) => {
    expect(text(line)).toBe(`${expected}\n`);
  });

  it("for any line without formulas, as Markdown reads it", () => {
    const unit = fc.constantFrom(
      ...Array.from("甲乙a1 \t　.,。#>-+=*_`~[]()!<>/&;\\|:'\"^{}"),
      "www.",
      "@c.co",
      "&amp;",
      "http://",
      "https://a.b/",
      "**",
      "__",
      "~~",
      "1.",
    );
    const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly);
    fc.assert(
      fc.property(fc.array(fc.string({ unit, minLength: 1, maxLength: 12 }), { maxLength: 4 }), (lines) => {
        const shown = markdown.parse(text(lines.join("\n"))).children;
        const expected = lines.map((line) => line.replace(/^[ \t]+/, "").trimEnd()).filter((line) => line !== "");
        expect(shown.map((block) => toString(block))).toEqual(expected);
        expect(shown.every(({ type }) => type === "paragraph" || type === "heading")).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

it("finds all characters of any body in its Markdown", () => {
  const unit = fc.constantFrom(
    ...Array.from("甲乙a1 \n。#*_[]\\{}$"),
    "$$",
    "\\begin{align}",
    "\\end{align}",
    "\\left(",
    "……",
    "\\eqref{a_b}",
    "小节\n",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (body) => {
      const { characters, markdown } = layOutPost(post(body));
      expect(characters.found).toBe(characters.body);
      expect(characters.markdown).toBeGreaterThanOrEqual(characters.body);
      expect(layOutPost(post(body)).markdown).toBe(markdown);
    }),
    { numRuns: 200 },
  );
});
