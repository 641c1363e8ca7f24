import { describe, expect, it } from "vitest";
import { wordpress } from "../../../src/importers/wordpress/import-wordpress.ts";
import { importWorld, notesOf } from "../world.ts";

/** Values of columns that must never be seen again. */
const secrets = [
  "zhang@private.example",
  "203.0.113.9",
  "geheim-4711",
  "li@private.example",
  "198.51.100.7",
  "Mozilla/9.9 (secret)",
];

function wxr(items: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url>
<wp:author><wp:author_login>zs</wp:author_login><wp:author_email>zhang@private.example</wp:author_email><wp:author_display_name><![CDATA[张三]]></wp:author_display_name></wp:author>
${items}
</channel></rss>`;
}

const body = `设 $latex x>0&s=2$，[latex]y[/latex] 与 \\(z\\)。
$$a &lt; b$$
其中 <u>甲</u>。

<!--more-->

<ul><li>一</li><li>二</li></ul>

[caption id="attachment_3" width="300"]<a href="https://old.example/wp-content/uploads/a.png"><img src="https://old.example/wp-content/uploads/a.png" alt="单位圆" /></a> 单位圆[/caption]

见 <a href="https://old.example/?p=6">前文</a>。

[code language="python"]
a = 1 &lt; 2

b
[/code]

[gallery ids="1,2"]`;

const post = `<item><title>旋转与复数</title><link>https://old.example/2015/03/rotation/</link><dc:creator>zs</dc:creator>
<content:encoded><![CDATA[${body}]]></content:encoded><excerpt:encoded><![CDATA[一个小结]]></excerpt:encoded>
<wp:post_id>7</wp:post_id><wp:post_date>2015-03-01 10:00:00</wp:post_date><wp:post_date_gmt>2015-03-01 02:00:00</wp:post_date_gmt>
<wp:post_name>rotation</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
<category domain="category" nicename="math"><![CDATA[数学]]></category><category domain="category" nicename="geo"><![CDATA[几何]]></category><category domain="post_tag" nicename="c"><![CDATA[复数]]></category>
<wp:postmeta><wp:meta_key>secret</wp:meta_key><wp:meta_value>geheim-4711</wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author><![CDATA[李四]]></wp:comment_author><wp:comment_author_email>li@private.example</wp:comment_author_email><wp:comment_author_url>https://li.example</wp:comment_author_url><wp:comment_author_IP>198.51.100.7</wp:comment_author_IP><wp:comment_agent>Mozilla/9.9 (secret)</wp:comment_agent><wp:comment_date_gmt>2015-03-02 01:00:00</wp:comment_date_gmt><wp:comment_content><![CDATA[谢谢 $x$
第二行 ]]]]><![CDATA[> 止]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent></wp:comment>
<wp:comment><wp:comment_id>4</wp:comment_id><wp:comment_author>s</wp:comment_author><wp:comment_date_gmt>2015-03-02 01:00:00</wp:comment_date_gmt><wp:comment_content>spam</wp:comment_content><wp:comment_approved>spam</wp:comment_approved></wp:comment>
<wp:comment><wp:comment_id>5</wp:comment_id><wp:comment_content>ping</wp:comment_content><wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type></wp:comment>
</item>`;

const item = (fields: string, text = "文") =>
  `<item><title>题</title><content:encoded><![CDATA[${text}]]></content:encoded>${fields}</item>`;

describe("import wordpress", () => {
  it("brings a post as it was shown", async () => {
    const { run, text } = importWorld(wordpress, { "e.xml": wxr(post) });
    const report = await run();
    expect(text("content/posts/2015/7-旋转与复数.md")).toBe(`---
id: 7
title: 旋转与复数
author: 张三
date: 2015-03-01T10:00:00+08:00
category: 数学
tags:
  - 复数
  - 几何
summary: 一个小结
aliases:
  - /2015/03/rotation/
  - /?p=7
---

设 $x>0$，$y$ 与 $z$。
$$a < b$$
其中 <u>甲</u>。

<!--more-->

- 一
- 二

<figure>
<a href="/wp-content/uploads/a.png"><img src="/wp-content/uploads/a.png" alt="单位圆"></a>
<figcaption>单位圆</figcaption>
</figure>

见 [前文](/?p=6)。

\`\`\`python
a = 1 < 2

b
\`\`\`

\\[gallery ids="1,2"]
`);
    expect(report.totals).toMatchObject({ formulas: { before: 4, after: 4, same: 4 }, identical: 1, failed: 0 });
    expect(report.missingFiles).toEqual(["wp-content/uploads/a.png"]);
    expect(notesOf(report)).toEqual(['e.xml:5 the shortcode [gallery ids="1,2"] is not understood; it stays as text']);
  });

  it("brings approved comments, and names the others", async () => {
    const { run, text } = importWorld(wordpress, { "e.xml": wxr(post) });
    const report = await run();
    expect(JSON.parse(text("content/data/comments/wordpress.json"))).toEqual([
      {
        id: "3",
        rid: "",
        nick: "李四",
        link: "https://li.example",
        content: "谢谢 $x$\\\n第二行 ]]> 止",
        created_at: "2015-03-02 09:00:00 +0800",
        is_collapsed: "false",
        is_pending: "false",
        is_pinned: "false",
        page_key: "/2015/03/rotation/",
        page_title: "旋转与复数",
      },
    ]);
    expect(report.leftOut.map(({ message }) => message)).toEqual(["a comment that was not approved", "a pingback"]);
  });

  it("never reads what is private", async () => {
    const hidden = item(
      "<wp:post_id>8</wp:post_id><wp:status>publish</wp:status><wp:post_password>geheim-4711</wp:post_password>",
    );
    const { run, disk } = importWorld(wordpress, { "e.xml": wxr(post + hidden) });
    const report = await run({ drafts: true });
    const written = [...disk.values()].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
    for (const secret of secrets) expect(written + JSON.stringify(report)).not.toContain(secret);
  });

  it("leaves hidden posts where they are, unless asked", async () => {
    const items = [
      item(
        "<wp:post_id>1</wp:post_id><wp:status>draft</wp:status><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:post_date>0000-00-00 00:00:00</wp:post_date>",
      ),
      item("<wp:post_id>2</wp:post_id><wp:status>private</wp:status>"),
      item("<wp:post_id>3</wp:post_id><wp:status>publish</wp:status><wp:post_password>p</wp:post_password>"),
      item("<wp:post_id>4</wp:post_id><wp:status>trash</wp:status>"),
      item("<wp:post_id>5</wp:post_id><wp:post_type>nav_menu_item</wp:post_type>"),
      item("<wp:post_id>6</wp:post_id><wp:post_type>attachment</wp:post_type>"),
      item("<wp:post_id>9</wp:post_id><wp:post_type>page</wp:post_type><wp:status>publish</wp:status>"),
    ].join("\n");
    const { run, writes, text } = importWorld(wordpress, { "e.xml": wxr(items) });
    const report = await run();
    expect(writes).toEqual(["content/posts/9-题.md", "content/data/imports/wordpress.json"]);
    expect(report.leftOut.map(({ message }) => message)).toEqual([
      "a post that is “draft”; --drafts brings it",
      "a post that is “private”; --drafts brings it",
      "a post with a password; --drafts brings it",
      "a post that is “trash”",
      "an item of type “nav_menu_item”",
    ]);
    await run({ drafts: true });
    expect(text("content/posts/1-题.md")).toContain("draft: true\n");
  });

  it.each([
    [
      "block editor",
      "<!-- wp:paragraph -->\n<p>甲$x$</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2>节</h2>\n<!-- /wp:heading -->",
      "甲$x$\n\n## 节\n",
    ],
    ["newlines", "甲\n乙\n\n丙", "甲\\\n乙\n\n丙\n"],
    ["quotes", "<blockquote>甲\n\n乙</blockquote>", "> 甲\n>\n> 乙\n"],
    ["tables", "<table><tr><th>a</th></tr>\n<tr><td>$x$</td></tr></table>", "| a |\n| - |\n| $x$ |\n"],
    ["preformatted text", "<pre>a\n\nb</pre>", "```\na\n\nb\n```\n"],
    [
      "an environment over blank lines",
      "设\n\\begin{align}a\n\nb\\end{align}\n得",
      "设\n\\begin{align}a\nb\\end{align}\n得\n",
    ],
    ["citations in brackets", "见[1]与[a, b]", "见\\[1]与\\[a, b]\n"],
    ["an address to be shown", "[embed]https://v.example/1[/embed]", "<https://v.example/1>\n"],
  ])("reads %s", async (_what, source, expected) => {
    const { run, text } = importWorld(wordpress, { "e.xml": wxr(item("<wp:post_id>1</wp:post_id>", source)) });
    await run();
    expect(text("content/posts/1-题.md").replace(/^---\n[^]*?\n---\n\n/, "")).toBe(expected);
  });
});

