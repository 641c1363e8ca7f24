import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { html } from "../../../src/importers/html/import-html.ts";
import { importWorld, notesOf } from "../world.ts";
import { cpuClock } from "../../support/cpu-clock.ts";

/** A page of the theme that kexue.fm has. */
const page = `<!doctype html><html><head><title>x</title><link rel="canonical" href="https://old.example/archives/42"></head><body>
<div id="sidebar"><a href="/tag/云/">云</a></div>
<div class="Post"><div class="title-wrap"><span class="date"><span class="day">4</span></span><h1><a href="/archives/42">旋转与复数：$e^{i\\theta}$</a></h1>
<span class="submitted">By <span>张三</span> | <span>2020-07-04</span> | 231,682位读者 | <a href="#how_to_cite">引用</a></span></div>
<div class="PostContent" id="PostContent"><h2 id="基本形式">基本形式 <a href="#基本形式">#</a></h2><p>设<br />
\\begin{align}a_i &lt; b_j &amp; c\\label{eq:a}\\\\<br />
d\\end{align}由$\\eqref{eq:a}$得<font color="red"><strong>结论</strong></font>，见<a href="/archives/7#小节">这里</a>。<br />
另起一行，$x_i<y$而<u>$z>w$</u>。</p>
<h3 id="s2">第二$n$节</h3>
<div class="pic-container"><div class="typecho-caption"><a href="/usr/uploads/2020/07/a.png"><img src="/usr/uploads/2020/07/a.png" alt="单位圆"></a><p class="typecho-caption-text">单位圆</p></div></div>
<p>面积BP<sup>2</sup> < OP<sup>2</sup>。</p>
<pre class="line-numbers"><code class="language-python">a = "$x$" &lt; 1
</code></pre>
<table><tr><th>甲</th><th>乙</th></tr><tr><td>$a$</td><td>b</td></tr></table>
<p><em><strong>转载到请包括本文地址：</strong><a href="https://old.example/archives/42">https://old.example/archives/42</a></em></p>
<p>更详细的转载事宜请参考</p><div id="pay">打赏</div></div>
<div id="tools"><span class="cat">分类：<a href="/category/Mathematics/">数学研究</a> 标签：<a href="/tag/a/">复数</a>, <a href="/tag/b/">几何</a> 2 评论</span></div>
<div id="comments">
<div class="ListContent" id="comment-9"><a class="name" href="https://li.example" rel="nofollow">李四</a> <span class="date">April 4th, 2021</span><p>式$x_1$对吗？</p>
<div class="comment_content" id="comment-12"><b>张三</b> <span class="date">April 5th, 2021</span><p>对。</p></div></div></div>
</body></html>`;

describe("a page of kexue.fm's theme", () => {
  const world = () => importWorld(html, { "42.html": page, "usr/uploads/2020/07/a.png": Uint8Array.of(1) });

  it("becomes a post", async () => {
    const { run, text } = world();
    await run({ asOf: "2024-07-20" });
    expect(text("content/posts/2020/42-旋转与复数-e-i-theta.md")).toBe(`---
id: 42
title: 旋转与复数：$e^{i\\theta}$
author: 张三
date: 2020-07-04
category: 数学研究
tags:
  - 复数
  - 几何
readers: 231682
readersAsOf: 2024-07-20
aliases:
  - /archives/42
---

## 基本形式

设
\\begin{align}a_i < b_j & c\\label{eq:a}\\\\
d\\end{align}由$\\eqref{eq:a}$得<font color="red">**结论**</font>，见[这里](/archives/7#小节)。\\
另起一行，$x_i<y$而<u>$z>w$</u>。

### <a id="s2"></a>第二$n$节

<figure>
<a href="/usr/uploads/2020/07/a.png"><img src="/usr/uploads/2020/07/a.png" alt="单位圆"></a>
<figcaption>单位圆</figcaption>
</figure>

面积BP<sup>2</sup> < OP<sup>2</sup>。

\`\`\`python
a = "$x$" < 1
\`\`\`

| 甲 | 乙 |
| - | - |
| $a$ | b |
`);
  });

  it("keeps every formula, heading, link and picture, and the text line by line", async () => {
    const report = await world().run();
    expect(report.posts[0]?.differences).toEqual([]);
    expect(report.totals).toMatchObject({
      formulas: { before: 5, after: 5, same: 5 },
      headings: { before: 2, after: 2, same: 2 },
      links: { before: 2, after: 2, same: 2 },
      images: { before: 1, after: 1, same: 1 },
      identical: 1,
      failed: 0,
    });
    expect(report.leftOut).toEqual([{ file: "42.html", message: "what the theme prints under a post" }]);
    expect(report.missingFiles).toEqual([]);
  });

  it("brings its comments and its pictures", async () => {
    const { run, text, disk } = world();
    await run();
    expect(disk.has("public/usr/uploads/2020/07/a.png")).toBe(true);
    expect(JSON.parse(text("content/data/comments/html.json"))).toMatchObject([
      {
        id: "9",
        rid: "",
        nick: "李四",
        link: "https://li.example",
        content: "式$x_1$对吗？",
        created_at: "2021-04-04 00:00:00 +0800",
        page_key: "/archives/42",
        page_title: "旋转与复数：$e^{i\\theta}$",
      },
      { id: "12", rid: "9", nick: "张三", link: "", content: "对。", created_at: "2021-04-05 00:00:00 +0800" },
    ]);
  });
});

