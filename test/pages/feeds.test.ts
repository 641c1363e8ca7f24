import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { builtSite } from "../support/built-site.ts";
import { elements, textsOf } from "../support/html.ts";

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** A tree of a document; throws if it is not well-formed. */
function parseXml(document: string): Node {
  const root: Node = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Node = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("text", (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(document).close();
  return root;
}

function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

const texts = (node: Node, name: string) => all(node, name).map(({ text }) => text);

const site = () =>
  builtSite(
    {
      1: [
        "title: 圆（一）：<甲> & 乙\ndate: 2020-01-01\ntags: [几何, A&B]",
        "## 节\n\n设$x<y$，见[注](#节)与[二](/archives/2/)。\n\n\\begin{equation}a\\label{eq:a}\\end{equation}\n\n![图](/a.png)",
      ],
      2: [
        "title: 圆（二）\ndate: 2020-02-01 09:05\nupdated: 2021-03-01\ntags: [几何]\nauthor: [李四, 王五]",
        '由\\eqref{1#eq:a}，\\u0008与$$b=\\eqref{1#eq:a}$$\n\n<span class="math-inline">c</span>',
      ],
      3: ["title: 其三\ndate: 1999-12-31", "文"],
      4: ["title: 无日\ndate: ''", "文"],
    },
    { description: "几何与“代数”", base: "/blog/" },
  );

describe("the feeds of a site", () => {
  it("hold what Atom requires", async () => {
    const feed = parseXml((await site()).file("atom.xml"));
    expect(
      all(feed, "link")
        .slice(0, 2)
        .map(({ attributes }) => attributes),
    ).toEqual([
      { rel: "self", type: "application/atom+xml", href: "https://example.org/blog/atom.xml" },
      { rel: "alternate", type: "text/html", href: "https://example.org/blog/" },
    ]);
    expect(texts(feed, "id")).toEqual([
      "https://example.org/blog/",
      "https://example.org/blog/archives/2/",
      "https://example.org/blog/archives/1/",
      "https://example.org/blog/archives/3/",
    ]);
    expect(texts(feed, "title")).toEqual(["示例站", "圆（二）", "圆（一）：<甲> & 乙", "其三"]);
    expect(texts(feed, "updated").slice(0, 3)).toEqual([
      "2021-03-01T00:00:00+08:00",
      "2021-03-01T00:00:00+08:00",
      "2020-01-01T00:00:00+08:00",
    ]);
    expect(texts(feed, "published")[0]).toBe("2020-02-01T09:05:00+08:00");
    expect(texts(feed, "name")).toEqual(["张三", "李四", "王五", "张三", "张三"]);
    expect(all(feed, "category").map(({ attributes }) => attributes["term"])).toEqual(["几何", "几何", "A&B"]);
    expect(texts(feed, "summary").every((text) => text !== "")).toBe(true);
    expect(all(feed, "feed")[0]?.attributes["xml:lang"]).toBe("zh-CN");
  });

  it("hold what RSS 2.0 requires", async () => {
    const feed = parseXml((await site()).file("rss.xml"));
    expect(texts(feed, "title")[0]).toBe("示例站");
    expect(texts(feed, "description")[0]).toBe("几何与“代数”");
    expect(all(feed, "atom:link")[0]?.attributes["href"]).toBe("https://example.org/blog/rss.xml");
    expect(texts(feed, "pubDate")[0]).toBe("Sat, 01 Feb 2020 01:05:00 GMT");
    expect(texts(feed, "lastBuildDate")).toEqual(["Sun, 28 Feb 2021 16:00:00 GMT"]);
    expect(all(feed, "guid")[0]).toMatchObject({
      attributes: { isPermaLink: "true" },
      text: "https://example.org/blog/archives/2/",
    });
    expect(texts(feed, "content:encoded")).toEqual(texts(parseXml((await site()).file("atom.xml")), "content"));
  });

  it("hold what JSON Feed 1.1 requires", async () => {
    const feed = JSON.parse((await site()).file("feed.json")) as { readonly items: readonly object[] };
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      title: "示例站",
      home_page_url: "https://example.org/blog/",
      feed_url: "https://example.org/blog/feed.json",
      language: "zh-CN",
      authors: [{ name: "张三" }],
    });
    expect(feed.items[0]).toMatchObject({
      id: "https://example.org/blog/archives/2/",
      title: "圆（二）",
      date_published: "2020-02-01T09:05:00+08:00",
      date_modified: "2021-03-01T00:00:00+08:00",
      tags: ["几何"],
    });
  });

  it("show every formula once, as MathML, and have absolute addresses", async () => {
    const [second = "", first = ""] = texts(parseXml((await site()).file("atom.xml")), "content");
    for (const html of [first, second]) {
      expect(html).not.toMatch(/katex|annotation|x-formula|x-ref|x-title|x-number/);
      const links = elements(html, ({ properties }) => "href" in properties || "src" in properties);
      for (const { properties } of links)
        expect(properties["href"] ?? properties["src"]).toMatch(/^https:\/\/example\.org\//);
    }
    expect(elements(first, ({ tagName }) => tagName === "math").map(({ properties }) => properties["alttext"])).toEqual(
      ["x<y", "\\begin{equation}a\\label{eq:a}\\end{equation}"],
    );
    expect(textsOf(first, "p")[0]).toBe("设x<y，见注与二。");
    expect(elements(second, ({ tagName }) => tagName === "math")).toHaveLength(2);
    expect(textsOf(second, "p")[0]).toContain("由(1)");
  });

  it("have no characters that XML forbids, and nothing that could end their markup", async () => {
    const title = '"甲\\u0008\\uFFFE]]><b>乙\\uD83D\\uDE00"';
    const { file } = await builtSite({ 1: [`title: ${title}`, "文\u0008字\uFFFE ]]> <b>&amp;</b> \uD83D\uDE00"] });
    for (const [path, content] of [
      ["atom.xml", "content"],
      ["rss.xml", "content:encoded"],
    ] as const) {
      const feed = parseXml(file(path));
      expect(texts(feed, "title")).toEqual(["示例站", "甲]]><b>乙😀"]);
      expect(texts(feed, content)).toEqual(["<p>文字 ]]> <b>&#x26;</b> 😀</p>"]);
    }
  });

  it("have every identifier of a text once, and a summary for a post without text", async () => {
    const { file } = await builtSite({
      1: ["title: 甲", "## 节\n\n## 节\n\n文[^1]，又[^1]。\n\n$$a\\tag{1}$$\n\n[^1]: 注。"],
      2: ["title: 空", ""],
    });
    const feed = parseXml(file("atom.xml"));
    for (const html of texts(feed, "content")) {
      const ids = elements(html, ({ properties }) => "id" in properties).map(({ properties }) => properties["id"]);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(texts(feed, "summary")).toContain("空");
  });

  it("are made for each series and each tag, and named in the head of their page", async () => {
    const { file, files } = await site();
    const feeds = [...files.keys()].filter((path) => path.endsWith("atom.xml"));
    expect(feeds).toEqual(["atom.xml", "series/圆/atom.xml", "tags/几何/atom.xml", "tags/a-b/atom.xml"]);
    expect(texts(parseXml(file("series/圆/atom.xml")), "title")[0]).toBe("圆 - 示例站");
    const links = elements(
      file("tags/几何/index.html"),
      ({ tagName, properties }) => tagName === "link" && String(properties["rel"]) === "alternate",
    );
    expect(links.map(({ properties }) => decodeURI(String(properties["href"])))).toEqual([
      "/blog/tags/几何/atom.xml",
      "/blog/tags/几何/rss.xml",
      "/blog/tags/几何/feed.json",
      "/blog/atom.xml",
      "/blog/rss.xml",
      "/blog/feed.json",
    ]);
  });

  it("have the newest posts only", async () => {
    const posts = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [
        `p${index}`,
        [`title: 第${index}\ndate: 2020-01-0${index + 1}\ntags: [数]`, "文"] as const,
      ]),
    );
    const { file } = await builtSite(posts, { feeds: { limit: 3, tagLimit: 1 } });
    expect(texts(parseXml(file("atom.xml")), "title").slice(1)).toEqual(["第6", "第5", "第4"]);
    expect(texts(parseXml(file("tags/数/rss.xml")), "title").slice(1)).toEqual(["第6"]);
  });

  it("are not made without the address of the site, which is a remark", async () => {
    const { files, remarks } = await builtSite({ 1: ["title: 甲", "文"] }, { baseUrl: "" });
    expect([...files.keys()].filter((path) => /atom|rss|feed\.json|sitemap/.test(path))).toEqual([]);
    expect(remarks).toEqual([
      "1.md: site/no-base-url the site has no baseUrl, so there are no feeds and no sitemap → set baseUrl in site.config.ts",
    ]);
  });
});

