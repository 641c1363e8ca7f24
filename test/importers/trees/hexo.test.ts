import { describe, expect, it } from "vitest";
import { hexo } from "../../../src/importers/hexo/import-hexo.ts";
import { importWorld, notesOf, type Files } from "../world.ts";

const config = "title: 站\ntimezone: Asia/Tokyo\npermalink: archives/:abbrlink/\n";
const post = `title: 旋转与复数
date: 2020-07-04 09:05:00
categories: [数学, 几何]
tags: 复数, 旋转
abbrlink: 42
mathjax: true
cover: /c.png
password: geheim
---

摘要。

<!-- More -->

见{% post_link other 另一篇 %}和[它](2019/other.md#节)。

{% asset_img a.png 单位圆 %}

![b](/img/b.png)

{% codeblock lang:python %}
x = "{% raw %}"

    y = \`1\`
{% endcodeblock %}

{% note info %}
甲$x$，\`$y$\`，\\\\(z\\\\)
{% endnote %}
`;

const blog: Files = {
  "_config.yml": config,
  "source/_posts/rotation.md": post,
  "source/_posts/rotation/a.png": Uint8Array.of(1),
  "source/_posts/2019/other.md": "---\ntitle: 另一篇\ndate: 2019-01-01\npermalink: /old/other.html\n---\n文",
  "source/_drafts/draft.md": "---\ntitle: 草稿\n---\n未完",
  "source/about/index.md": "---\ntitle: 关于\n---\n我",
  "source/img/b.png": Uint8Array.of(2),
  "themes/x/README.md": "# 主题",
};

describe("import hexo", () => {
  it("brings posts, pages and pictures", async () => {
    const { run, disk, text } = importWorld(hexo, blog);
    await run();
    expect([...disk.keys()]).toEqual([
      "content/posts/2019/other.md",
      "content/posts/2020/42-旋转与复数.md",
      "content/posts/about.md",
      "public/archives/42/a.png",
      "public/img/b.png",
      "content/data/imports/hexo.json",
    ]);
    expect(text("content/posts/2020/42-旋转与复数.md")).toBe(`---
id: 42
title: 旋转与复数
date: 2020-07-04T09:05:00+09:00
category: 数学
tags:
  - 复数, 旋转
  - 几何
aliases:
  - /archives/42/
---

摘要。

<!-- More -->

见[另一篇](/old/other.html)和[它](/old/other.html#节)。

![单位圆](/archives/42/a.png)

![b](/img/b.png)

\`\`\`python
x = "{% raw %}"

    y = \`1\`
\`\`\`

{% note info %}
甲$x$，$y$，$z$
{% endnote %}
`);
    expect(text("content/posts/about.md")).toContain("aliases:\n  - /about/\n");
  });

  it("says what it did not understand, with file and line", async () => {
    const report = await importWorld(hexo, blog).run();
    expect(notesOf(report)).toEqual([
      "source/_posts/rotation.md:1 a post has one category here; the others became tags",
      "source/_posts/rotation.md:1 unsure: “复数, 旋转” is one tag to Hexo, and is kept as one",
      "source/_posts/rotation.md:27 the tag {% note info %} is not understood; it stays as text",
      "source/_posts/rotation.md:29 the tag {% endnote %} is not understood; it stays as text",
      "source/about/index.md:1 a page; it is a post without a date here",
    ]);
    expect(report.leftOut.map(({ file, message }) => `${file} ${message}`)).toEqual([
      "source/_drafts/draft.md a draft; --drafts brings it",
      "source/_posts/rotation.md the key “cover” of the front matter",
      "source/_posts/rotation.md the key “password” of the front matter",
    ]);
    expect(report.totals.formulas).toMatchObject({ before: 3, after: 3, same: 3 });
    expect(report.missingFiles).toEqual([]);
  });

  it("never writes what front matter should not have held", async () => {
    const { run, disk } = importWorld(hexo, blog);
    const report = await run({ drafts: true });
    const written = [...disk.values()].map((bytes) => new TextDecoder().decode(bytes)).join();
    expect(written + JSON.stringify(report)).not.toContain("geheim");
  });

  it("brings drafts if asked", async () => {
    const { run, text } = importWorld(hexo, blog);
    await run({ drafts: true });
    expect(text("content/posts/draft.md")).toContain("title: 草稿\ndraft: true\n");
  });

  it.each([
    [":year/:month/:day/:title/", "a/b", "/2020/07/04/a/b/"],
    [":name.html", "a/b", "/b.html"],
    [":category/:i_month-:i_day/:post_title/", "b", "/数学/几何/7-4/题/"],
    [":year/:hash/", "b", undefined],
  ])("knows the address by %s", async (permalink, name, alias) => {
    const { run, disk, text } = importWorld(hexo, {
      "_config.yml": `permalink: ${permalink}`,
      [`source/_posts/${name}.md`]: "---\ntitle: 题\ndate: 2020-07-04\ncategories:\n  - [数学, 几何]\n---\n文",
    });
    const report = await run();
    expect(notesOf(report).join().includes("is not known")).toBe(alias === undefined);
    const [path = ""] = disk.keys();
    expect(/aliases:\n {2}- (.*)\n/.exec(text(path))?.[1]).toBe(alias);
  });
});
