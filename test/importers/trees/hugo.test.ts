import { describe, expect, it } from "vitest";
import { hugo } from "../../../src/importers/hugo/import-hugo.ts";
import { importWorld, notesOf, type Files } from "../world.ts";

const post = `+++
title = "旋转与复数"
date = 2020-07-04T09:05:00+08:00
lastmod = 2020-07-05
slug = "42"
aliases = ["/old/42.html", "x.html"]
series = ["复数漫谈"]
series_order = 2
tags = ["复数", "a, b"]
weight = 3
+++

设\\(x\\)，见{{< ref "other.md#节" >}}。

<!--more-->

{{< figure src="a.png" caption="单位圆" >}}

{{< highlight go "linenos=table" >}}
a := \`1\`
{{< /highlight >}}

{{< katex >}}
y
{{< /katex >}}

{{< bilibili BV1 >}}
`;

const blog: Files = {
  "hugo.toml": '[permalinks]\nposts = "/:year/:slug/"\n[markup.goldmark.extensions.passthrough]\nenable = true\n',
  "content/posts/rotation/index.md": post,
  "content/posts/rotation/a.png": Uint8Array.of(1),
  "content/posts/other.md": '{\n"title": "另一篇",\n"draft": false,\n"url": "/o/"\n}\n\n文',
  "content/posts/draft.md": "---\ntitle: 草稿\ndraft: true\n---\n",
  "content/posts/_index.md": "---\ntitle: 全部\n---\n",
  "content/about.md": "---\ntitle: 关于\n---\n我",
};

describe("import hugo", () => {
  it("brings posts, pages and pictures", async () => {
    const { run, disk, text } = importWorld(hugo, blog);
    await run();
    expect([...disk.keys()]).toEqual([
      "content/posts/about.md",
      "content/posts/other.md",
      "content/posts/2020/42-旋转与复数.md",
      "public/2020/42/a.png",
      "content/data/imports/hugo.json",
    ]);
    expect(text("content/posts/2020/42-旋转与复数.md")).toBe(`---
id: 42
title: 旋转与复数
date: 2020-07-04T09:05:00+08:00
updated: 2020-07-05
tags:
  - 复数
  - a, b
series: 复数漫谈
part: 2
aliases:
  - /2020/42/
  - /old/42.html
  - /posts/x.html
---

设$x$，见/o/#节。

<!--more-->

<figure>
<img src="/2020/42/a.png" alt="单位圆">
<figcaption>单位圆</figcaption>
</figure>

\`\`\`go
a := \`1\`
\`\`\`

$$
y
$$

{{< bilibili BV1 >}}
`);
  });

  it("says what it left", async () => {
    const report = await importWorld(hugo, blog).run();
    expect(notesOf(report)).toEqual([
      "content/posts/rotation/index.md:27 the shortcode {{< bilibili BV1 >}} is not understood; it stays as text",
      "content/about.md:1 a page; it is a post without a date here",
    ]);
    expect(report.leftOut.map(({ file, message }) => `${file} ${message}`)).toEqual([
      "content/posts/_index.md the text of a section, which has no place here",
      "content/posts/draft.md a draft; --drafts brings it",
      "content/posts/rotation/index.md the key “weight” of the front matter",
    ]);
  });

  it.each([
    ["", "---\ntitle: T\n---\n", "/posts/a-b/"],
    ["uglyURLs: true", "---\ntitle: T\n---\n", "/posts/a-b.html"],
    ["permalinks:\n  page:\n    posts: /:section/:title/", "---\ntitle: 甲 B\n---\n", "/posts/甲-b/"],
    ["", "---\nurl: /x y/\n---\n", undefined],
  ])("knows the address with %j", async (config, text, alias) => {
    const world = importWorld(hugo, { "config.yaml": config, "content/posts/a-b.md": text });
    await world.run();
    const [path = ""] = world.disk.keys();
    expect(/aliases:\n {2}- (.*)\n/.exec(world.text(path))?.[1]).toBe(alias);
  });
});