describe("a page of Typecho's own theme", () => {
  const plain = `<html><body><article class="post" itemscope><h1 class="post-title" itemprop="name headline"><a itemprop="url" href="https://old.example/index.php/archives/7/">小记号</a></h1>
<ul class="post-meta"><li>作者: <a rel="author" href="/author/1/">张三</a></li><li>时间: <time datetime="2013-03-02T08:00:00+08:00" itemprop="datePublished">March 2, 2013</time></li><li>分类: <a href="/category/default/">默认分类</a></li></ul>
<div class="post-content" itemprop="articleBody"><p>只有\\(x\\)。</p><ul><li>甲</li><li>乙$a$</li></ul></div>
<p itemprop="keywords" class="tags">标签: <a href="/tag/t/">记号</a></p></article>
<div id="comments"><ol class="comment-list"><li id="comment-5" class="comment-body"><div class="comment-author"><cite class="fn"><a href="javascript:alert(1)">赵六</a></cite></div><div class="comment-meta"><a href="#comment-5"><time datetime="2013-03-03T09:00:00+08:00">March 3rd, 2013 at 09:00 am</time></a></div><div class="comment-content"><p>好</p></div><div class="comment-children"><ol><li id="comment-6"><div class="comment-author"><cite class="fn">张三</cite></div><div class="comment-meta"><time datetime="2013-03-04T09:00:00+08:00"></time></div><div class="comment-content"><p>谢</p></div></li></ol></div></li></ol></div></body></html>`;

  it("becomes a post with its comments", async () => {
    const { run, text } = importWorld(html, { "a/7.html": plain });
    const report = await run({ profile: "typecho" });
    expect(text("content/posts/2013/7-小记号.md")).toBe(
      "---\nid: 7\ntitle: 小记号\nauthor: 张三\ndate: 2013-03-02T08:00:00+08:00\ncategory: 默认分类\ntags:\n  - 记号\naliases:\n  - /index.php/archives/7/\n---\n\n只有$x$。\n\n- 甲\n- 乙$a$\n",
    );
    expect(report.totals.identical).toBe(1);
    expect(JSON.parse(text("content/data/comments/html.json"))).toMatchObject([
      { id: "5", rid: "", nick: "赵六", link: "", content: "好", created_at: "2013-03-03 09:00:00 +0800" },
      { id: "6", rid: "5", nick: "张三", content: "谢", created_at: "2013-03-04 09:00:00 +0800" },
    ]);
  });
});

/** The Markdown of a body, by a profile of one's own. */
async function markdown(body: string, parts = {}): Promise<string> {
  const profile = JSON.stringify({ content: "main", ...parts });
  const { run, text } = importWorld(html, { "a.html": `<main>${body}</main>` });
  await run({ profile });
  return text("content/posts/a.md").replace(/^---\n[^]*?\n---\n\n/, "");
}