describe("hostile exports", () => {
  const laughs = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
  it.each([
    ["entities", laughs + wxr(post), "a document type is not read"],
    [
      "an external entity",
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><rss>&e;</rss>',
      "a document type is not read",
    ],
    ["an unknown entity", wxr(item("<wp:post_name>&passwd;</wp:post_name>")), "is not XML"],
    ["a control character", wxr(item("", "甲\u0001乙")), "a control character"],
    ["a reference to NUL", wxr(item("<wp:post_name>&#0;</wp:post_name>")), "a control character"],
    ["depth", `<rss>${"<a>".repeat(5000)}`, "nested deeper than 100"],
    ["a text without measure", wxr(item("", "x".repeat(16_000_001))), "a text is longer than 16 MB"],
    ["half a file", wxr(post).slice(0, 900), "is not XML"],
    ["no XML", "\u0000\u0001PK", "is not XML"],
  ])("are reported: %s", async (_what, text, message) => {
    const { run, writes } = importWorld(wordpress, { "e.xml": text });
    expect(notesOf(await run()).join("\n")).toContain(message);
    for (const path of writes) expect(path).toMatch(/^content\/(?:posts\/[\p{L}\p{N}/-]+\.md|data\/[a-z/]+\.json)$/u);
  });

  it("write nothing outside", async () => {
    const items = ["../../etc/x", "/abs", "a\\..\\b", "__proto__", "."].map((id) =>
      item(
        `<wp:post_id>${id}</wp:post_id><link>https://old.example/../../${id}</link>`,
        '<img src="/../../x.png"> <img src="/wp/..%2f..%2fx.png">',
      ),
    );
    const { run, writes } = importWorld(wordpress, { "e.xml": wxr(items.join("")) });
    await run();
    expect(writes).toHaveLength(6);
    for (const path of writes)
      expect(path).toMatch(/^content\/(?:posts\/[\p{L}\p{N}-]+\.md|data\/imports\/wordpress\.json)$/u);
  });
});
