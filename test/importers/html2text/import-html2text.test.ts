import { expect, it } from "vitest";
import { html2text } from "../../../src/importers/html2text/import-html2text.ts";
import { importWorld, notesOf } from "../world.ts";

const mirror = `---
id: 42
title: "旋转与复数"
author: 张三
date: 2020-07-04
category: Mathematics
tags: ["复数", "几何"]
url: https://old.example/archives/42
citekey: old-42
---

设  
\\begin{align}a &= b \\\\\\  
&\\- c\\end{align}

## 小节 #

见[\`a\\\\_b\`](/archives/7)。

_**转载到请包括本文地址：** <https://old.example/archives/42>_
`;

it("restores a mirror, and shows what was damaged", async () => {
  const { run, text } = importWorld(html2text, { "42.md": mirror });
  const report = await run();
  expect(text("content/posts/2020/42-旋转与复数.md")).toBe(`---
id: 42
title: 旋转与复数
author: 张三
date: 2020-07-04
category: Mathematics
tags:
  - 复数
  - 几何
aliases:
  - /archives/42
---

设  
\\begin{align}a &= b \\\\  
&- c\\end{align}

## 小节

见[\`a\\\\_b\`](/archives/7)。
`);
  expect(report.totals).toMatchObject({ formulas: { before: 1, after: 1, changed: 1 }, failed: 0 });
  expect(report.leftOut).toEqual([
    { file: "42.md", line: 1, message: "the key “citekey” of the front matter" },
    { file: "42.md", line: 20, message: "the notice under the post" },
  ]);
});

it("reads a file without front matter", async () => {
  const { run, text } = importWorld(html2text, { "a/旧文.md": "文" });
  expect(notesOf(await run())).toEqual([]);
  expect(text("content/posts/旧文.md")).toBe("---\nid: 旧文\n---\n\n文\n");
});
