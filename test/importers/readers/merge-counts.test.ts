import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeCounts, type DailyCount } from "../../../src/importers/readers/merge-counts.ts";
import { printCounts } from "../../../src/importers/readers/print-counts.ts";
import { tallyRows } from "../../../src/importers/readers/tally-rows.ts";

const on = (day: number, views: number, path = "/a/"): DailyCount => ({ day: `2026-11-0${day}`, path, views });

describe("counts of one source that are imported again", () => {
  it("leave the larger number of each day and page", () => {
    const present = [on(1, 5), on(2, 5), on(2, 2, "/b/")];
    expect(mergeCounts(present, [on(2, 9), on(3, 7), on(1, 1)])).toEqual([
      on(1, 5),
      on(2, 9),
      on(2, 2, "/b/"),
      on(3, 7),
    ]);
    expect(mergeCounts([{ path: "/a/", views: 9 }], [{ path: "/a/", views: 12 }, on(1, 1)])).toEqual([
      { path: "/a/", views: 12 },
      on(1, 1),
    ]);
  });

  it("are compared measure by measure", () => {
    const visits = { day: "2026-11-01", path: "/a/" };
    expect(mergeCounts([{ ...visits, views: 5, visitors: 1 }], [{ ...visits, views: 3, visitors: 2 }])).toEqual([
      { ...visits, views: 5, visitors: 2 },
    ]);
    expect(mergeCounts([{ ...visits, views: 5 }], [{ ...visits, visitors: 2 }])).toEqual([
      { ...visits, views: 5, visitors: 2 },
    ]);
  });

  it("are the same in whatever order and however often they come", () => {
    const count = fc.record({
      day: fc.constantFrom(undefined, "2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"),
      path: fc.constantFrom("/a/", "/b/"),
      views: fc.nat(9),
    });
    const counts = fc
      .uniqueArray(count, { selector: ({ day, path }) => `${day}${path}`, maxLength: 8 })
      .map((all) => all.map(({ day, ...rest }): DailyCount => (day === undefined ? rest : { ...rest, day })));
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const both = mergeCounts(mergeCounts([], one), other);
        expect(mergeCounts(both, one)).toEqual(both);
        expect(mergeCounts(mergeCounts([], other), one)).toEqual(both);
      }),
    );
  });
});

describe("rows of an export", () => {
  it("add up by day and post, whichever of its addresses they name", () => {
    const find = (address: string) => (address.startsWith("/a") ? "/a/" : undefined);
    const rows = [
      { address: "/a", day: "2026-11-01", views: 2 },
      { address: "/a/index.html", day: "2026-11-01", views: 3, visitors: 1 },
      { address: "/tags/", day: "2026-11-02", views: 3 },
      { address: "/a", day: "2026-12-01", views: 2 },
      { address: "/a", visitors: 4 },
    ];
    expect(tallyRows(rows, { find, today: "2026-11-30" })).toEqual({
      counts: [
        { path: "/a/", day: "2026-11-01", views: 5, visitors: 1 },
        { path: "/a/", visitors: 4 },
      ],
      days: new Set(["2026-11-01", "2026-11-02"]),
      elsewhere: 1,
      later: 1,
    });
  });

  it("are printed as the site reads them", () => {
    const rows = [
      { path: '/a,"b"/', views: 3, source: "n" },
      { ...on(1, 2), visitors: 0, source: "n" },
    ];
    expect(printCounts(rows)).toBe('date,path,views,visitors,source\n,"/a,""b""/",3,,n\n2026-11-01,/a/,2,0,n\n');
  });
});
