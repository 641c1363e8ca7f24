import { describe, expect, it } from "vitest";
import { jekyll } from "../../../src/importers/jekyll/import-jekyll.ts";
import { importWorld, notesOf, type Files } from "../world.ts";

const post = `---
layout: post
title: 旋转与复数
categories: Math geometry
tags: 复数 旋转
redirect_from: /old/
---
* 目录
{:toc}

设$$x$$，则

$$
y
$$

<!--break-->

见[另一篇]({% post_url 2019-01-01-other %}){:target="_blank"}和![图]({{ site.baseurl }}/assets/a.png)。

{% highlight python %}
z = {{ site.url }}
{% endhighlight %}

{% include x.html %}
{: .lead}
`;

const blog: Files = {
  "_config.yml": "permalink: pretty\nexcerpt_separator: <!--break-->\n",
  "_posts/2020-07-04-rotation.md": post,
  "_posts/2019-01-01-other.md": "---\ntitle: 另一篇\ndate: 2019-01-01 08:00:00 +0000\npermalink: /archives/7/\n---\n文",
  "_drafts/d.md": "---\ntitle: 草稿\n---\n",
  "about.md": "---\ntitle: 关于\n---\n我",
  "README.md": "# 说明",
  "assets/a.png": Uint8Array.of(1),
};

describe("import jekyll", () => {
  it("brings posts, pages and pictures", async () => {
    const { run, disk, text } = importWorld(jekyll, blog);
    await run();
    expect([...disk.keys()]).toEqual([
      "content/posts/2019/7-另一篇.md",
      "content/posts/2020/rotation.md",
      "content/posts/about.md",
      "public/assets/a.png",
      "content/data/imports/jekyll.json",
    ]);
    expect(text("content/posts/2020/rotation.md")).toBe(`---
id: rotation
title: 旋转与复数
date: 2020-07-04
category: Math
tags:
  - 复数
  - 旋转
  - geometry
aliases:
  - /math/geometry/2020/07/04/rotation/
  - /old/
---

设$x$，则

$$
y
$$

<!--more-->

见[另一篇](/archives/7/)和![图](/assets/a.png)。

\`\`\`python
z = {{ site.url }}
\`\`\`

{% include x.html %}
`);
  });

  it("says what it left", async () => {
    const report = await importWorld(jekyll, blog).run();
    expect(notesOf(report)).toEqual([
      "_posts/2020-07-04-rotation.md:1 a post has one category here; the others became tags",
      "_posts/2020-07-04-rotation.md:8 kramdown's * 目录 {:toc} is taken out",
      '_posts/2020-07-04-rotation.md:19 kramdown\'s {:target="_blank"} is taken out',
      "_posts/2020-07-04-rotation.md:25 the tag {% include x.html %} is not understood; it stays as text",
      "_posts/2020-07-04-rotation.md:26 kramdown's {: .lead} is taken out",
      "about.md:1 a page; it is a post without a date here",
    ]);
    expect(report.totals.formulas).toMatchObject({ before: 2, after: 2, same: 2 });
  });
});
