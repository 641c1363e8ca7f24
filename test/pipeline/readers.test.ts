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

describe("counts from several sources", () => {
  const posts =
    counted("漫谈（一）", "2023-01-01", "readers: 1000\nreadersAsOf: 2024-12-31") +
    counted("漫谈（二）", "2024-12-22", "aliases: /old/2.html");
  const old = "-- data/readers/old.csv --\ndate,path,views,visitors,source\n,/archives/漫谈-二/,1200,,typecho\n";
  const header = "-- data/readers/log.csv --\ndate,path,views,visitors,source\n";
  const log = `${header}2025-01-10,/archives/漫谈-一/,30,20,nginx\n2025-01-10,/old/2.html,7,7,nginx\n2025-03-01,/,99,,nginx\n`;
  const about =
    "-- data/readers/sources.yaml --\n- {source: typecho, label: 旧站, asOf: 2024-12-31, robotsFiltered: false}\n";

  const config = { permalink: "/archives/:slug/" };

  it("are joined by post and shown joined wherever a count stands", async () => {
    const { textOf, reported } = await buildSite(posts + old + log + about, { config });
    expect(reported).toEqual([]);
    expect(textOf("archives/漫谈-一/index.html")).toContain("1,030位读者");
    expect(textOf("index.html")).toMatch(/读得最多.*（二） 1,207 .*（一） 1,030/);
    expect(textOf("series/漫谈/index.html")).toContain("读者合计 2,237");
    expect(textOf("archives/index.html")).toContain("1,207");
    const readers = textOf("readers/index.html");
    expect(readers).toContain("2,237 位读者，2 篇文章");
    expect(readers).toMatch(/来源 旧站 1,200 文章里的记录 1,000 nginx 37 合计 2,237/);
    expect(readers).toContain("旧站（2024-12-31以前的累计，未滤去爬虫）");
    expect(readers).toContain("nginx（2025-01-10逐日，是否滤去爬虫不详）");
    expect(readers).toContain("最近一次计数：2025-01-10");
    expect(readers).toMatch(/按月 .* 2025-01 37/);
  });

  it("lose exactly what a source has counted when it is taken out", async () => {
    const all = await buildSite(posts + old + log, { config });
    const withoutLog = await buildSite(posts + old, { config });
    const withoutOld = await buildSite(posts + log, { config });
    expect(all.site.readers.total).toBe(2237);
    expect(withoutLog.site.readers.total).toBe(2237 - 37);
    expect(withoutOld.site.readers.total).toBe(2237 - 1200);
    expect(withoutLog.files.has("readers/index.html")).toBe(true);
    expect(withoutLog.textOf("readers/index.html")).not.toContain("按月");
  });

  it("are a file for spreadsheets, in which a title is never a formula", async () => {
    const more = post("posts/c.md", "id: c\ntitle: '=SUM(\"A1\"), 一'\ndate: 2025-01-01");
    const { files } = await buildSite(posts + old + log + more, { config });
    expect(files.get("readers.csv")).toBe(
      [
        "path,title,published,views,perDay",
        "/archives/%E6%BC%AB%E8%B0%88-%E4%BA%8C/,漫谈（二）,2024-12-22,1207,60.350",
        "/archives/%E6%BC%AB%E8%B0%88-%E4%B8%80/,漫谈（一）,2023-01-01,1030,1.390",
        `/archives/sum-a1-%E4%B8%80/,"'=SUM(""A1""), 一",2025-01-01,,`,
        "",
      ].join("\n"),
    );
  });

  it("that are visitors say so, also in English", async () => {
    const rows = `${header}2025-01-10,/archives/甲/,,5,umami\n2025-02-10,/archives/甲/,,6,umami\n`;
    const robots = "-- data/readers/sources.yaml --\n- {source: umami, robotsFiltered: true}\n";
    const content = counted("甲", "2025-01-01") + counted("乙", "2025-01-01") + rows + robots;
    expect((await buildSite(content)).textOf("readers/index.html")).toContain("“读者”在这里是访客数");
    const { textOf } = await buildSite(content, { config: { language: "en" } });
    expect(textOf("readers/index.html")).toContain(
      "Readers are visitors here: who comes back another day counts again. Sources: umami (day by day from 2025-01-10 to 2025-02-10, without robots that say so). Posts without a record show “—” and are in no sum: 1.",
    );
  });

  it("of more than a hundred posts are folded behind the hundredth", async () => {
    const many = Array.from({ length: 103 }, (_, index) => counted(`篇${index}`, "2024-01-01", `readers: ${index}`));
    const { files, textOf } = await buildSite(many.join(""));
    expect(files.get("readers/index.html")).toMatch(/<details class="fold"><summary>其余 3 篇<\/summary>/);
    expect(textOf("readers/index.html")).toMatch(/100 篇3 3 — 其余 3 篇 次 文章 条形 位读者 每日 101 篇2 2 —/);
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
