import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Html } from "../../src/model/brand.ts";
import { PagesNav } from "../../templates/parts/pages-nav.tsx";
import { Raw } from "../../templates/parts/raw.tsx";
import { barWorth, rodStyle, rodWorth } from "../../templates/parts/rod-length.ts";
import { Rods } from "../../templates/parts/rods.tsx";
import { YearChart, yearWorth } from "../../templates/parts/year-chart.tsx";
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

  it("of years lie above each other, the last one as long as the remainder, years from left to right", () => {
    const years = [
      { name: "2025", posts: 1, counted: 1, readers: 25 },
      { name: "2024", posts: 1, counted: 0 },
    ];
    expect(yearWorth(years)).toBe(1);
    const svg = renderToString(<YearChart years={years} title="按年" />);
    expect(svg.indexOf("2024")).toBeLessThan(svg.indexOf("2025"));
    expect(svg.match(/h44\.0/g)).toHaveLength(25);
    expect(svg).toContain('role="img"');
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
