import { describe, expect, it } from "vitest";
import { builtSite } from "../support/built-site.ts";
import { linksIn } from "../support/html.ts";

/** Links of class `title` on the page of a post, as `text → address`. */
function titleLinks(html: string): readonly string[] {
  const body = html.slice(html.indexOf('<div class="prose">'), html.indexOf('class="endmark"'));
  return linksIn(body.replace(/<a (?!class="title")[^>]*>/g, "")).map((link) =>
    link.replace(/^[^→]*?(《.*》) →/su, "$1 →"),
  );
}

const posts = (text: string, others: Readonly<Record<string, string>> = { b: "旋转与复数" }) =>
  builtSite({
    a: ["title: 本文", text],
    ...Object.fromEntries(Object.entries(others).map(([id, title]) => [id, [`title: '${title}'`, "文"] as const])),
  });

describe("a title in 《》", () => {
  it.each([
    ["见《旋转与复数》。", "旋转与复数", ["《旋转与复数》 → /archives/b/"]],
    ["见《 旋转与 复数 》。", "旋转与复数", ["《 旋转与 复数 》 → /archives/b/"]],
    ["见《圆(三): 「方」》。", "圆（三）：“方”", ["《圆(三): 「方」》 → /archives/b/"]],
    ["# 关于《旋转与复数》\n\n文", "旋转与复数", ["《旋转与复数》 → /archives/b/"]],
    [
      "- 见**《旋转与复数》**\n\n|《旋转与复数》|\n|-|\n|文|",
      "旋转与复数",
      ["《旋转与复数》 → /archives/b/", "《旋转与复数》 → /archives/b/"],
    ],
    ["《甲《旋转与复数》", "旋转与复数", ["《旋转与复数》 → /archives/b/"]],
  ])("leads to the post of that title: %s", async (text, title, links) => {
    const { file } = await posts(text, { b: title });
    expect(titleLinks(file("archives/a/index.html"))).toEqual(links);
  });

  it("has no place where the author's tags are no HTML, and is none around other markup", async () => {
    const { file } = await posts("<div><x-《旋转与复数》></div>\n\n《<span>旋转与复数</span>》");
    expect(titleLinks(file("archives/a/index.html"))).toEqual(["《旋转与复数》 → /archives/b/"]);
  });

  it("may hold a formula", async () => {
    const { file } = await posts("见《为什么是 $\\sqrt{d}$？》。", { b: "为什么是$\\sqrt{d}$？" });
    expect(file("archives/a/index.html")).toMatch(
      /<a class="title" href="\/archives\/b\/">《为什么是<span class="nb"><span class="m[^]*?katex[^]*?》<\/span><\/a>。/,
    );
  });

  it.each([
    ["inside a link", "[见《旋转与复数》](https://example.com/)"],
    ["inside code", "`《旋转与复数》`\n\n```\n《旋转与复数》\n```"],
    ["inside a formula", "$\\text{《旋转与复数》}$"],
    ["with markup in it", "《旋转*与*复数》"],
    ["of the post itself", "《本文》"],
    ["that is no post's", "《论语》《》《 》"],
    ["without an end", "《旋转与复数"],
    ["that is too long", `《${"旋".repeat(201)}》`],
  ])("is left alone %s", async (_name, text) => {
    const { file, remarks } = await posts(text);
    expect(titleLinks(file("archives/a/index.html"))).toEqual([]);
    expect(file("archives/a/index.html")).not.toContain("x-title");
    expect(remarks.filter((remark) => remark.includes("link/"))).toEqual([]);
  });

  it("stays a text in the table of contents", async () => {
    const { file } = await posts("## 关于《旋转与复数》\n\n文");
    expect(file("archives/a/index.html")).toContain(
      '<li><a href="#%E5%85%B3%E4%BA%8E%E3%80%8A%E6%97%8B%E8%BD%AC%E4%B8%8E%E5%A4%8D%E6%95%B0%E3%80%8B"><span>关于《旋转与复数》</span></a>',
    );
  });

  it("is reported if several posts have it, once a post", async () => {
    const { file, diagnostics } = await posts("见《旋转》。\n\n又见《旋 转》。", { b: "旋转", c: "旋转" });
    expect(titleLinks(file("archives/a/index.html"))).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: "link/ambiguous-title",
        severity: "warning",
        file: "posts/a.md",
        span: { start: { line: 6, column: 2 }, end: { line: 6, column: 6 } },
        related: [{ file: "posts/b.md" }, { file: "posts/c.md" }],
      },
    ]);
  });

  it("is not reported if one of these posts is the post itself", async () => {
    const { diagnostics } = await posts("《本文》", { b: "本文" });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["《旋转与複数》", "旋转与复数", "旋转与复数"],
    ["《圆的漫谈（三）》", "圆的漫谈（三）：割圆的术", "圆的漫谈（三）：割圆的术"],
    ["《割圆的术》", "圆的漫谈（三）：割圆的术", "圆的漫谈（三）：割圆的术"],
  ])("%s is reported as near to “%s”", async (text, title, candidate) => {
    const { remarks } = await posts(`见${text}。`, { b: title });
    expect(remarks).toEqual([
      `a.md: link/near-title no post is called “${text.slice(1, -1)}” → did you mean 《${candidate}》?`,
    ]);
  });

  it.each(["《旋转》", "《旋转与复变函数》", "《完全不同的书》"])("%s is not near to “旋转与复数”", async (text) => {
    const { remarks } = await posts(`见${text}。`);
    expect(remarks).toEqual([]);
  });

  it("has its place in the file, also behind others on its line and in raw HTML", async () => {
    const { diagnostics } = await posts("《论语》与《旋转与複数》\n\n<div>《旋转和复数》</div>");
    expect(diagnostics.map(({ span }) => [span?.start.line, span?.start.column])).toEqual([
      [6, 6],
      [8, 6],
    ]);
  });
});
