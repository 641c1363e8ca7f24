import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PostId, SeriesId, SourcePath, UrlPath } from "../../src/model/brand.ts";
import type { ReaderCount, ReaderSourceInfo } from "../../src/model/readers.ts";
import type { ReaderStats } from "../../src/model/site.ts";
import { countReaders } from "../../src/site/readers.ts";
import { summary, type GivenSummary } from "../support/summary.ts";

const nowhere = { line: 1, column: 1, offset: 0 };

/** A row about the post `path`. */
function row(path: string, given: Partial<ReaderCount>): ReaderCount {
  const span = { start: nowhere, end: nowhere };
  return { source: "log", file: "log.csv" as SourcePath, span, path, ...given };
}

/** Statistics of posts that are known by their titles; every path is the title of a post. */
function count(
  posts: readonly GivenSummary[],
  counts: readonly ReaderCount[],
  infos: readonly ReaderSourceInfo[] = [],
): ReaderStats {
  return countReaders({
    posts: posts.map(summary),
    counts,
    infos: new Map(infos.map((info) => [info.source, info])),
    at: (path) => ({ kind: "post", post: path as PostId }),
    urls: posts.map(({ title }) => `/${title}/` as UrlPath),
    series: [],
    seriesOf: new Map<PostId, SeriesId>(),
  }).value;
}

const of = (stats: ReaderStats, title: string) => stats.of.get(title as PostId);

describe("the count of a post", () => {
  it("is the baseline and what was counted after its day", () => {
    const stats = count(
      [{ title: "甲", meta: { readers: 1000, readersAsOf: "2025-12-31" } }, { title: "乙" }],
      [
        row("甲", { day: "2025-12-30", views: 7 }),
        row("甲", { day: "2025-12-31", views: 7 }),
        row("甲", { day: "2026-01-01", views: 7 }),
        row("乙", { views: 500, source: "old" }),
        row("乙", { day: "2025-12-31", views: 3 }),
        row("乙", { day: "2026-01-01", views: 4 }),
      ],
      [{ source: "old", asOf: "2025-12-31" }],
    );
    expect(of(stats, "甲")).toBe(1007);
    expect(of(stats, "乙")).toBe(504);
    expect(stats.sources).toEqual([
      { name: "front-matter", readers: 1000, baseline: { from: "2025-12-31", to: "2025-12-31" } },
      { name: "old", readers: 500, baseline: { from: "2025-12-31", to: "2025-12-31" } },
      { name: "log", readers: 11, days: { from: "2026-01-01", to: "2026-01-01" } },
    ]);
  });

  it("takes every day where nobody says how far the baseline goes", () => {
    const stats = count([{ title: "甲", meta: { readers: 10 } }], [row("甲", { day: "2020-01-01", views: 7 })]);
    expect(of(stats, "甲")).toBe(17);
    expect(stats.sources[0]).toEqual({ name: "front-matter", readers: 10, baseline: {} });
  });

  it("is unknown, not 0, without a row that says it", () => {
    const stats = count(
      [{ title: "甲" }, { title: "乙" }, { title: "丙" }],
      [row("甲", { day: "2026-01-01" }), row("乙", { day: "2026-01-01", views: 0 })],
    );
    expect([of(stats, "甲"), of(stats, "乙"), of(stats, "丙")]).toEqual([undefined, 0, undefined]);
    expect(stats.total).toBe(0);
    expect(stats.counted).toBe(1);
  });

  it("is of views, and of visitors only if nothing else is known", () => {
    const visitors = [row("甲", { day: "2026-01-01", visitors: 5 })];
    expect(count([{ title: "甲" }], visitors)).toMatchObject({ measure: "visitors", total: 5 });
    expect(
      count([{ title: "甲" }], [...visitors, row("甲", { day: "2026-01-02", views: 9, visitors: 8 })]),
    ).toMatchObject({
      measure: "views",
      total: 9,
    });
    expect(count([{ title: "甲", meta: { readers: 3 } }], visitors)).toMatchObject({ measure: "views", total: 3 });
    expect(count([{ title: "甲" }], [])).toMatchObject({ measure: "views", counted: 0 });
  });
});