describe("files about the site", () => {
  it("list its pages with the day of their newest change", async () => {
    const { file } = await site();
    const urls = all(parseXml(file("sitemap.xml")), "url").map((url) =>
      [texts(url, "loc")[0]?.slice("https://example.org/blog".length + 1), ...texts(url, "lastmod")]
        .map((text) => decodeURI(text ?? ""))
        .join(" "),
    );
    expect(urls).toEqual([
      " 2021-03-01",
      "archives/2/ 2021-03-01",
      "archives/1/ 2020-01-01",
      "archives/3/ 1999-12-31",
      "archives/4/",
      "archives/ 2021-03-01",
      "series/ 2021-03-01",
      "series/圆/ 2021-03-01",
      "tags/ 2021-03-01",
      "tags/几何/ 2021-03-01",
      "tags/a-b/ 2020-01-01",
      "categories/ 2021-03-01",
      "readers/ 2021-03-01",
      "graph/ 2021-03-01",
    ]);
  });

  it("let robots in, and describe the site for devices and language models", async () => {
    const { file } = await site();
    expect(file("robots.txt")).toBe("User-agent: *\nAllow: /\n\nSitemap: https://example.org/blog/sitemap.xml\n");
    expect(JSON.parse(file("site.webmanifest"))).toEqual({
      name: "示例站",
      short_name: "示例站",
      description: "几何与“代数”",
      lang: "zh-CN",
      start_url: "/blog/",
      scope: "/blog/",
      display: "minimal-ui",
    });
  });

  it("list the posts for language models, series by series", async () => {
    const posts = {
      1: ["title: 圆（一）：[甲]", "第一。"],
      2: ["title: 圆（二）", ""],
      3: ["title: 其三", "文。"],
    } as const;
    const { file } = await builtSite(posts, { description: "几何与“代数”" });
    expect(file("llms.txt")).toBe(`# 示例站

> 几何与“代数”

## 圆

- [圆（一）：\\[甲\\]](https://example.org/archives/1/index.md): 第一。
- [圆（二）](https://example.org/archives/2/index.md)

## 其他文章

- [其三](https://example.org/archives/3/index.md): 文。
`);
    const plain = await builtSite({ 3: ["title: 其三", "文。"] }, { language: "en", baseUrl: "" });
    expect(plain.file("llms.txt")).toBe("# 示例站\n\n## Other posts\n\n- [其三](/archives/3/index.md): 文。\n");
  });

  it("have each post as Markdown", async () => {
    const { file } = await builtSite({
      1: [
        "title: '为什么$x$：\"引\"'\ndate: 2020-01-01\nupdated: 2020-01-02\ntags: [甲]\nlicense: CC0",
        "## 节\n\n设 $x$。",
      ],
    });
    expect(file("archives/1/index.md")).toBe(`---
title: "为什么x：\\"引\\""
author: ["张三"]
date: "2020-01-01"
updated: "2020-01-02"
tags: ["甲"]
license: "CC0"
url: "https://example.org/archives/1/"
---

## 节

设 $x$。
`);
  });
});
