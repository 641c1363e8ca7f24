import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Citable, TitlePiece } from "../../../src/model/citation.ts";
import { bibtex } from "../../../src/text/citation/bibtex.ts";
import { cslJson } from "../../../src/text/citation/csl-json.ts";
import { gbt7714 } from "../../../src/text/citation/gbt7714.ts";
import { citationLine } from "../../../src/text/citation/line.ts";
import { ris } from "../../../src/text/citation/ris.ts";

const post: Citable = {
  kind: "post",
  key: "example-42",
  title: "旋转与复数：从 LoRA 谈起",
  titlePieces: [{ kind: "text", value: "旋转与复数：从 LoRA 谈起" }],
  authors: ["张三"],
  day: "2020-07-04",
  site: "示例站",
  url: "https://example.org/archives/42/",
  language: "zh-CN",
};

const titled = (title: string): Citable => ({ ...post, title, titlePieces: [{ kind: "text", value: title }] });
const { day: _day, ...undated } = post;

plugins.config.get("@bibtex").parse.sentenceCase = "never";

/** The title that a BibTeX parser reads, without the marks of case that it keeps as spans. */
function readTitle(entry: string): string {
  const [item] = new Cite(entry).data as readonly { readonly title: string }[];
  return String(item?.title).replace(/<\/?span[^>]*>/g, "");
}

describe("the line that readers paste", () => {
  it.each([
    [
      post,
      "张三. (Jul. 04, 2020). 《旋转与复数：从 LoRA 谈起》[Blog post]. Retrieved from https://example.org/archives/42/",
    ],
    [
      { ...post, day: "2021-05-30", authors: ["张三", "李四"] },
      "张三, 李四. (May. 30, 2021). 《旋转与复数：从 LoRA 谈起》[Blog post]. Retrieved from https://example.org/archives/42/",
    ],
    [undated, "张三. 《旋转与复数：从 LoRA 谈起》[Blog post]. Retrieved from https://example.org/archives/42/"],
    [
      { ...undated, authors: [], kind: "series", title: "复数漫谈" } as const,
      "《复数漫谈》[Blog series]. Retrieved from https://example.org/archives/42/",
    ],
  ])("%#", (citable, line) => {
    expect(citationLine(citable)).toBe(line);
  });
});

describe("GB/T 7714", () => {
  it.each([
    [
      post,
      "2025",
      "张三. 旋转与复数：从 LoRA 谈起[EB/OL]. （2020-07-04）[引用日期]. https://example.org/archives/42/.",
    ],
    [post, "2015", "张三. 旋转与复数：从 LoRA 谈起[EB/OL]. (2020-07-04)[引用日期]. https://example.org/archives/42/."],
    [undated, "2025", "张三. 旋转与复数：从 LoRA 谈起[EB/OL]. [引用日期]. https://example.org/archives/42/."],
    [
      { ...post, authors: [] },
      "2015",
      "旋转与复数：从 LoRA 谈起[EB/OL]. (2020-07-04)[引用日期]. https://example.org/archives/42/.",
    ],
  ] as const)("%#", (citable, edition, text) => {
    expect(gbt7714(citable, edition)).toBe(text);
  });
});

describe("CSL-JSON", () => {
  it("is an array of one item", () => {
    expect(JSON.parse(cslJson(post))).toEqual([
      {
        type: "post-weblog",
        id: "example-42",
        title: "旋转与复数：从 LoRA 谈起",
        author: [{ literal: "张三" }],
        "container-title": "示例站",
        issued: { "date-parts": [[2020, 7, 4]] },
        URL: "https://example.org/archives/42/",
        language: "zh-CN",
      },
    ]);
  });

  it("leaves out what is not known", () => {
    const [item] = JSON.parse(cslJson({ ...undated, kind: "series", authors: [] })) as readonly object[];
    expect(Object.keys(item ?? {})).toEqual(["type", "id", "title", "container-title", "URL", "language"]);
  });
});

describe("RIS", () => {
  it("has one tag a line", () => {
    expect(ris({ ...post, authors: ["张三", "李四"] }).split("\r\n")).toEqual([
      "TY  - BLOG",
      "TI  - 旋转与复数：从 LoRA 谈起",
      "AU  - 张三",
      "AU  - 李四",
      "DA  - 2020/07/04/",
      "PY  - 2020",
      "T2  - 示例站",
      "UR  - https://example.org/archives/42/",
      "LA  - zh-CN",
      "ER  - ",
      "",
    ]);
  });

  it("keeps values on one line, without a date if there is none", () => {
    const text = ris({ ...undated, kind: "series", title: "甲\nER  - \r\n乙" });
    expect(text).toContain("TI  - 甲 ER  -  乙\r\n");
    expect(text).not.toMatch(/^(?:DA|PY)/m);
    expect(text.startsWith("TY  - ELEC\r\n")).toBe(true);
  });
});

describe("BibTeX", () => {
  it("is an entry of BibLaTeX", () => {
    expect(bibtex(post)).toBe(`@online{example-42,
  title = {旋转与复数：从 {LoRA} 谈起},
  author = {张三},
  year = {2020},
  month = {Jul},
  date = {2020-07-04},
  url = {https://example.org/archives/42/},
}
`);
  });

  it.each<readonly [readonly TitlePiece[], string]>([
    [
      [{ kind: "text", value: "100% 的 a_b & #1 {x} ~ ^ \\" }],
      "100\\% 的 a\\_b \\& \\#1 \\{x\\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{}",
    ],
    [[{ kind: "text", value: "iPhone 与 T5-v1.1、it’s" }], "{iPhone} 与 {T5-v1}.1、it’s"],
    [
      [
        { kind: "text", value: "为什么是" },
        { kind: "math", value: "\\sqrt{d_k}" },
        { kind: "text", value: "？" },
      ],
      "为什么是$\\sqrt{d_k}$？",
    ],
    [[{ kind: "math", value: "\\{a" }], "\\textbackslash{}\\{a"],
    [[{ kind: "math", value: "}a{" }], "\\}a\\{"],
  ])("escapes what TeX would read: %#", (titlePieces, title) => {
    expect(bibtex({ ...post, titlePieces })).toContain(`  title = {${title}},\n`);
  });

  it("keeps names that hold a comma or “and” together", () => {
    expect(bibtex({ ...post, authors: ["张三", "Smith, A.", "Rock and Roll"] })).toContain(
      "  author = {张三 and {Smith, A.} and {Rock and Roll}},\n",
    );
  });

  it("leaves out what is not known, and characters that would end the key or the address", () => {
    expect(bibtex({ ...undated, authors: [], key: "甲,{1}", url: "https://example.org/a b{c}\\" })).toBe(
      "@online{甲--1-,\n  title = {旋转与复数：从 {LoRA} 谈起},\n  url = {https://example.org/a%20b%7Bc%7D%5C},\n}\n",
    );
  });

  it.each(["$ _ % { }", "“引号”与‘单引号’", "🎲 概率", "</script><b>", "a\\b ~c^", "100% & #3", "LoRA+ 的 GLM"])(
    "a parser reads the title %s as it was written",
    (title) => {
      expect(readTitle(bibtex(titled(title)))).toBe(title);
    },
  );

  it("any title on one line survives a parser", () => {
    const words = fc.array(
      fc.constantFrom("甲", "乙", "LoRA", "x", "$", "_", "%", "{", "}", "“", "”", "&", "#", "😀", "1"),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const title = parts.join(" ");
        expect(readTitle(bibtex(titled(title)))).toBe(title);
      }),
    );
  });
});
