import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { buildSite, post } from "../support/site.ts";

const first = post(
  "posts/one.md",
  "id: 1\ntitle: 转动（一）：起点\ndate: 2020-01-01",
  String.raw`设 $x$[^甲]。

$$\begin{equation}a=b\label{eq:a}\end{equation}$$

$$\begin{align}a&=b\label{eq:b}\\&=c\label{eq:c}\end{align}$$

由 \eqref{eq:a} 与 \eqref{eq:c}，见[下一篇](two.md)和[别处](/archives/9/)。

![图](/images/fine.png)

![远图](https://elsewhere.example/far.png)

## 一节 $y^2$

[^甲]: 注里有 $z$。`,
);
const second = post(
  "posts/two.md",
  "id: 2\ntitle: 转动（二）：终点\ndate: 2020-02-01",
  String.raw`由 \eqref{1#eq:a} 和[那一节](one.md#一节-y^2)，见[外面](https://example.net/?a=1&b=2)。`,
);
const other = post("posts/nine.md", "id: 9\ntitle: 别的\ndate: 2020-03-01");
const content = first + second + other;
const options = { pictures: { "images/fine.png": { width: 4, height: 3 } }, books: { withComments: false } } as const;

async function bookOf(text: string) {
  const built = await buildSite(text, options);
  const packed = Buffer.from(String(built.files.get("books/转动.epub")), "latin1");
  const files = unzipSync(packed);
  return {
    ...built,
    packed,
    names: Object.keys(files),
    text: (name: string) => strFromU8(files[`book/${name}`] ?? new Uint8Array()),
  };
}

describe("a series as an EPUB", () => {
  it("begins with its type, stored, and holds every part once", async () => {
    const { packed, names } = await bookOf(content);
    expect(packed.subarray(30, 58).toString("latin1")).toBe("mimetypeapplication/epub+zip");
    expect(names.slice(0, 3)).toEqual(["mimetype", "META-INF/container.xml", "book/package.opf"]);
    expect(names.slice(3).map((name) => name.slice(5))).toEqual([
      "book.css",
      "cover.svg",
      "cover.xhtml",
      "title.xhtml",
      "nav.xhtml",
      "c1.xhtml",
      "c2.xhtml",
      "cite.xhtml",
      expect.stringMatching(/^pictures\/[0-9a-f]{16}\.png$/),
    ]);
  });

  it("is the same bytes for the same posts, in whatever order they come", async () => {
    const [one, two] = [await bookOf(content), await bookOf(other + second + first)];
    expect(two.packed.equals(one.packed)).toBe(true);
  });

  it("has formulas as MathML with their TeX, and single numbers beside them", async () => {
    const { text } = await bookOf(content);
    const page = text("c1.xhtml");
    expect(page).not.toContain("katex");
    expect(page.match(/<math /g)).toHaveLength(5);
    expect(page).toMatch(/<div class="eq numbered" id="eq:a">.*<\/math><\/span><span class="no">\(1\)<\/span><\/div>/);
    expect(page).toContain('alttext="x"');
    expect(page).toMatch(/<span id="eq:b"\s*\/>|<span id="eq:b"><\/span>/);
  });

  it("leads within the chapter, to the other one, and to the site for all else", async () => {
    const { text } = await bookOf(content);
    expect(text("c1.xhtml")).toContain('href="#eq%3Aa">(1)</a>');
    expect(text("c1.xhtml")).toContain('href="#eq%3Ac">(3)</a>');
    expect(text("c1.xhtml")).toContain('<a href="c2.xhtml">下一篇</a>');
    expect(text("c1.xhtml")).toContain('<a href="https://example.org/archives/9/">别处</a>');
    expect(text("c2.xhtml")).toContain('href="c1.xhtml#eq%3Aa">(1)</a>');
    expect(text("c2.xhtml")).toContain("https://example.net/?a=1&#x26;b=2");
  });

  it("has notes that reading programs show in place", async () => {
    const { text } = await bookOf(content);
    expect(text("c1.xhtml")).toMatch(/<a href="#fn-[^"]*" id="fnref-甲" epub:type="noteref" role="doc-noteref">/);
    expect(text("c1.xhtml")).toMatch(/<aside id="fn-甲" class="note" epub:type="footnote" role="doc-footnote">/);
  });

  it("says of a picture that it cannot hold where it is, on the page and in a diagnostic", async () => {
    const { text, reported } = await bookOf(content);
    expect(text("c1.xhtml")).toContain("［图未收录：https://elsewhere.example/far.png］ 远图");
    expect(reported).toContain(
      "posts/one.md warning book/picture: the picture https://elsewhere.example/far.png is not in the book",
    );
  });

  it("lists parts and headings, formulas in them as text", async () => {
    const { text } = await bookOf(content);
    expect(text("nav.xhtml")).toMatch(
      /<a href="c1.xhtml">转动（一）：起点<\/a><ol><li><a href="c1.xhtml#[^"]*">一节y²<\/a>/,
    );
  });

  it("says who, from where and under which licence", async () => {
    const { text } = await bookOf(content);
    expect(text("package.opf")).toMatch(/<dc:identifier id="book-id">urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a/);
    expect(text("package.opf")).toContain('<meta property="dcterms:modified">2020-01-31T16:00:00Z</meta>');
    expect(text("title.xhtml")).toContain("CC BY-NC-SA 4.0");
    expect(text("cover.svg")).toContain(">转动</tspan>");
  });

  it("is linked from the page of its series, if books are made", async () => {
    const { files } = await bookOf(content);
    expect(files.get("series/转动/index.html")).toContain('href="/books/%E8%BD%AC%E5%8A%A8.epub"');
    const { files: without } = await buildSite(content);
    expect(without.get("series/转动/index.html")).not.toContain(".epub");
  });
});