describe("formulas", () => {
  it.each([
    ["<p>$a$5个</p>", "$a$<!-- -->5个\n"],
    ["<p>\\[a\\]</p>", "$$a$$\n"],
    ["<p>价格5$</p>", "价格5\\$\n"],
    ["<p>一$a<br>+b$二</p>", "一$a +b$二\n"],
    ["<p>$$a<br><br>b$$</p>", "$$a\nb$$\n"],
    ["<p><code>$a$</code></p>", "`$a$`\n"],
    ["<h2>一<br>$$x$$</h2>", "## 一 $$x$$\n"],
    ["<blockquote><p>甲<br>$$a$$<br>乙</p></blockquote>", "> 甲\n> $$a$$\n> 乙\n"],
    [
      '<p>设<script type="math/tex">x&lt;y</script>和<span class="MathJax_Preview">p</span><script type="math/tex; mode=display">z</script></p>',
      "设$x<y$和$$z$$\n",
    ],
    [
      '<p><span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_1</annotation></semantics></math></span><span class="katex-html">x1</span></span></p>',
      "$x_1$\n",
    ],
    ["<p>由\\eqref{eq:a}得</p>", "由\\eqref{eq:a}得\n"],
    ["<p>a<b 与 c</p>", "a\\<b 与 c\n"],
  ])("%s", async (body, expected) => {
    expect(await markdown(body)).toBe(expected);
  });

  it("come through byte by byte, whatever stands around them", async () => {
    const tex = fc
      .array(
        fc.constantFrom(
          "x",
          "_",
          "^",
          "\\alpha",
          "{a}",
          "<",
          "&",
          "\\\\",
          "|",
          "*",
          " ",
          "\\{",
          "+",
          "-",
          "#",
          "\\begin{a}b\\end{a}",
        ),
        { minLength: 1, maxLength: 8 },
      )
      .map((all) => `a${all.join("")}b`);
    const text = fc.constantFrom("甲", "乙。", "（", "a", "5", "*", "_", "<", "&", " ", "\\", "[", "]");
    const escape = (part: string) => part.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, tex, fc.boolean()), { minLength: 1, maxLength: 5 }), async (parts) => {
        const body = parts
          .map(
            ([word, one, bold]) =>
              `${escape(word)} ${bold ? "<strong>" : ""}$${escape(one)}$${bold ? "</strong>" : ""} `,
          )
          .join("");
        const { run } = importWorld(html, { "a.html": `<main><p>${body}</p></main>` });
        const { totals } = await run({ profile: '{"content":"main"}' });
        expect(totals.formulas).toMatchObject({ before: parts.length, after: parts.length, same: parts.length });
        expect(totals.identical).toBe(1);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe("markup", () => {
  it.each([
    ['<p><a id="x" name="y"></a>甲</p>', '<a id="x"></a>甲\n'],
    ["<p>H<sub>2</sub>O <kbd>a</kbd></p>", "H<sub>2</sub>O <kbd>a</kbd>\n"],
    ["<p><del>a</del> <s>b</s></p>", "~~a~~ ~~b~~\n"],
    ["<p>一<!--more-->二</p>", "一<!--more-->二\n"],
    ["<p>* 甲 _乙_ `丙` [丁](x) # ~~戊~~</p>", "\\* 甲 \\_乙\\_ \\`丙\\` \\[丁]\\(x) # \\~\\~戊\\~\\~\n"],
    ["<p>见https://a.example/b_c。又</p>", "见<https://a.example/b_c>。又\n"],
    ['<p><a href="/x"><b>https://a.example/b</b></a></p>', "[**https://a.example/b**](/x)\n"],
    ["<p><strong>“甲”</strong>乙</p>", "**“甲”**乙\n"],
    ['<p><iframe src="https://v.example/1"></iframe></p>', "<https://v.example/1>\n"],
    [
      "<figure><img src='/a.png' alt='图'><figcaption>图$x$</figcaption></figure>",
      '<figure>\n<img src="/a.png" alt="图">\n<figcaption>\n\n图$x$\n\n</figcaption>\n</figure>\n',
    ],
    ["<script>alert(1)</script><p>甲</p><style>p{}</style>", "甲\n"],
  ])("%s", async (body, expected) => {
    expect(await markdown(body)).toBe(expected);
  });

  it("that has no place is named", async () => {
    const { run } = importWorld(html, {
      "a.html": '<main><p style="color:red">甲</p>\n<video src="/v.mp4"></video></main>',
    });
    expect((await run({ profile: '{"content":"main"}' })).leftOut).toEqual([
      { file: "a.html", line: 2, message: "<video> has no place in Markdown; a link to “/v.mp4” stands for it" },
      { file: "a.html", message: "inline styles, which Markdown does not have" },
    ]);
  });
});

describe("profiles", () => {
  it("may be one's own", async () => {
    const body = '<p>甲</p><div class="ad">广告</div><p>乙</p><p id="end">尾</p><p>后</p>';
    expect(await markdown(body, { remove: [".ad"], endAt: ["#end"] })).toBe("甲\n\n乙\n");
  });

  it("end a text in the middle of a box that a broken page has drawn around it", async () => {
    const body = "<blockquote><p>甲</p><div><p>完</p><p>后</p></div><p>后</p></blockquote><p>后</p>";
    expect(await markdown(body, { endAtText: ["完"] })).toBe("> 甲\n");
  });

  it.each([
    ["nobody", "there is no profile “nobody”; there are kexue, typecho, and files NAME.json"],
    ["{", "the profile cannot be read"],
    ['{"content":"main","contents":1}', 'Unrecognized key: "contents"'],
    ['{"content":"main[["}', "“main[[” is no CSS selector"],
  ])("%s is refused", async (profile, message) => {
    const { run } = importWorld(html, { "a.html": "<main>甲</main>" });
    expect(notesOf(await run({ profile })).join()).toContain(message);
  });

  it("find no post on a page without its text", async () => {
    const report = await importWorld(html, { "a.html": "<p>甲</p>" }).run();
    expect(report.posts).toEqual([]);
    expect(report.leftOut).toEqual([{ file: "a.html", message: "a page without the text of a post; not imported" }]);
  });
});

describe("mirrors", () => {
  const page = "<!doctype html><html><body><main><h1>题</h1>甲</main></body></html>";
  const profile = JSON.stringify({ content: "main", title: { select: "h1" } });

  it("name pages by their addresses, without an extension or as the index of a folder", async () => {
    const files = { "archives/42": page, "archives/43/index.html": page, "about.html": page, "archives/robots": "甲" };
    const { run, text } = importWorld(html, files);
    expect((await run({ profile })).posts.map(({ from }) => from).sort()).toEqual([
      "about.html",
      "archives/42",
      "archives/43/index.html",
    ]);
    expect(text("content/posts/42-题.md")).toContain("aliases:\n  - /archives/42\n");
    expect(text("content/posts/43-题.md")).toContain("aliases:\n  - /archives/43/\n");
    // The name of a page that somebody has saved by hand is no address.
    expect(text("content/posts/about-题.md")).not.toContain("aliases");
  });
});

describe("hostile pages", () => {
  it.each([
    ["many open tags", "<div>".repeat(3000) + "甲"],
    ["many dollars", "$".repeat(20_000)],
    ["many openers", "<".repeat(20_000)],
    ["a long attribute", `<p ${"a ".repeat(20_000)}>甲</p>`],
    ["signs of holes", "<p>\ufdd00\ufdd1\ufdd2甲$x$</p>"],
    ["a NUL", "<p>甲\0乙</p>"],
  ])("are read: %s", async (_name, body) => {
    const { run } = importWorld(html, { "a.html": `<main>${body}</main>` });
    const elapsedMs = cpuClock();
    await run({ profile: '{"content":"main"}' });
    expect(elapsedMs()).toBeLessThan(20_000);
  });

  it("write nothing outside", async () => {
    const evil = (href: string) =>
      `<link rel="canonical" href="${href}"><main><img src="/../../x.png"><img src="/a/..%2f..%2fy.png">甲</main>`;
    const files = {
      "a.html": evil("https://x/../../etc/passwd"),
      "b.html": evil("https://x/%2e%2e%2f%2e%2e"),
      "c.html": evil("https://x/a\0b"),
    };
    const { run, writes } = importWorld(html, files);
    await run({ profile: JSON.stringify({ content: "main", address: { select: "link" } }) });
    for (const path of writes)
      expect(path).toMatch(/^content\/(?:posts\/[\p{L}\p{N}-]+\.md|data\/imports\/html\.json)$/u);
  });
});
