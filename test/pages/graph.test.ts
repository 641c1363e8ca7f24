import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GraphPost } from "../../src/model/graph.ts";
import type { PostId, SeriesId } from "../../src/model/brand.ts";
import { packLanes, radiusOf, spread } from "../../src/pages/graph/lanes.ts";
import { layoutGraph } from "../../src/pages/graph/layout.ts";
import { timeScale } from "../../src/pages/graph/scale.ts";
import { swarm } from "../../src/pages/graph/swarm.ts";
import { buildSite, post } from "../support/site.ts";
import { elements, textsOf } from "../support/html.ts";

const dated = (...days: readonly string[]) => days.map((day) => ({ day }));

describe("years along the axis", () => {
  it("begin with the first post and end with the last; a year is as long as it has posts", () => {
    const posts = dated("2019-07-01", "2020-01-01", "2020-05-01", "2020-12-31", "2021-02-01");
    const { years, at } = timeScale(posts, { start: 10, end: 110, yearRoom: 0 });
    expect(years).toEqual([
      { year: "2019", from: 10, to: 30 },
      { year: "2020", from: 30, to: 90 },
      { year: "2021", from: 90, to: 110 },
    ]);
    expect([at("2019-07-01"), at("2020-01-01"), at("2020-12-31"), at("2021-02-01")]).toEqual([10, 30, 90, 110]);
  });

  it("leave out years without posts, but for a gap", () => {
    const { years } = timeScale(dated("2009-01-01", "2019-01-01"), { start: 0, end: 100, yearRoom: 20 });
    expect(years).toEqual([
      { year: "2009", from: 0, to: 45 },
      { year: "2019", from: 55, to: 100 },
    ]);
  });

  it("hold a single post", () => {
    expect(timeScale(dated("2020-03-01"), { start: 0, end: 50, yearRoom: 20 }).at("2020-03-01")).toBe(0);
  });
});

describe("posts that stand alone", () => {
  const beads = fc.array(fc.record({ along: fc.nat(200), radius: fc.constantFrom(2.6, 5, 10) }), { maxLength: 60 });

  it("never touch each other, and stay on the line where there is room", () => {
    fc.assert(
      fc.property(beads, (given) => {
        const sorted = given.toSorted((a, b) => a.along - b.along);
        const placed = swarm(sorted).map((across, index) => ({ across, ...sorted[index] }));
        for (const [index, a] of placed.entries())
          for (const b of placed.slice(index + 1))
            expect(Math.hypot(Number(a.along) - Number(b.along), a.across - b.across)).toBeGreaterThan(
              Number(a.radius) + Number(b.radius),
            );
      }),
    );
    expect(
      swarm([
        { along: 0, radius: 3 },
        { along: 50, radius: 3 },
      ]),
    ).toEqual([0, 0]);
    expect(
      swarm([
        { along: 0, radius: 3 },
        { along: 1, radius: 3 },
        { along: 2, radius: 3 },
      ]),
    ).toEqual([0, 9, -9]);
  });

  it("are placed in time where many share a place, as in an archive of twenty thousand", () => {
    const beads = Array.from({ length: 20_000 }, (_, index) => ({ along: index / 20, radius: 3 }));
    const start = process.cpuUsage();
    expect(new Set(swarm(beads)).size).toBeGreaterThan(100);
    expect(process.cpuUsage(start).user / 1e6, "seconds; each place tried in turn took minutes").toBeLessThan(10);
  });
});

describe("series", () => {
  const spot = (along: number) => ({ id: `${along}` as PostId, along, radius: 3 });
  const run = (series: string, ...at: readonly number[]) => ({ series: series as SeriesId, spots: at.map(spot) });

  it("share a row if one has ended, with its name, before the other begins", () => {
    const size = { length: 500, labelLength: (series: SeriesId) => series.length * 10 };
    const rows = packLanes(
      [run("a", 10, 100), run("b", 90, 120), run("c", 140, 200), run("long name", 300, 310)],
      size,
    );
    expect(rows.map(({ series, row }) => [series, row])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 0],
      ["long name", 0],
    ]);
    expect(packLanes([run("long name", 480, 490)], size)[0]).toMatchObject({ label: 410, from: 477, to: 493 });
  });

  it("keep posts of nearly the same day apart", () => {
    expect(spread([spot(0), spot(1), spot(50)]).map(({ along }) => along)).toEqual([0, 7, 50]);
  });

  it("have larger dots for posts that more name, up to a bound", () => {
    const sizes = [0, 1, 4, 9, 100].map((cited) => radiusOf({ cited }));
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes.at(-1)).toBe(10);
  });
});

