import { describe, expect, it } from "vitest";
import { parseText } from "../parse-post.ts";

function metaOf(matter: string, path = "posts/2024/a.md") {
  const { value, diagnostics } = parseText(`---\n${matter}\n---\n\n正文`, { path, config: { author: "站主" } });
  return { meta: value?.meta, codes: diagnostics.map(({ code }) => code) };
}

describe("front matter", () => {
  it("with every key is read as it is meant", () => {
    const { meta, codes } = metaOf(
      [
        "id: 42",
        "title: 题",
        "author: [甲, 乙]",
        "date: 2024-03-29 09:30",
        "updated: 2024-04-01",
        "category: [几何, 代数]",
        "tags: 圆, 方，角, 圆",
        "readers: '51,976'",
        "readersAsOf: 2024-12-31",
        "series: 漫谈",
        "part: 3",
        "summary: 摘要",
        "draft: true",
        "aliases: /old.html",
        "macros: {'\\R': '\\mathbb{R}'}",
        "equations: {start: 12}",
        "original: {title: 原题, url: https://example.org/}",
        "license: CC0",
        "layout: post",
        "12: x",
        "ids: short",
      ].join("\n"),
    );
    expect(codes).toEqual([]);
    expect(meta).toEqual({
      id: "42",
      title: "题",
      author: "甲、乙",
      date: { day: "2024-03-29", time: "09:30", instant: "2024-03-29T09:30:00+08:00" },
      updated: { day: "2024-04-01", instant: "2024-04-01T00:00:00+08:00" },
      category: "几何",
      tags: ["圆", "方", "角"],
      readers: 51_976,
      readersAsOf: "2024-12-31",
      series: { name: "漫谈", part: 3 },
      summary: "摘要",
      draft: true,
      aliases: ["/old.html"],
      macros: { "\\R": "\\mathbb{R}" },
      equations: { start: 12 },
      original: { title: "原题", url: "https://example.org/" },
      license: "CC0",
      extra: { "12": "x", layout: "post", ids: "short" },
    });
  });

  it("without a key takes what the site and the file say", () => {
    const { meta, codes } = metaOf("title: 题\ndate: 2024-03-29\ncategory: 几何\ntags:\nsummary:\naliases: [/a/, /b/]");
    expect(meta).toMatchObject({
      id: "a",
      author: "站主",
      tags: [],
      draft: false,
      category: "几何",
      aliases: ["/a/", "/b/"],
    });
    expect(meta).not.toHaveProperty("summary");
    expect(codes).toEqual([]);
  });

  it.each([
    ["posts/2024/07/2020-07-04-旋转.md", "旋转", "2020-07-04"],
    ["posts/复数/旋转.md", "复数-旋转", undefined],
    ["posts/复数/index.md", "复数", undefined],
    ["posts/2024/_index.md", "index", undefined],
    ["旋转.markdown", "旋转", undefined],
  ])("of %s: identity %s and day %s come from the path", (path, id, day) => {
    const { meta } = metaOf("title: 题", path);
    expect(meta?.id).toBe(id);
    expect(meta?.date?.day).toBe(day);
  });

  it.each([
    ["# 题\n\n文", "题", false],
    ["## 题\n\n文", "题", false],
    ["文\n\n# 题 #\n\n文", "题", false],
    ["文\n\n## 节", "a", true],
    ["```\n# 码\n```\n\n# 题", "题", false],
    ["#\n\n文", "a", true],
    ["文", "a", true],
  ])("without a title: %j is called %s", (body, title, fromName) => {
    const { value } = parseText(`---\ndate: 2024-03-29\n---\n${body}`);
    expect(value?.meta.title).toBe(title);
    expect(value?.body.includes("题")).toBe(false);
    expect(fromName).toBe(title === "a");
  });

  it.each(["---\n---\n文", "---\n# 只有注\n---\n文", "---\n\n---\n文"])("may be empty: %j", (text) => {
    expect(parseText(text).diagnostics.map(({ code }) => code)).not.toContain("front-matter/syntax");
  });

  it("is no front matter behind a rule of four dashes", () => {
    expect(parseText("----\ntitle: 题\n---\n文").value?.meta.title).not.toBe("题");
  });

  it("points at the key and its value, whatever the value is", () => {
    const { diagnostics } = parseText(
      "---\ntitle: 题\ndate: 2024-01-01\ndraft:\n  - a\n  - b\n? part\nreaders: &x 多\n---\n文",
    );
    expect(diagnostics.map(({ span }) => [span?.start.line, span?.start.column, span?.end.line])).toEqual([
      [4, 1, 7],
      [8, 1, 8],
    ]);
  });
});
