import { describe, expect, it } from "vitest";
import { buildSite, post } from "../support/site.ts";

const counted = (id: string, day: string | undefined, more = "") =>
  post(`posts/${id}.md`, `id: ${id}\ntitle: "${id}"\n${day === undefined ? "" : `date: ${day}`}\n${more}`);

describe("the page of reader counts", () => {
  it("adds up, by post, year and series, and says what is not known", async () => {
    const { site, files, textOf } = await buildSite(
      counted("漫谈（一）", "2023-01-01", "readers: 1000\nreadersAsOf: 2024-12-30") +
        counted("漫谈（二）", "2024-01-01", "readers: 250\nreadersAsOf: 2024-12-31") +
        counted("单篇", "2024-03-01", "readers: 0") +
        counted("未数", "2024-04-01") +
        counted("无日", undefined, "readers: 7"),
      { config: { rules: { "post/missing-date": "ignore" } } },
    );
    expect(site.readers.total).toBe(1257);
    expect(site.readers.byYear).toEqual([
      { name: "2024", posts: 3, counted: 2, readers: 250 },
      { name: "2023", posts: 1, counted: 1, readers: 1000 },
      { name: "", posts: 1, counted: 1, readers: 7 },
    ]);
    expect(site.readers.bySeries).toEqual([
      { series: "漫谈", name: "漫谈", posts: 2, counted: 2, readers: 1250 },
      { name: "", posts: 3, counted: 2, readers: 7 },
    ]);
    const text = textOf("readers/index.html");
    expect(text).toContain("1,257 位读者，5 篇文章中 4 篇有数");
    expect(text).toMatch(/5 未数 —|未数 —/);
    expect(text).toContain("2024-12-30 至 2024-12-31");
    expect(text).toContain("1 篇没有记录");
    expect(files.get("archives/未数/index.html")).not.toContain("位读者");
    expect(textOf("archives/单篇/index.html")).toContain("0位读者");
  });

  it("lists series from the most to the least read, those of no known count last, equal ones by name", async () => {
    const { site } = await buildSite(
      counted("乙（一）", "2024-01-01", "readers: 3") +
        counted("甲（一）", "2024-01-02", "readers: 3") +
        counted("丁（一）", "2024-01-03") +
        counted("戊（一）", "2024-01-03") +
        counted("丙（一）", "2024-01-04", "readers: 4"),
    );
    expect(site.readers.bySeries.map(({ name }) => name)).toEqual(["丙", "乙", "甲", "丁", "戊"]);
  });

  it("of a site that counts nothing has no sum", async () => {
    const { site, textOf } = await buildSite(counted("甲", "2024-01-01"));
    expect(site.readers).toMatchObject({ counted: 0, byYear: [{ posts: 1, counted: 0 }] });
    expect(site.readers.total).toBeUndefined();
    expect(textOf("readers/index.html")).toMatch(/读者 — 位读者，1 篇文章中 0 篇有数/);
  });
});

describe("tags and categories", () => {
  it("of equal size stand by name", async () => {
    const { site } = await buildSite(counted("甲", "2024-01-01", "tags: [b, c, a]"));
    expect(site.tags.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  it("have pages, the largest first; names of one address are one", async () => {
    const { site, files, textOf } = await buildSite(
      counted("甲", "2024-01-01", "tags: [rope, 圆]\ncategory: 几何") + counted("乙", "2024-01-02", "tags: [RoPE]"),
    );
    expect(site.tags.map(({ name, posts }) => [name, posts])).toEqual([
      ["RoPE", ["乙", "甲"]],
      ["圆", ["甲"]],
    ]);
    expect(textOf("tags/rope/index.html")).toMatch(/RoPE 2 篇 .*乙.*甲/);
    expect(textOf("categories/几何/index.html")).toContain("几何 1 篇");
    expect(files.has("tags/index.html") && files.has("categories/index.html")).toBe(true);
  });
});
