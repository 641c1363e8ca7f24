import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { parseListing } from "../../../src/importers/listing/read-listing.ts";

/** A listing from its lines, and what was read from it without positions. */
function read(...lines: readonly string[]) {
  const { posts, notes, pieces } = parseListing(lines.join("\n"));
  return { posts: posts.map(({ line: _line, ...post }) => post), notes, pieces };
}

describe("parseListing", () => {
  it("reads title, by-line and the excerpt behind it", () => {
    const text = [
      "割圆记（一）",
      "By 张三 | 2020-07-04 | 8160位读者 | 引用先画一个圆。",
      "再画一个方。",
      "小题",
      "By 李四 | 2020-07-01 | 引用短文。",
    ];
    expect(parseListing(text.join("\n")).posts).toEqual([
      {
        title: "割圆记（一）",
        author: "张三",
        day: "2020-07-04",
        readers: 8160,
        body: "先画一个圆。\n再画一个方。",
        line: 2,
      },
      { title: "小题", author: "李四", day: "2020-07-01", body: "短文。", line: 5 },
    ]);
  });

  it.each([
    [
      "full-width bars",
      "By 张三 ｜ 2020-07-04 ｜ 12位读者 ｜ 引用文",
      { author: "张三", day: "2020-07-04", readers: 12, body: "文" },
    ],
    ["no spaces", "By 张三|2020-07-04|12位读者|引用文", { author: "张三", day: "2020-07-04", readers: 12, body: "文" }],
    ["commas in the count", "By 张三 | 2020-07-04 | 1,234,567位读者 | 引用文", { readers: 1_234_567 }],
    ["no readers", "By 张三 | 2020-07-04 | 0位读者 | 引用文", { readers: 0 }],
    ["two authors", "By 张三、Ada L. | 2020-07-04 | 引用文", { author: "张三、Ada L." }],
    ["a bar in the name", "By 张|三 | 2020-07-04 | 引用文", { author: "张|三" }],
    [
      "a text that begins with the word",
      "By 张三 | 2020-07-04 | 12位读者 | 引用引用是好习惯。",
      { body: "引用是好习惯。" },
    ],
    ["no excerpt", "By 张三 | 2020-07-04 | 12位读者 | 引用", { body: "" }],
    ["a leap day", "By 张三 | 2020-02-29 | 引用文", { day: "2020-02-29" }],
  ])("reads a by-line with %s", (_name, byLine, expected) => {
    const { posts, notes } = read("题", byLine);
    expect(posts).toMatchObject([{ title: "题", ...expected }]);
    expect(notes).toEqual([]);
  });

  it("has no reader count where there is no reader part", () => {
    expect(read("题", "By 张三 | 2020-07-04 | 引用文").posts[0]).not.toHaveProperty("readers");
  });

  it.each([
    ["By 张三 | 2021-02-29 | 引用文", /2021-02-29 is not a day of the calendar/],
    ["By 张三 | 2020-07-04 | 12位读者", /is not of the form/],
    ["By 张三 | 2020-07-4 | 引用文", /is not of the form/],
    ["By 张三 | 2020-07-04 | 很多位读者 | 引用文", /is not of the form/],
  ])("takes %j for text and says so", (line, message) => {
    const { posts, notes } = read("题", "By 张三 | 2020-07-05 | 引用文", "又题", line);
    expect(posts).toMatchObject([{ title: "题", body: `文\n又题\n${line}` }]);
    expect(notes).toEqual([{ line: 4, message: expect.stringMatching(message) }]);
  });

  it("takes a by-line without a title for text", () => {
    const second = "By 李四 | 2020-07-01 | 引用乙";
    const { posts, notes } = read("题", "By 张三 | 2020-07-05 | 引用甲", second);
    expect(posts).toMatchObject([{ body: `甲\n${second}` }]);
    expect(notes).toMatchObject([{ line: 3, message: expect.stringContaining("without a title") }]);
    expect(read("", second).posts).toEqual([]);
  });

  it("keeps empty lines inside of a text and drops those around it", () => {
    const { posts } = read(
      "",
      "题",
      "",
      "By 张三 | 2020-07-05 | 引用",
      "",
      "甲",
      "",
      "乙",
      "",
      "",
      "又题",
      "By 李四 | 2020-07-01 | 引用丙",
      "",
    );
    expect(posts).toMatchObject([
      { title: "题", body: "\n\n甲\n\n乙" },
      { title: "又题", body: "丙" },
    ]);
  });

  it("keeps what stands before the first title and from 最近评论 on apart", () => {
    const lines = ["某站", "首页", "题", "By 张三 | 2020-07-05 | 引用文", "最近评论", "甲：好", "乙：最近评论"];
    const { posts, pieces } = read(...lines);
    const outside = pieces
      .filter(({ kind }) => kind === "outside")
      .map(({ start, end }) => lines.join("\n").slice(start, end));
    expect(posts).toMatchObject([{ body: "文" }]);
    expect(outside).toEqual(["某站\n首页", "最近评论\n甲：好\n乙：最近评论"]);
  });

  it("ends at 最近评论 only behind the last by-line", () => {
    const { posts } = read("题", "By 张三 | 2020-07-05 | 引用文", "最近评论", "又题", "By 李四 | 2020-07-01 | 引用文");
    expect(posts).toMatchObject([{ body: "文\n最近评论" }, { title: "又题" }]);
  });

  it.each(["", "\n\n", "只有文字", "最近评论"])("finds no posts in %j", (text) => {
    const { posts, pieces } = parseListing(text);
    expect(posts).toEqual([]);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
  });

  it("accounts for every character", () => {
    const word = fc.string({
      unit: fc.constantFrom("算", "a", " ", "　", "|", "引用", "$x$", "By ", "2020-07-04"),
      maxLength: 6,
    });
    const byLine = fc.constantFrom(
      "By 张三 | 2020-07-04 | 12位读者 | 引用",
      " By 李四 ｜ 2020-07-05 ｜ 引用",
      "By 王五 | 2020-13-01 | 引用",
    );
    const line = fc.oneof(
      word,
      fc.tuple(byLine, word).map((all) => all.join("")),
      fc.constantFrom("", "最近评论"),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const { posts, pieces } = parseListing(text);
        const textOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
        expect(pieces.map(textOf).join("")).toBe(text);
        expect(pieces.every(({ start, end }, index) => end > start && start === (pieces[index - 1]?.end ?? 0))).toBe(
          true,
        );
        for (const piece of pieces) if (piece.kind === "separator") expect(textOf(piece).trim()).toBe("");
        const kept = pieces.filter(({ kind }) => kind === "text").map(textOf);
        expect(kept).toEqual(posts.map(({ body }) => body).filter((body) => body !== ""));
        expect(pieces.filter(({ kind }) => kind === "title").map(textOf)).toEqual(posts.map(({ title }) => title));
      }),
      { numRuns: 500 },
    );
  });
});