describe("a layout", () => {
  const archive: readonly GraphPost[] = Array.from({ length: 40 }, (_, index) => ({
    id: `p${index}` as PostId,
    day: `20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
    cited: index % 5,
    ...(index % 3 > 0 && { series: `s${index % 7}` as SeriesId }),
  }));
  const size = { length: 800, rowGap: 40, yearRoom: 30, depth: 60, labelLength: () => 50 };
  const named = (id: PostId) => (id === "p39" ? ["p0" as PostId, "p1" as PostId] : []);

  it("has a place for every post, inside of the drawing", () => {
    const { spots, breadth } = layoutGraph(archive, named, size);
    expect(spots.size).toBe(40);
    for (const { along, across, radius } of spots.values()) {
      expect(along - radius).toBeGreaterThanOrEqual(0);
      expect(along + radius).toBeLessThanOrEqual(800);
      expect(across - radius).toBeGreaterThanOrEqual(0);
      expect(across + radius).toBeLessThanOrEqual(breadth);
    }
  });

  it("fills a breadth that is given, with rows closer to each other if there are many", () => {
    expect(layoutGraph(archive, named, { ...size, fill: 250 }).breadth).toBe(250);
    expect(layoutGraph(archive.slice(0, 1), named, { ...size, fill: 250 }).breadth).toBe(250);
  });

  it("of series only has no band below them", () => {
    const series = archive.filter((one) => one.series !== undefined);
    expect(layoutGraph(series, named, size).alone).toBeUndefined();
  });
});

describe("the page of who names whom", () => {
  const one = (id: string, day: string | undefined, text = "文") =>
    post(`posts/${id}.md`, `id: ${id}\ntitle: "${id}"\n${day === undefined ? "" : `date: ${day}`}`, text);

  it("has a dot with its arcs for each dated post, a line for each series, and a table of those that are linked", async () => {
    const { files, textOf } = await buildSite(
      one("漫谈（一）", "2020-01-01") +
        one("漫谈（二）", "2020-03-01", "见[上篇](/archives/漫谈（一）/)与《单篇》。") +
        one("单篇", "2021-01-01", "见《漫谈（一）》。") +
        one("孤篇", "2021-02-01") +
        one("无日", undefined, "见《单篇》。"),
      { config: { rules: { "post/missing-date": "ignore" } } },
    );
    const html = files.get("graph/index.html") ?? "";
    const dots = elements(
      html,
      ({ tagName, properties }) => tagName === "circle" && "cx" in properties && !("stroke" in properties),
    );
    expect(dots).toHaveLength(2 * 4);
    const titles = textsOf(html, "title").slice(1);
    expect(titles.slice(0, 4)).toEqual([
      "孤篇（2021-02-01）：引用 0 篇，被 0 篇引用",
      "单篇（2021-01-01）：引用 1 篇，被 2 篇引用",
      "漫谈（二）（2020-03-01）：引用 2 篇，被 0 篇引用",
      "漫谈（一）（2020-01-01）：引用 0 篇，被 2 篇引用",
    ]);
    const arcs = elements(html, ({ properties }) => String(properties["className"]) === "arc");
    expect(arcs.slice(0, 2).map(({ properties }) => String(properties["d"]).split("M").length - 1)).toEqual([1, 2]);
    expect(textOf("graph/index.html")).toMatch(/4 篇，4 处/);
    expect(textOf("graph/index.html")).toMatch(
      /文章 引用 被引用 单篇 2021 1 2 漫谈 （一） 2020 0 2 漫谈 （二） 2020 2 0 无日 1 0/,
    );
    expect(textOf("archives/index.html")).toContain("谁引用谁 引用图");
    expect(files.get("sitemap.xml")).toContain("/graph/");
  });

  it("is not there in an archive without links", async () => {
    const { files, textOf } = await buildSite(one("甲", "2020-01-01") + one("乙", "2020-01-02"));
    expect(files.has("graph/index.html")).toBe(false);
    expect(textOf("archives/index.html")).not.toContain("引用图");
  });

  it("is a table only, if no post has a date", async () => {
    const { files } = await buildSite(one("甲", undefined) + one("乙", undefined, "见《甲》。"));
    expect(files.get("graph/index.html")).not.toContain('class="graph');
    expect(files.get("graph/index.html")).toContain("<table");
  });

  it("cuts long names of series, and folds the table behind the hundredth row", async () => {
    const name = "这是一个相当长的系列它的名字在图上放不下";
    const parts = [1, 2].map((part) => one(`${name}（${part === 1 ? "一" : "二"}）`, `2020-01-0${part}`));
    const many = Array.from({ length: 102 }, (_, index) => one(`篇${index}`, "2020-05-01", `见《${name}（一）》。`));
    const { files } = await buildSite([...parts, ...many].join(""));
    const html = files.get("graph/index.html") ?? "";
    expect(textsOf(html, "text")).toContain("这是一个相当长的系列它的名字在…");
    expect(html).toContain("<summary>其余 3 篇</summary>");
  });
});
