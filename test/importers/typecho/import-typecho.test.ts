import { describe, expect, it } from "vitest";
import { typecho } from "../../../src/importers/typecho/import-typecho.ts";
import { importWorld } from "../world.ts";
import { dumpOf, option, post, type Columns } from "./blog.ts";

/** Imports a blog of these rows. */
async function importBlog(rows: Readonly<Record<string, readonly Columns[]>>, options = {}) {
  const world = importWorld(typecho, { "blog.sql": dumpOf(rows) });
  const report = await world.run(options);
  const paths = [...world.disk.keys()].filter((path) => path.endsWith(".md"));
  return { ...world, report, paths, post: world.text(paths[0] ?? "") };
}

const body = (text: string) => text.replace(/^---\n[^]*?\n---\n\n/, "");

describe("import typecho", () => {
  it("brings a post with all that the tables say about it", async () => {
    const { paths, post: written } = await importBlog(
      {
        contents: [
          post(42, {
            title: "旋转 &amp; &lt;b&gt;",
            modified: 1_593_900_000,
            authorId: 1,
            views: 231_682,
            password: "",
          }),
        ],
        metas: [
          { mid: 1, name: "数学", slug: "math", type: "category", order: 1, parent: 0 },
          { mid: 2, name: "几何", slug: "geo", type: "category", order: 2, parent: 1 },
          { mid: 3, name: "复数", slug: "c", type: "tag", order: 0, parent: 0 },
        ],
        relationships: [2, 3, 1].map((mid) => ({ cid: 42, mid })),
        users: [{ uid: 1, name: "login", screenName: "张三" }],
        options: [option("timezone", "19800"), option("siteUrl", "https://old.example/blog/")],
      },
      { asOf: "2024-07-20" },
    );
    expect(paths).toEqual(["content/posts/2020/42-旋转-b.md"]);
    expect(written).toBe(`---
id: 42
title: 旋转 & <b>
author: 张三
date: 2020-07-04T06:35:00+05:30
updated: 2020-07-05T03:30:00+05:30
category: 数学
tags:
  - 复数
  - 几何
readers: 231682
readersAsOf: 2024-07-20
aliases:
  - /blog/archives/42/
---

文
`);
  });

  it.each([
    ["/archives/[cid:digital].html", "/archives/42.html"],
    ["/[year:digital:4]/[month:digital:2]/[day:digital:2]/[slug].html", "/2020/07/04/slug-42.html"],
    ["/[category]/[slug].html", "/geo/slug-42.html"],
    ["/[directory:split:0]/[slug]/", "/math/geo/slug-42/"],
  ])("knows the address by %s, from JSON and from PHP's text", async (pattern, address) => {
    const rows = {
      contents: [post(42)],
      metas: [
        { mid: 1, name: "数学", slug: "math", type: "category", order: 2, parent: 2 },
        { mid: 2, name: "几何", slug: "geo", type: "category", order: 1, parent: 1 },
      ].map((row) => (row.mid === 1 ? { ...row, parent: 0 } : row)),
      relationships: [{ cid: 42, mid: 2 }],
    };
    const json = JSON.stringify({ post: { url: pattern } }).replaceAll("/", "\\/");
    const php = `a:2:{s:5:"index";a:1:{s:3:"url";s:1:"/";}s:4:"post";a:2:{s:3:"url";s:${pattern.length}:"${pattern}";}}`;
    for (const table of [json, php]) {
      const { post: written } = await importBlog({ ...rows, options: [option("routingTable", table)] });
      expect(written).toContain(`aliases:\n  - ${address}\n  - /archives/42/\n`);
    }
    expect((await importBlog(rows, { permalink: pattern })).post).toContain(`aliases:\n  - ${address}\n`);
  });

  it("knows the addresses of servers that rewrite nothing, and of pages", async () => {
    const { text } = await importBlog({
      contents: [post(1), post(2, { type: "page", slug: "关于" })],
      options: [option("rewrite", "0")],
    });
    expect(text("content/posts/2020/1-题-1.md")).toContain("aliases:\n  - /archives/1/\n  - /index.php/archives/1/\n");
    expect(text("content/posts/2-题-2.md")).toContain("aliases:\n  - /关于.html\n  - /index.php/关于.html\n");
  });

  it("leaves a pattern out that lacks a value", async () => {
    const { post: written } = await importBlog({ contents: [post(1)] }, { permalink: "/[category]/[slug]/" });
    expect(written).toContain("aliases:\n  - /archives/1/\n---");
  });

  it.each([
    [{ views: 5 }, [], 5],
    [{}, [{ cid: 1, name: "views", type: "str", str_value: "17" }], 17],
    [{}, [{ cid: 1, name: "viewsNum", type: "int", int_value: 18 }], 18],
    [{ views: 0 }, [], 0],
    [{ views: "many" }, [], undefined],
    [{}, [{ cid: 1, name: "thumb", type: "str", str_value: "3" }], undefined],
  ])("reads the readers from %j and fields %j", async (columns, fields, readers) => {
    const { post: written } = await importBlog({ contents: [post(1, columns)], fields });
    expect(/^readers: (.*)$/m.exec(written)?.[1]).toBe(readers === undefined ? undefined : String(readers));
  });

  it("leaves what was not for everybody where it is, unless asked; drafts have no old address", async () => {
    const rows = {
      contents: [
        post(1, { type: "post_draft" }),
        post(2, { type: "post_draft", parent: 8 }),
        post(3, { status: "private" }),
        post(4, { password: "geheim" }),
        post(5, { type: "revision" }),
        post(6, { type: "attachment" }),
        post(7, { type: "moment" }),
        post(8),
      ],
    };
    const { report, paths } = await importBlog(rows);
    expect(paths).toEqual(["content/posts/2020/8-题-8.md"]);
    expect(report.leftOut.map(({ message }) => message)).toEqual([
      "a draft; --drafts brings it",
      "changes to a post that were not published; --drafts brings it",
      "a post that is “private”; --drafts brings it",
      "a post with a password; --drafts brings it",
      "an earlier version of a post",
      "a row of type “moment”",
    ]);
    const asked = await importBlog(rows, { drafts: true });
    expect(asked.paths).toHaveLength(5);
    expect(asked.text("content/posts/2020/4-题-4.md")).toBe(
      "---\nid: 4\ntitle: 题 4\ndate: 2020-07-04T09:05:00+08:00\ndraft: true\n---\n\n文\n",
    );
  });

  it("brings approved comments, and names the others", async () => {
    const comment = (coid: number, more: Columns = {}): Columns => ({
      coid,
      cid: 1,
      created: 1_593_824_700,
      author: "李四",
      url: "https://li.example",
      text: "式 $x<y$?\n<b>谢</b>",
      type: "comment",
      status: "approved",
      parent: 0,
      ...more,
    });
    const { text, report } = await importBlog({
      contents: [post(1)],
      comments: [
        comment(12),
        comment(13, { parent: 12, url: "javascript:alert(1)" }),
        comment(14, { status: "spam" }),
        comment(15, { type: "pingback" }),
        comment(16, { cid: 99 }),
        comment(17, { created: 0 }),
      ],
    });
    const [first, second, ...rest] = JSON.parse(text("content/data/comments/typecho.json")) as readonly object[];
    expect(first).toEqual({
      id: "12",
      rid: "",
      nick: "李四",
      link: "https://li.example",
      content: "式 $x<y$?\\\n**谢**",
      created_at: "2020-07-04 09:05:00 +0800",
      is_collapsed: "false",
      is_pending: "false",
      is_pinned: "false",
      page_key: "/archives/1/",
      page_title: "题 1",
    });
    expect(second).toMatchObject({ id: "13", rid: "12", link: "" });
    expect(rest).toEqual([]);
    expect(report.leftOut.map(({ message }) => message)).toEqual([
      "a comment that was not approved",
      "a pingback",
      "a comment on a post that is not imported, or is a draft",
      "a comment without a date",
    ]);
  });

  it("reads comments as Markdown where the blog does", async () => {
    const { text } = await importBlog({
      contents: [post(1)],
      comments: [
        {
          coid: 1,
          cid: 1,
          created: 1_593_824_700,
          author: "a",
          text: "**甲** $x$\n乙",
          type: "comment",
          status: "approved",
        },
      ],
      options: [option("commentsMarkdown", "1")],
    });
    expect(text("content/data/comments/typecho.json")).toContain(JSON.stringify("**甲** $x$\\\n乙"));
  });

  it("brings HTML with every byte of its formulas, and pictures with their addresses", async () => {
    const source = [
      "设 $a<b$ 与",
      "\\begin{align}",
      "x &amp;= 1\\\\<br/>",
      "y &amp;= \\_2",
      "\\end{align}",
      '<img src="https://www.old.example/usr/uploads/2015/a.png" alt="圆"> 见 <a href="https://old.example/archives/7/">前文</a>',
      "",
      "<!--more-->",
      "完",
    ].join("\r\n");
    const { post: written, report } = await importBlog({
      contents: [post(1, { text: source })],
      options: [option("siteUrl", "https://old.example")],
    });
    expect(body(written)).toBe(
      "设 $a<b$ 与\n\\begin{align}\nx &= 1\\\\\ny &= \\_2\n\\end{align}\n![圆](/usr/uploads/2015/a.png) 见 [前文](/archives/7/)\n\n<!--more-->\n\n完\n",
    );
    expect(report.totals.formulas).toMatchObject({ before: 2, after: 2, same: 2 });
    expect(report.missingFiles).toEqual(["usr/uploads/2015/a.png"]);
  });

  it("names what Markdown does not have", async () => {
    const { report } = await importBlog({
      contents: [post(1, { text: '<iframe src="https://v.example/1"></iframe>' })],
    });
    expect(report.leftOut.map(({ message }) => message)).toEqual([
      "<iframe> has no place in Markdown; a link to “https://v.example/1” stands for it",
    ]);
  });

  it("makes addresses of the site itself begin at its root in Markdown", async () => {
    const { post: written } = await importBlog(
      {
        contents: [
          post(1, {
            text: '<!--markdown-->[甲](http://old.example/archives/7/) <a href="https://old.example/b">乙</a>',
          }),
        ],
      },
      { siteUrl: "https://old.example" },
    );
    expect(body(written)).toBe('[甲](/archives/7/) <a href="/b">乙</a>\n');
  });

  it("tells blogs in one database apart by the prefix", async () => {
    const two = dumpOf({ contents: [post(1)] }, "a_") + dumpOf({ contents: [post(2)] }, "b_");
    const { run, disk } = importWorld(typecho, { "two.sql": two });
    expect((await run()).notes.map(({ message }) => message)).toEqual([
      "there are several blogs, a_, b_; say which with --prefix",
    ]);
    expect((await run({ prefix: "c_" })).notes[0]?.message).toBe(
      "there is no table “c_contents” with the columns of Typecho",
    );
    await run({ prefix: "b_" });
    expect([...disk.keys()].filter((path) => path.endsWith(".md"))).toEqual(["content/posts/2020/2-题-2.md"]);
  });

  it("does not double a blog of which it is given several dumps", async () => {
    const dump = dumpOf({ contents: [post(1)] });
    const { run, writes } = importWorld(typecho, { "1.sql": dump, "2.sql": dump });
    expect((await run()).notes.map(({ file }) => file)).toEqual(["1.sql", "2.sql"]);
    expect(writes).toEqual([]);
  });

  it("writes nothing outside, whatever names and addresses say", async () => {
    const names = ["../../etc/x", "/abs", "a\\..\\b", "__proto__", "%2e%2e%2f%2e%2e", "\0"];
    const { writes, report } = await importBlog(
      {
        contents: names.map((name, index) =>
          post(index + 1, {
            title: name,
            slug: name,
            text: `<img src="/usr/uploads/${name}.png"><img src="/usr/..%2f..%2fx.png">`,
          }),
        ),
      },
      { permalink: "/../../[slug]" },
    );
    expect(writes).toHaveLength(names.length + 2);
    for (const path of writes)
      expect(path).toMatch(
        /^content\/(?:posts\/2020\/[\p{L}\p{N}_-]+\.md|data\/(?:imports\/typecho\.json|redirects\/typecho\.txt))$/u,
      );
    for (const path of report.missingFiles) expect(path).not.toMatch(/\.\.|\\/);
  });
});
