import { describe, expect, it } from "vitest";
import { post, rebuilder } from "../support/site.ts";

describe("a build that uses the builds before it", () => {
  const site = (body: string) =>
    post("posts/a.md", 'id: "1"\ntitle: 甲\ndate: 2020-01-01\ntags: [x]', body) +
    post("posts/b.md", 'id: "2"\ntitle: 乙\ndate: 2020-01-02\ntags: [y]', "见《甲》。") +
    post("posts/c.md", 'id: "3"\ntitle: 丙\ndate: 2020-01-03\ntags: [y]', "无关。");

  it("prints nothing if nothing has changed", async () => {
    const rebuild = rebuilder();
    await rebuild(site("一。"));
    expect((await rebuild(site("一。"))).printed).toEqual([]);
  });

  it("prints the post that was edited, and the lists that show its words", async () => {
    const rebuild = rebuilder();
    const first = await rebuild(site("一。\n\n<!--more-->\n\n二。"));
    expect(first.printed).toContain("archives/3/index.html");
    const { printed } = await rebuild(site("一。\n\n<!--more-->\n\n三三三。"));
    expect(printed).toContain("archives/1/index.html");
    expect(printed).toContain("index.html");
    expect(printed.some((path) => path.endsWith("atom.xml"))).toBe(true);
    expect(printed).not.toContain("archives/2/index.html");
    expect(printed).not.toContain("archives/3/index.html");
  });

  it("prints the posts that speak of a post with a new title", async () => {
    const rebuild = rebuilder();
    await rebuild(site("一。"));
    const { printed } = await rebuild(site("一。").replace("title: 甲", "title: 新甲"));
    expect(printed).toContain("archives/2/index.html");
  });

  describe("with books", () => {
    const books = (body: string) =>
      post("posts/a.md", 'id: "1"\ntitle: 转动（一）\ndate: 2020-01-01', body) +
      post("posts/b.md", 'id: "2"\ntitle: 转动（二）\ndate: 2020-01-02', "![远图](https://elsewhere.example/a.png)") +
      post("posts/c.md", 'id: "3"\ntitle: 流动（一）\ndate: 2020-01-03', "一。") +
      post("posts/d.md", 'id: "4"\ntitle: 流动（二）\ndate: 2020-01-04', "见[别处](/archives/1/)。");
    const epubs = (paths: readonly string[]) => paths.filter((path) => path.endsWith(".epub"));

    it("makes no book again that has not changed, and says again what it found then", async () => {
      const rebuild = rebuilder({ books: { withComments: false } });
      const first = await rebuild(books("一。"));
      expect(epubs(first.printed)).toEqual(["books/流动.epub", "books/转动.epub"]);
      const second = await rebuild(books("一。"));
      expect(second.printed).toEqual([]);
      expect(second.files.get("books/转动.epub")).toBe(first.files.get("books/转动.epub"));
      expect(second.reported.filter((line) => line.includes("book/picture"))).toHaveLength(1);
      expect(second.reported).toEqual(first.reported);
    });

    it("makes the book of an edited post, and no other", async () => {
      const rebuild = rebuilder({ books: { withComments: false } });
      await rebuild(books("一。"));
      const { printed, files } = await rebuild(books("二。"));
      expect(epubs(printed)).toEqual(["books/转动.epub"]);
      const clean = rebuilder({ books: { withComments: false } });
      expect(files.get("books/转动.epub")).toBe((await clean(books("二。"))).files.get("books/转动.epub"));
    });
  });
});