describe("readers a day", () => {
  const perDay = (stats: ReaderStats) => stats.ranking.map(({ perDay: rate }) => rate);

  it("are counted from publication to the last day of the sources that count the post", () => {
    const stats = count(
      [
        { title: "甲", day: "2025-12-22", meta: { readers: 30, readersAsOf: "2025-12-31" } },
        { title: "乙", day: "2026-01-01" },
      ],
      [row("乙", { day: "2026-01-01", views: 8 }), row("乙", { day: "2026-01-02", views: 0 })],
    );
    expect(perDay(stats)).toEqual([3, 4]);
    expect(stats.until).toBe("2026-01-02");
  });

  it("are counted from the first day of a source where no baseline goes back to publication", () => {
    const log = [row("甲", { day: "2026-01-06", views: 10 }), row("乙", { day: "2026-01-10", views: 1 })];
    const posts = [
      { title: "甲", day: "2010-01-01" },
      { title: "乙", day: "2026-01-09" },
    ];
    expect(perDay(count(posts, log))).toEqual([2, 0.5]);
  });

  it("are unknown without a date, without a last day, and for a post that is younger than its count", () => {
    const counted = { readers: 5, readersAsOf: "2025-12-31" };
    const stats = count(
      [
        { title: "甲", meta: counted },
        { title: "乙", day: "2025-01-01", meta: { readers: 5 } },
        { title: "丙", day: "2026-01-01", meta: counted },
        { title: "丁", day: "2026-01-01" },
      ],
      [],
    );
    expect(perDay(stats)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("months", () => {
  it("run from the first to the last; one without a count is unknown; baselines are in none", () => {
    const stats = count(
      [{ title: "甲", meta: { readers: 100 } }],
      [
        row("甲", { day: "2025-11-30", views: 1 }),
        row("甲", { day: "2026-01-01", views: 2 }),
        row("甲", { day: "2026-01-31", views: 3, source: "b" }),
      ],
    );
    expect(stats.byMonth).toEqual([
      { month: "2025-11", readers: 1 },
      { month: "2025-12" },
      { month: "2026-01", readers: 5 },
    ]);
  });
});

const titles = ["甲", "乙", "丙"] as const;
const readers = fc.nat(1_000_000);
const days = fc.constantFrom("2025-06-30", "2025-12-31", "2026-01-01", "2026-02-14");
/** A baseline of each post, and rows of sources that count days. */
const archives = fc.record({
  posts: fc.tuple(
    ...titles.map((title) =>
      fc.record({ readers, readersAsOf: days }, { requiredKeys: [] }).map((meta): GivenSummary => ({ title, meta })),
    ),
  ),
  rows: fc.array(
    fc
      .record({ path: fc.constantFrom(...titles), day: days, views: readers, source: fc.constantFrom("a", "b", "c") })
      .map(({ path, ...given }) => row(path, given)),
  ),
});

describe("sums", () => {
  const sum = (numbers: readonly (number | undefined)[]) => numbers.reduce<number>((a, b = 0) => a + b, 0);

  it("of posts, of years, of series and of sources are the same number", () => {
    fc.assert(
      fc.property(archives, ({ posts, rows }) => {
        const { total = 0, ranking, byYear, bySeries, sources } = count(posts, rows);
        for (const part of [ranking, byYear, bySeries, sources])
          expect(sum(part.map((one) => one.readers))).toBe(total);
      }),
    );
  });

  it("lose exactly the part of a source that counts days when it is taken out", () => {
    fc.assert(
      fc.property(archives, fc.constantFrom("a", "b", "c"), ({ posts, rows }, out) => {
        const views = [...posts, { title: "丁", meta: { readers: 0 } }];
        const all = count(views, rows);
        const less = count(
          views,
          rows.filter(({ source }) => source !== out),
        );
        const part = all.sources.find(({ name }) => name === out)?.readers ?? 0;
        expect(less.total).toBe(Number(all.total) - part);
        expect(less.sources).toEqual(all.sources.filter(({ name }) => name !== out));
      }),
    );
  });
});
