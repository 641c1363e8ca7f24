import type { Element } from "hast";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { elements } from "../support/html.ts";
import { buildSite, post } from "../support/site.ts";

const dated = (id: string, day: string, more = "") => `id: ${id}\ntitle: ${id}\ndate: ${day}\n${more}`;

/** Titles on a list page, in order. */
function titles(html = ""): readonly string[] {
  return Array.from(html.matchAll(/<h2><a href="[^"]*"><span>([^<]*)/g), ([, title = ""]) => title);
}

/** The text of an element without that of its formulas. */
function textWithoutFormulas(element: Element): string {
  visit(element, "element", (node) => {
    if (String(node.properties["className"]) === "katex") node.children = [];
  });
  return toString(element);
}

it("the text of a page is that of its source, sign for sign, but for blanks beside formulas", async () => {
  const paragraphs = [
    "他说：“《论语》（一）”。（二）——甲、乙……A与B，Rust 2024版（mixed English与 Chinese）。",
    "令 $x$ 为数，则$x+1$ 、$y$也是；“$z$”不是。",
  ];
  const { files } = await buildSite(post("posts/a.md", "id: a\ntitle: 甲\ndate: 2020-01-01", paragraphs.join("\n\n")));
  const [prose] = elements(
    files.get("archives/a/index.html") ?? "",
    ({ properties }) => String(properties["className"]) === "prose",
  );
  const shown = (prose?.children ?? []).flatMap((one) => (one.type === "element" ? [textWithoutFormulas(one)] : []));
  expect(shown).toEqual(paragraphs.map((text) => text.replace(/ ?\$[^$]+\$ ?/g, "")));
});

/** The text of a post on its page, from the first paragraph to the last. */
async function textWith(formula: string): Promise<string> {
  const body = `前文，$a+b$。\n\n中间$${formula}$之后。\n\n\\begin{equation}c=d\\end{equation}`;
  const { files } = await buildSite(post("posts/a.md", "id: a\ntitle: 甲\ndate: 2020-01-01", body));
  return /<div class="prose">[^]*?<\/div>\n?<\/div>/.exec(files.get("archives/a/index.html") ?? "")?.[0] ?? "";
}

it("a formula that fails shows its source in a box, and nothing else of the page is another", async () => {
  const [good, bad] = [await textWith("x"), await textWith("x^2^3 <b>")];
  const box = /<code class="math-error"[^>]*>[^]*?<\/code>/;
  expect(box.exec(bad)?.[0]).toContain("x^2^3 &lt;b&gt;");
  const without = (html: string) => html.replace(/(中间)[^]*?(之后)/, "$1$2");
  expect(without(good)).toContain("c=d");
  expect(without(bad)).toBe(without(good));
});

describe("the reading time of a post", () => {
  const minutesOf = async (body: string) => {
    const { files } = await buildSite(post("posts/a.md", "id: a\ntitle: 甲\ndate: 2020-01-01", body));
    return Number(/约(\d+)分钟/.exec(files.get("index.html") ?? "")?.[1]);
  };

  it("of 2,000 hanzi is five minutes", async () => {
    expect(await minutesOf("文".repeat(2000))).toBe(5);
  });

  it("of 10,000 English words is the same with one hanzi among them", async () => {
    const words = "word ".repeat(5000);
    expect(await minutesOf(`${words}${words}`)).toBe(50);
    expect(await minutesOf(`${words}字 ${words}`)).toBe(50);
  });

  it("counts a formula in the line as nothing, however much markup it is", async () => {
    expect(await minutesOf(`${"文".repeat(2000)}${String.raw`$\frac{\sqrt{x^2+y^2}}{\sum_i z_i}$，`.repeat(50)}`)).toBe(
      5,
    );
  });
});

describe("posts", () => {
  it("stand newest first, those without a date last, ties by path", async () => {
    const { files } = await buildSite(
      post("posts/b.md", dated("乙", "2024-01-02")) +
        post("posts/a.md", dated("甲", "2024-01-02")) +
        post("posts/c.md", dated("丙", "2024-01-02 09:30")) +
        post("posts/d.md", "id: 丁\ntitle: 丁") +
        post("posts/e.md", dated("戊", "2023-12-31T23:30:00-05:00")),
    );
    expect(titles(files.get("index.html"))).toEqual(["丙", "甲", "乙", "戊", "丁"]);
  });

  it("that are drafts are published only when asked for, and marked", async () => {
    const content =
      post("posts/a.md", dated("甲", "2024-01-02")) + post("posts/b.md", dated("乙", "2024-01-03", "draft: true"));
    const published = await buildSite(content);
    expect(titles(published.files.get("index.html"))).toEqual(["甲"]);
    expect(published.files.has("archives/乙/index.html")).toBe(false);
    const previewed = await buildSite(content, { drafts: true });
    expect(titles(previewed.files.get("index.html"))).toEqual(["乙", "甲"]);
    expect(previewed.files.get("archives/乙/index.html")).toContain('<small class="draft">草稿</small>');
  });

  it("with one id: the older keeps it, the newer is left out and reported with both names", async () => {
    const { reported, diagnostics, files } = await buildSite(
      post("posts/new.md", "id: x\ntitle: 新\ndate: 2024-02-01") +
        post("posts/old.md", "id: x\ntitle: 旧\ndate: 2024-01-01"),
    );
    expect(reported).toEqual([
      "posts/new.md error site/duplicate-id: “x” is the id of posts/old.md too; this post is left out",
    ]);
    expect(diagnostics[0]?.related?.[0]?.file).toBe("posts/old.md");
    expect(files.get("archives/x/index.html")).toContain("<h1><span>旧</span>");
  });

  it("with one address: the error names both", async () => {
    const { reported } = await buildSite(
      post("posts/a.md", "id: a\ntitle: 甲\ndate: 2024-02-01") +
        post("posts/b.md", "id: b\ntitle: 甲！\ndate: 2024-01-01"),
      { config: { permalink: "/:slug/" } },
    );
    expect(reported).toEqual([
      "posts/b.md error site/duplicate-url: two pages have the address /甲/: the post posts/a.md and the post posts/b.md",
    ]);
  });

  it("whose address is that of a page of the site are reported", async () => {
    const { reported } = await buildSite(post("posts/a.md", "id: series\ntitle: 甲\ndate: 2024-02-01"), {
      config: { permalink: "/:id/" },
    });
    expect(reported).toEqual([
      "posts/a.md error site/duplicate-url: two pages have the address /series/: the post posts/a.md and the page series-index",
    ]);
  });

  it("are read from posts/ if there is such a folder, else from everywhere but data/", async () => {
    const inPosts = await buildSite(
      post("posts/a.md", dated("甲", "2024-01-02")) + post("notes/b.md", dated("乙", "2024-01-03")),
    );
    expect(titles(inPosts.files.get("index.html"))).toEqual(["甲"]);
    const anywhere = await buildSite(
      post("a.md", dated("甲", "2024-01-02")) +
        post("notes/b.md", dated("乙", "2024-01-03")) +
        post("data/c.md", dated("丙", "2024-01-04")),
    );
    expect(titles(anywhere.files.get("index.html"))).toEqual(["乙", "甲"]);
  });

  it("are found by addresses that follow the pattern of the site", async () => {
    const { files } = await buildSite(
      post("posts/a.md", "id: 7\ntitle: 割圆（一）\ndate: 2024-03-09") + post("posts/b.md", "id: 8\ntitle: 无日期"),
      { config: { permalink: "/:year/:month/:day/:slug.html" } },
    );
    expect([...files.keys()].filter((path) => path.endsWith(".html") && !path.endsWith("index.html"))).toEqual([
      "2024/03/09/割圆-一.html",
      "undated/00/00/无日期.html",
      "search/dialog.html",
      "404.html",
    ]);
  });

  it("that nest deeper than anybody reads are left out; the others are there", async () => {
    const { reported, files } = await buildSite(
      post("posts/a.md", dated("深", "2024-01-02"), "<div>".repeat(20_000)) +
        post("posts/b.md", dated("浅", "2024-01-01")),
    );
    expect(reported).toEqual([
      "posts/a.md error post/too-deep: quotes, lists or elements are nested too deeply; the post is left out",
    ]);
    expect(titles(files.get("index.html"))).toEqual(["浅"]);
  });

  it("an empty folder gives a site without posts and a warning", async () => {
    const { reported, files } = await buildSite("");
    expect(reported).toEqual([" warning site/no-posts: no Markdown file was found"]);
    expect(files.has("index.html")).toBe(true);
  });
});

describe("the home list", () => {
  it("is cut into pages that know each other", async () => {
    const content = Array.from({ length: 7 }, (_, i) =>
      post(`posts/${i}.md`, dated(`p${i}`, `2024-01-0${i + 1}`)),
    ).join("");
    const { files } = await buildSite(content, { config: { postsPerPage: 3 } });
    expect(titles(files.get("index.html"))).toEqual(["p6", "p5", "p4"]);
    expect(titles(files.get("page/2/index.html"))).toEqual(["p3", "p2", "p1"]);
    expect(titles(files.get("page/3/index.html"))).toEqual(["p0"]);
    expect(files.get("page/2/index.html")).toContain('<a class="far go" rel="next" href="/page/3/">');
    expect(files.get("page/3/index.html")).not.toContain('rel="next"');
    expect(files.get("page/2/index.html")).toContain("<title>第 2 页 - 算经</title>");
  });

  it("shows excerpts with their formulas set, and says if the post goes on", async () => {
    const { files } = await buildSite(
      post("posts/a.md", dated("甲", "2024-01-02"), "设$x>0$。\n\n$$y=x^2$$\n\n<!--more-->\n\n余下的。") +
        post("posts/b.md", dated("乙", "2024-01-01"), "只有一段。"),
    );
    const home = files.get("index.html") ?? "";
    expect(home).toContain('<annotation encoding="application/x-tex">y=x^2</annotation>');
    expect(home).not.toContain("余下的");
    expect(home).toMatch(/继续读，约1分钟<span class="sr">：甲/);
    expect(home).toMatch(/全文，约1分钟<span class="sr">：乙/);
  });
});

describe("a base path", () => {
  it("stands before every address of the site", async () => {
    const { files } = await buildSite(
      post(
        "posts/a.md",
        dated("甲", "2024-01-02", "tags: [圆]"),
        "见[乙](/archives/乙/#节)、[又](/blog/archives/乙/)、[页](/series/)、![图](/i/p.png)",
      ) + post("posts/b.md", dated("乙", "2024-01-01"), "## 节\n\n文"),
      { config: { base: "/blog/", baseUrl: "https://example.org" }, pictures: { "i/p.png": { width: 4, height: 3 } } },
    );
    const html = files.get("archives/甲/index.html") ?? "";
    const local = Array.from(html.matchAll(/ (?:href|src)="(\/[^"]*)"/g), ([, href = ""]) => href);
    expect(local.length).toBeGreaterThan(8);
    for (const href of local) expect(href).toMatch(/^\/blog\//);
    expect(html).toContain('href="/blog/archives/%E4%B9%99/#%E8%8A%82"');
    expect(html).toContain('src="/blog/i/p.png"');
    expect(html).toContain('<link rel="canonical" href="https://example.org/blog/archives/%E7%94%B2/"/>');
  });
});
