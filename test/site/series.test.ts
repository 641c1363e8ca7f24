import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { UrlPath } from "../../src/model/brand.ts";
import type { PostSummary, SeriesOverride } from "../../src/model/post.ts";
import type { SeriesEntry } from "../../src/model/site.ts";
import { groupSeries } from "../../src/site/series.ts";
import { summary } from "../support/summary.ts";

interface Given {
  readonly title: string;
  readonly day?: string;
  readonly id?: string;
  readonly series?: SeriesOverride;
}

function post({ series, ...given }: Given): PostSummary {
  return summary({ ...given, meta: { ...(series && { series }) } });
}

function group(given: readonly Given[]) {
  return groupSeries(given.map(post), { urlOf: (id) => `/series/${id}/` as UrlPath });
}

/** Entries as lines: `3 甲`, `4 missing`, `5 乙 duplicate`. */
function lines(entries: readonly SeriesEntry[]): readonly string[] {
  return entries.map((entry) => {
    const { number, half } = entry.part;
    const label = `${number ?? "-"}${half === undefined ? "" : "上中下".charAt(half - 1)}`;
    return entry.kind === "missing"
      ? `${label} missing`
      : `${label} ${entry.post}${entry.duplicate ? " duplicate" : ""}`;
  });
}

/** Lines of all series, each below its name. */
function listing(given: readonly Given[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(group(given).value.series.map(({ name, entries }) => [name, lines(entries)]));
}

describe("groupSeries finds series", () => {
  it("from titles, in any spelling", () => {
    const given = [
      { title: "圆 与“方” (二): 割圆", id: "b", day: "2020-02-01" },
      { title: "圆与「方」（一）：起源", id: "a", day: "2020-01-01" },
      { title: "不成系列", id: "c", day: "2020-01-15" },
    ];
    expect(listing(given)).toEqual({ "圆与「方」": ["1 a", "2 b"] });
  });

  it("with one post, if it has a number or a half", () => {
    expect(listing([{ title: "圆（三）" }, { title: "方（上）" }])).toEqual({
      方: ["-上 方（上）"],
      圆: ["3 圆（三）"],
    });
  });

  it("from front matter, which goes before the title", () => {
    const given: readonly Given[] = [
      { title: "圆（一）", id: "a", series: { name: "方" } },
      { title: "圆（二）", id: "b", series: { name: false } },
      { title: "随笔（下）", id: "c", series: { name: "方", part: 2 } },
      { title: "无号", id: "d", series: { name: "独" } },
      { title: "圆（五）", id: "e", series: { name: "方", part: 3 } },
    ];
    expect(listing(given)).toEqual({ 方: ["1 a", "2下 c", "3 e"] });
  });

  it("without numbers, from old to new", () => {
    const series = { name: "杂记" };
    const given = [
      { title: "丙", id: "c", series },
      { title: "乙", id: "b", day: "2021-01-01", series },
      { title: "甲", id: "a", day: "2020-01-01", series },
    ];
    expect(listing(given)).toEqual({ 杂记: ["- a", "- b", "- c"] });
  });

  it("in nothing", () => {
    expect(group([])).toEqual({ value: { series: [], seriesOf: new Map() }, diagnostics: [] });
  });
});

describe("groupSeries orders parts", () => {
  it("by number, half, date and path, those without a number last", () => {
    const series = { name: "圆" };
    const given = [
      { title: "附记", id: "z", day: "2019-01-01", series },
      { title: "圆（下）", id: "y", day: "2019-01-02", series },
      { title: "圆（上）", id: "x", day: "2019-01-03", series },
      { title: "圆（二）：乙（下）", id: "d", day: "2020-01-02" },
      { title: "圆（二）：乙（上）", id: "c", day: "2020-01-03" },
      { title: "圆（二）：总", id: "b", day: "2020-01-04" },
      { title: "圆（一）：后", id: "a2", day: "2020-01-06" },
      { title: "圆（一）：前", id: "a1", day: "2020-01-05" },
      { title: "圆（三）：同日", id: "e2", day: "2020-01-07" },
      { title: "圆（三）：同日", id: "e1", day: "2020-01-07" },
    ];
    expect(listing(given)["圆"]).toEqual([
      "1 a1 duplicate",
      "1 a2 duplicate",
      "2 b",
      "2上 c",
      "2下 d",
      "3 e1 duplicate",
      "3 e2 duplicate",
      "-上 x",
      "-下 y",
      "- z",
    ]);
  });

  it("and lists the same posts without gaps", () => {
    const [series] = group([{ title: "圆（四）" }, { title: "圆（一）" }]).value.series;
    expect(series?.posts).toEqual(["圆（一）", "圆（四）"]);
  });
});

describe("groupSeries shows gaps", () => {
  it("between the first and the last part only", () => {
    expect(listing([{ title: "圆（二十）" }, { title: "圆（十七）" }])["圆"]).toEqual([
      "17 圆（十七）",
      "18 missing",
      "19 missing",
      "20 圆（二十）",
    ]);
  });

  it("but none between halves", () => {
    expect(listing([{ title: "圆（上）" }, { title: "圆（下）" }])["圆"]).toEqual(["-上 圆（上）", "-下 圆（下）"]);
    expect(listing([{ title: "圆（3上）" }, { title: "圆（3下）" }])["圆"]).toEqual(["3上 圆（3上）", "3下 圆（3下）"]);
  });

  it("unless they are too long to be gaps", () => {
    expect(listing([{ title: "圆（1）" }, { title: "圆（52）" }])["圆"]).toHaveLength(52);
    expect(listing([{ title: "圆（1）" }, { title: "圆（53）" }])["圆"]).toHaveLength(2);
    const issues = [2023, 2024].map((part) => ({ title: `${part} 年记`, series: { name: "年记", part } }));
    expect(listing([...issues, { title: "序", series: { name: "年记", part: 1 } }])["年记"]).toHaveLength(3);
  });
});

describe("groupSeries reports", () => {
  it("parts that are there twice, naming both files", () => {
    const { diagnostics } = group([
      { title: "圆（五）：乙", id: "b", day: "2020-02-01" },
      { title: "圆（五）：甲", id: "a", day: "2020-01-01" },
      { title: "圆（六）：丙（上）", id: "c" },
      { title: "圆（六）：丁（上）", id: "d" },
      { title: "圆（六）：戊（下）", id: "e" },
    ]);
    expect(diagnostics).toMatchObject([
      {
        code: "series/duplicate-part",
        severity: "info",
        file: "posts/b.md",
        message: "part “5” of the series “圆” is both “posts/a.md” and “posts/b.md”",
        related: [{ file: "posts/a.md" }],
      },
      { file: "posts/d.md", message: "part “6上” of the series “圆” is both “posts/c.md” and “posts/d.md”" },
    ]);
  });

  it("nothing about parts without a number", () => {
    const series = { name: "杂记" };
    expect(
      group([
        { title: "甲", series },
        { title: "乙", series },
      ]).diagnostics,
    ).toEqual([]);
  });
});

describe("groupSeries names series", () => {
  it("by the slug of the oldest spelling, with its address", () => {
    const { series, seriesOf } = group([{ title: "圆与方（一）", id: "a" }]).value;
    expect(series).toMatchObject([{ id: "圆与方", name: "圆与方", url: "/series/圆与方/" }]);
    expect(seriesOf).toEqual(new Map([["a", "圆与方"]]));
  });

  it("apart, when slugs are the same: the older keeps it", () => {
    const given = [
      { title: "C#（一）", day: "2020-02-01" },
      { title: "C++（一）", day: "2020-01-01" },
      { title: "C（一）", day: "2020-03-01" },
      { title: "C-2（一）", day: "2020-04-01" },
    ];
    expect(group(given).value.series.map(({ id, name }) => [name, id])).toEqual([
      ["C-2", "c-2-2"],
      ["C", "c-3"],
      ["C#", "c-2"],
      ["C++", "c"],
    ]);
  });

  it("and lists the one with the newest post first, those without dates last", () => {
    const given = [
      { title: "甲（一）" },
      { title: "乙（一）", day: "2020-01-01" },
      { title: "丙（一）", day: "2020-06-01" },
      { title: "乙（二）", day: "2021-01-01" },
    ];
    expect(group(given).value.series.map(({ name }) => name)).toEqual(["乙", "丙", "甲"]);
  });
});

it("gives the same for any order of the posts, as plain data", () => {
  const title = fc
    .tuple(fc.constantFrom("圆", "方"), fc.constantFrom("", "（一）", "（三）", "（上）", "（四）：甲（下）"))
    .map((all) => all.join(""));
  const given = fc.array(fc.record({ title, day: fc.constantFrom("2020-01-01", "2020-01-02") }), { maxLength: 8 });
  const posts = given.map((all) => all.map((one, index) => ({ ...one, id: String(index) })));
  const order = posts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(order, ([one, other]) => {
      const result = group(one);
      expect(group(other)).toEqual(result);
      expect(structuredClone(result)).toEqual(result);
    }),
  );
});
