import { describe, expect, it } from "vitest";
import { listing } from "../../../src/importers/listing/import-listing.ts";
import { importWorld, notesOf } from "../world.ts";

const archive = [
  "某站",
  "割圆记（二）",
  "By 张三 | 2020-07-04 | 8160位读者 | 引用再画一个圆。",
  "小节",
  "设$x=1",
  "割圆记（一）",
  "By 张三 | 2020-07-01 | 引用先画一个圆。",
  "最近评论",
  "李四：好",
  "",
].join("\n");

describe("import listing", () => {
  it("writes one file a post", async () => {
    const { run, text, disk } = importWorld(listing, { "list.txt": archive });
    await run({ asOf: "2024-07-20" });
    expect([...disk.keys()]).toEqual([
      "content/posts/2020/割圆记-二.md",
      "content/posts/2020/割圆记-一.md",
      "content/data/imports/listing.json",
    ]);
    expect(text("content/posts/2020/割圆记-二.md")).toBe(
      "---\nid: 割圆记-二\ntitle: 割圆记（二）\nauthor: 张三\ndate: 2020-07-04\nreaders: 8160\nreadersAsOf: 2024-07-20\n---\n\n再画一个圆。\n\n## 小节\n\n设$x=1$\n",
    );
  });

  it("accounts for the whole listing in its report", async () => {
    const { printed } = importWorld(listing, { "list.txt": archive });
    expect(await printed()).toEqual([
      "content/posts/2020/割圆记-二.md: new",
      "content/posts/2020/割圆记-一.md: new",
      "2 files: 2 new.",
      "2 posts in 106 characters: 12 in titles, 56 in by-lines, 21 in texts, 6 between them, 11 outside of posts.",
      "Texts without white space: 19 characters, 19 of them found in the files, and 3 of markup.",
      "2 posts, 1 of them line by line as they were; 0 comments.",
      "Formulas: 1 in, 1 out, 1 the same. 0 fail in KaTeX.",
      "Headings: 0 in, 1 out, 0 the same, 1 added.",
      "Links: 0 in, 0 out, 0 the same.",
      "Images: 0 in, 0 out, 0 the same.",
      "",
      "Please look at:",
      "  list.txt: the reader counts have no date; say when the listing was copied: --as-of 2024-07-20",
      "  list.txt:4: unsure: “小节” is written as a heading",
      "  list.txt:5: the text ends inside a formula; closed with “$”",
      "",
      "Left out:",
      "  list.txt:1: 某站",
      "  list.txt:8: 最近评论 … (2 lines)",
    ]);
  });

  it("reads other line ends, a byte-order mark and other encodings", async () => {
    const one = importWorld(listing, { "list.txt": archive });
    const other = importWorld(listing, { "list.txt": `\ufeff${archive.replaceAll("\n", "\r\n")}` });
    await one.run();
    await other.run();
    expect(other.disk).toEqual(one.disk);
  });

  it("gives posts of one name their own files and says so", async () => {
    const twice = [
      "题",
      "By 张三 | 2020-07-04 | 引用甲。",
      "题",
      "By 张三 | 2020-07-04 | 引用甲。",
      "题！",
      "By 张三 | 2020-07-05 | 引用乙。",
    ];
    const { run, disk, text } = importWorld(listing, { "list.txt": twice.join("\n") });
    const report = await run();
    expect([...disk.keys()].slice(0, 3)).toEqual([
      "content/posts/2020/题.md",
      "content/posts/2020/题-2.md",
      "content/posts/2020/题-3.md",
    ]);
    expect(text("content/posts/2020/题-3.md")).toContain("id: 题-3\ntitle: 题！");
    expect(notesOf(report)).toEqual([
      "list.txt:4 unsure: a post with the same title and date stands at list.txt:2; both are written, this one as “题-2”",
      "list.txt:6 unsure: a post with the same id stands at list.txt:2; both are written, this one as “题-3”",
    ]);
  });

  it("says where a text is no text", async () => {
    const { run } = importWorld(listing, { "list.txt": Uint8Array.of(0xe7, 0xae, 0x97, 0x0a, 0xcb, 0xe3) });
    const report = await run();
    expect(report.posts).toEqual([]);
    expect(notesOf(report)).toEqual(["list.txt is not UTF-8: the byte at offset 4 is no part of a character"]);
  });
});
