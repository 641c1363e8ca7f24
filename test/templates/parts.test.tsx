import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Html } from "../../src/model/brand.ts";
import { ColumnChart, columnWorth } from "../../templates/parts/column-chart.tsx";
import { PagesNav } from "../../templates/parts/pages-nav.tsx";
import { perDayText } from "../../templates/parts/per-day.ts";
import { Raw } from "../../templates/parts/raw.tsx";
import { barWorth, rodStyle, rodWorth } from "../../templates/parts/rod-length.ts";
import { Rods } from "../../templates/parts/rods.tsx";
import { wordsOf } from "../../templates/strings.ts";

describe("markup in a template", () => {
  it("is taken as it is only if it is known to be escaped; texts are escaped", () => {
    expect(renderToString(<Raw html={"<b>x</b>" as Html} />)).toBe("<span><b>x</b></span>");
    expect(renderToString(<p>{"<b>x</b>"}</p>)).toBe("<p>&lt;b>x&lt;/b></p>");
    // @ts-expect-error a plain string is not markup
    const refused = <Raw html={"<b>x</b>"} />;
    expect(refused).toBeDefined();
  });
});

describe("counting rods", () => {
  it.each([
    [10, 20, 1],
    [40, 20, 2],
    [141_046, 21, 10_000],
    [371_961, 30, 20_000],
    [1_000_000, 21, 50_000],
  ])("for at most %i readers in %i rods stand for %i each", (largest, most, worth) => {
    expect(rodWorth(largest, most)).toBe(worth);
    expect(largest / worth).toBeLessThanOrEqual(most);
  });

  it("are cut to the remainder, so that nothing is rounded up", () => {
    expect(rodStyle(20_000, 10_000)).toBe("--rods:10.0px");
    expect(rodStyle(25_000, 10_000)).toBe("--rods:11.0px");
    expect(rodStyle(1, 10_000)).toBe("--rods:0.0px");
    expect(barWorth([{ readers: 40 }, {}])).toBe(2);
    expect(barWorth([])).toBe(1);
  });

  it("of a series that is too long for a picture are left out", () => {
    const rods = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ state: "part" as const, label: `${index}` }));
    expect(renderToString(<Rods rods={rods(40)} />).match(/<i>/g)).toHaveLength(40);
    expect(renderToString(<Rods rods={rods(41)} />)).toBe("");
  });

  it("of a chart lie above each other, the last one as long as the remainder; an unknown column is empty", () => {
    const columns = [{ name: "2024" }, { name: "2025", readers: 2500 }];
    expect(columnWorth(columns)).toBe(100);
    const svg = renderToString(<ColumnChart columns={columns} title="按年" />);
    expect(svg.match(/<path class="rod[^"]*"/g)).toEqual(['<path class="rod now"']);
    expect(svg.match(/h44\.0/g)).toHaveLength(25);
    expect(svg).toContain('role="img"');
    expect(
      svg
        .replace(/<[^>]*>/g, " ")
        .split(/\s+/)
        .join(" ")
        .trim(),
    ).toBe("按年 — 2024 2,500 2025");
  });

  it("of many columns leave the numbers to the table, and some of the names where there is no room", () => {
    const columns = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: String(2000 + index), readers: index }));
    const texts = (count: number) =>
      [...renderToString(<ColumnChart columns={columns(count)} title="" />).matchAll(/>([^<]*)<\/text>/g)].map(
        ([, text]) => text,
      );
    expect(texts(7)).toContain("6");
    expect(texts(8)).toEqual(columns(8).map(({ name }) => name));
    expect(texts(20)).toEqual(["2001", "2003", "2005", "2007", "2009", "2011", "2013", "2015", "2017", "2019"]);
    expect(texts(0)).toEqual([]);
  });
});

describe("readers a day", () => {
  it.each([
    [undefined, "—"],
    [0, "0"],
    [0.04, "<0.1"],
    [0.19, "0.1"],
    [30.39, "30.3"],
    [99.99, "99.9"],
    [1204.9, "1,204"],
  ])("%s is written %s, never rounded up", (perDay, text) => {
    expect(perDayText(perDay)).toBe(text);
  });
});

describe("numbers of pages", () => {
  const nav = (current: number, count: number) =>
    renderToString(
      <PagesNav
        words={wordsOf("zh-CN")}
        pagination={{
          current,
          pages: Array.from({ length: count }, (_, i) => ({ number: i + 1, href: `/page/${i + 1}/` })),
        }}
      />,
    );

  it.each([
    [1, 1, ""],
    [1, 3, "1 2 3 更早的文章"],
    [1, 9, "1 2 3 … 9 更早的文章"],
    [5, 9, "1 … 3 4 5 6 7 … 9 更早的文章"],
    [9, 9, "1 … 7 8 9"],
  ])("on page %i of %i are “%s”", (current, count, expected) => {
    expect(
      nav(current, count)
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    ).toBe(expected);
  });
});

describe("the words of the interface", () => {
  it("are the same in both languages, and English has no Chinese in it", () => {
    const [zh, en] = [wordsOf("zh-CN"), wordsOf("en")];
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    for (const [key, word] of Object.entries(en)) {
      if (typeof word === "string") expect(word, key).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("count in grammar", () => {
    const { readersCount, posts, hours } = wordsOf("en");
    expect([readersCount(1), readersCount(1200), posts(1), posts(0), hours(59), hours(90)]).toEqual([
      "1 reader",
      "1,200 readers",
      "1 post",
      "0 posts",
      "59 min",
      "1 h 30 min",
    ]);
    const { hours: chinese } = wordsOf("zh-CN");
    expect([chinese(59), chinese(60), chinese(112)]).toEqual(["59分钟", "1小时", "1小时52分"]);
  });
});
