import { describe, expect, it } from "vitest";
import { typecho } from "../../../src/importers/typecho/import-typecho.ts";
import { importWorld } from "../world.ts";
import { dumpOf, option, post, type Columns } from "./blog.ts";

/** The lines about old addresses that an import of these rows writes. */
async function movedFrom(rows: Readonly<Record<string, readonly Columns[]>>, options = {}): Promise<readonly string[]> {
  const world = importWorld(typecho, { "blog.sql": dumpOf(rows) });
  await world.run(options);
  return world.text("content/data/redirects/typecho.txt").split("\n").slice(1, -1);
}

const category = (mid: number, more: Columns): Columns => ({ mid, type: "category", order: mid, parent: 0, ...more });
const comment = (coid: number, cid: number): Columns => ({
  coid,
  cid,
  created: 1_593_900_000,
  author: "甲",
  text: "好",
  type: "comment",
  status: "approved",
  parent: 0,
});

describe("old addresses of a blog of Typecho that are no posts", () => {
  it("are those of lists, months, authors, files and feeds, and patterns for what has no end", async () => {
    expect(
      await movedFrom({
        contents: [post(1), post(2, { type: "page", slug: "about" }), post(9, { type: "attachment", parent: 1 })],
        users: [{ uid: 3, name: "login", screenName: "张三" }],
      }),
    ).toEqual([
      "/blog/ /archives/",
      "/author/3/ /archives/",
      "/2020/ /archives/",
      "/2020/07/ /archives/",
      "/2020/* /archives/",
      "/attachment/9/ /archives/1/",
      "/feed/rss/ /rss.xml",
      "/feed/rss/* /:splat",
      "/feed/atom/ /atom.xml",
      "/feed/atom/* /:splat",
      "/feed/ /rss.xml",
      "/feed/* /:splat",
      "/search/* /search/?q=:splat",
      "/page/* /archives/",
      "/blog/page/* /archives/",
      "/author/* /archives/",
    ]);
  });

  it("are those of categories and tags with their later pages, which lead to what the names are here", async () => {
    const lines = await movedFrom({
      contents: [1, 2, 3].map((cid) => post(cid)),
      metas: [
        category(1, { name: "数学", slug: "math" }),
        category(2, { name: "几 何", slug: "几何", parent: 1 }),
        category(3, { name: "空", slug: "empty" }),
        category(4, { name: "绕", slug: "ring", parent: 4 }),
        { mid: 5, name: "C++", slug: "c++", type: "tag", order: 0, parent: 0 },
        { mid: 6, name: "无人", slug: "nobody", type: "tag", order: 0, parent: 0 },
        { mid: 7, name: "别的", slug: "x", type: "plugin", order: 0, parent: 0 },
      ],
      relationships: [
        { cid: 1, mid: 1 },
        { cid: 1, mid: 2 },
        { cid: 2, mid: 2 },
        { cid: 3, mid: 5 },
        { cid: 8, mid: 5 },
      ],
      options: [
        option("pageSize", "1"),
        option(
          "routingTable",
          JSON.stringify({ category: { url: "/c/[directory]/" }, tag_page: { url: "/tag/p[page]/[slug]" } }),
        ),
      ],
    });
    expect(lines.filter((line) => /^\/(?:c|category|tag)\//.test(line))).toEqual([
      "/tag/c++/ /tags/c/",
      "/tag/nobody/ /tags/",
      "/c/math/ /categories/数学/",
      "/category/math/2/ /categories/数学/",
      "/c/math/几何/ /categories/几-何/",
      "/category/几何/2/ /categories/几-何/",
      "/c/empty/ /categories/",
      `/c/${"ring/".repeat(20)} /categories/`,
    ]);
  });

  it("are those of pages of comments, if the blog had such", async () => {
    const rows = { contents: [post(1), post(2)], comments: [1, 2, 3].map((coid) => comment(coid, 1)) };
    const ofComments = (lines: readonly string[]) => lines.filter((line) => line.includes("comment"));
    expect(ofComments(await movedFrom(rows))).toEqual([
      "/feed/rss/comments/ /comments/",
      "/feed/atom/comments/ /comments/",
      "/feed/comments/ /comments/",
    ]);
    const paged = [option("commentsPageBreak", "1"), option("commentsPageSize", "2")];
    expect(ofComments(await movedFrom({ ...rows, options: paged })).slice(0, 3)).toEqual([
      "/archives/1/comment-page-1/ /archives/1/",
      "/archives/1/comment-page-2/ /archives/1/",
      "/archives/2/comment-page-1/ /archives/2/",
    ]);
  });

  it("have the folder of the blog, and /index.php if its server rewrote nothing", async () => {
    const lines = await movedFrom({
      contents: [post(1), post(9, { type: "attachment", parent: 8 })],
      options: [option("siteUrl", "https://old.example/b/"), option("rewrite", "0")],
    });
    expect(lines.filter((line) => !/\/(?:20|blog|author|page)/.test(line))).toEqual([
      "/b/ /",
      "/b/index.php/ /",
      "/b/attachment/9/ /archives/",
      "/b/index.php/attachment/9/ /archives/",
      ...["/rss", "/atom", ""].flatMap((form) => [
        `/b/feed${form}/ ${form || "/rss"}.xml`,
        `/b/index.php/feed${form}/ ${form || "/rss"}.xml`,
        `/b/feed${form}/* /b/:splat`,
        `/b/index.php/feed${form}/* /b/:splat`,
      ]),
      "/b/search/* /search/?q=:splat",
      "/b/index.php/search/* /search/?q=:splat",
    ]);
  });

  it("are none of drafts, and none at all without a post; patterns never stand for the whole site", async () => {
    const draft = { contents: [post(1, { status: "private" })] };
    expect(await movedFrom(draft)).toEqual([]);
    expect(await movedFrom(draft, { drafts: true })).toEqual([]);
    const routes = {
      index_page: { url: "/[page:digital]/" },
      archive_year: { url: "/[year]" },
      feed: { url: "/[feed]" },
    };
    const lines = await movedFrom({ contents: [post(1)], options: [option("routingTable", JSON.stringify(routes))] });
    expect(lines).toEqual([
      "/blog/ /archives/",
      "/2020/ /archives/",
      "/2020/07/ /archives/",
      "/search/* /search/?q=:splat",
      "/blog/page/* /archives/",
      "/author/* /archives/",
    ]);
  });
});
