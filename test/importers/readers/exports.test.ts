import { describe, expect, it } from "vitest";
import type { CountReader } from "../../../src/importers/readers/count-export.ts";
import { bylines } from "../../../src/importers/readers/bylines.ts";
import { goatcounter } from "../../../src/importers/readers/goatcounter.ts";
import { plausible } from "../../../src/importers/readers/plausible.ts";
import { umami } from "../../../src/importers/readers/umami.ts";
import { waline } from "../../../src/importers/readers/waline.ts";

/** What a reader makes of files, and what it complains of, a line each. */
function read(reader: CountReader, files: Readonly<Record<string, string | Uint8Array>>) {
  const bodies = Object.entries(files).map(([path, body]) => ({
    path,
    bytes: typeof body === "string" ? new TextEncoder().encode(body) : body,
  }));
  const { rows, faults } = reader.read(bodies, { timeZone: "Asia/Shanghai" });
  return { rows, faults: faults.map(({ file, line, message }) => [file, line, message].filter(Boolean).join(" ")) };
}

const binary = Uint8Array.from({ length: 64 }, (_, index) => (index % 2 === 0 ? 0xff : 0xfd));

describe("GoatCounter", () => {
  const header =
    "2Path,Title,Event,UserAgent,Browser,System,Session,Bot,Referrer,Referrer scheme,Screen size,Location,FirstVisit,Date";

  it("exports a row a view; events and robots are none, and a first visit is a visitor too", () => {
    const csv = [
      header,
      '/archives/42/,旋转,0,Secret/9.9,Chrome 150,Linux,s-1,0,,,"1280,720,1",CN,1,2026-11-22T03:00:00Z',
      "/archives/42/,旋转,false,,Chrome 150,Linux,s-1,0,,,,CN,0,2026-11-22T17:00:00Z",
      "下载,,1,,Chrome 150,Linux,s-1,0,,,,CN,0,2026-11-22T03:00:00Z",
      "/archives/42/,,0,,Bot,,s-2,3,,,,CN,1,2026-11-22T03:00:00Z",
    ].join("\r\n");
    expect(read(goatcounter, { "export.csv": csv })).toEqual({
      rows: [
        { address: "/archives/42/", day: "2026-11-22", views: 1, visitors: 1 },
        { address: "/archives/42/", day: "2026-11-23", views: 1, visitors: 0 },
      ],
      faults: [],
    });
  });

  it("is refused in another version, and where a time is none", () => {
    expect(read(goatcounter, { "a.csv": `3Path${header.slice(5)}\n` }).faults).toEqual([
      "a.csv 1 there is no column “2Path”",
    ]);
    const rows = [header, "/a,x,0,,,,,0,,,,,1,yesterday", "/a,x,0"].join("\n");
    expect(read(goatcounter, { "a.csv": rows }).faults).toEqual([
      "a.csv 2 “Date” is not a time",
      "a.csv 3 the row has 3 cells, the header has 14",
    ]);
  });

  it("exports first visits by the hour as lines of JSON, which are visitors and no views", () => {
    const files = {
      "export/paths.jsonl": '{"id":9,"path":"/archives/42/","title":"旋转"}\n{"id":10,"path":"下载","event":true}\n',
      "export/hit_stats.jsonl": [
        '{"hour":"2026-03-05T15:00:00Z","path_id":9,"ref_id":1,"count":4}',
        '{"hour":"2026-03-05T16:00:00Z","path_id":9,"ref_id":2,"count":3}',
        '{"hour":"2026-03-05T16:00:00Z","path_id":10,"ref_id":2,"count":3}',
        '{"hour":"2026-03-05T16:00:00Z","path_id":11,"ref_id":2,"count":3}',
        '{"hour":"noon","path_id":9,"ref_id":2,"count":3}',
        '{"hour":"2026-03-05T16:00:00Z","path_id":9,"ref_id":2,"count":-3}',
        '{"__proto__":{"hour":1}}',
      ].join("\n"),
    };
    expect(read(goatcounter, files)).toEqual({
      rows: [
        { address: "/archives/42/", day: "2026-03-05", visitors: 4 },
        { address: "/archives/42/", day: "2026-03-06", visitors: 3 },
      ],
      faults: [
        "export/hit_stats.jsonl 4 “path_id” is not in paths.jsonl",
        "export/hit_stats.jsonl 5 “hour” is not a time",
        "export/hit_stats.jsonl 6 “count” is not a count",
        "export/hit_stats.jsonl 7 is not a line of an export of GoatCounter",
      ],
    });
    expect(goatcounter.wants("export/info.json")).toBe(false);
  });
});

describe("Plausible", () => {
  it("exports pages by day; columns are found by their names", () => {
    const csv = [
      '"date","hostname","page","visits","visitors","pageviews","total_scroll_depth"',
      '"2026-11-22","example.org","/archives/42/",20,18,25,',
      '"22.11.2026","example.org","/archives/42/",20,18,25,',
      '"2026-11-23","example.org","/archives/42/",20,18,-25,',
      '"2026-11-23","example.org","/archives/42/",20,many,25,',
    ].join("\n");
    expect(read(plausible, { "imported_pages_20261122_20261123.csv": csv })).toEqual({
      rows: [{ address: "/archives/42/", day: "2026-11-22", views: 25, visitors: 18 }],
      faults: [
        "imported_pages_20261122_20261123.csv 3 “date” is not a day such as 2024-03-29",
        "imported_pages_20261122_20261123.csv 4 “pageviews” is not a count",
        "imported_pages_20261122_20261123.csv 5 “visitors” is not a count",
      ],
    });
    expect(plausible.wants("imported_visitors_20261122_20261123.csv")).toBe(false);
  });
});

describe("Umami", () => {
  it("gives pages with their visitors, without days", () => {
    expect(read(umami, { "pages.json": '[{"x":"/archives/42/","y":46},{"x":"/a","y":-1}]' })).toEqual({
      rows: [{ address: "/archives/42/", visitors: 46 }],
      faults: ["pages.json 1 pages whose “y” is not a count"],
    });
    expect(read(umami, { "pages.csv": 'x,y\n"/a,b",46\n/c,1.5\n' })).toEqual({
      rows: [{ address: "/a,b", visitors: 46 }],
      faults: ["pages.csv 3 “y” is not a count"],
    });
  });

  it("warns of a list that may have been cut off", () => {
    const pages = Array.from({ length: 500 }, (_, index) => ({ x: `/${index}`, y: 1 }));
    expect(read(umami, { "pages.json": JSON.stringify(pages) }).faults).toEqual([
      "pages.json has exactly 500 pages: the API cuts off there; ask it with a limit",
    ]);
  });

  it("exports events; a session is a visitor of a page once a day", () => {
    const csv = [
      "website_id,session_id,event_id,url_path,event_type,event_name,created_at",
      "w,s1,e1,/archives/42/,1,,2026-11-22 03:00:00",
      "w,s1,e2,/archives/42/,1,,2026-11-22 04:00:00.123",
      "w,s1,e3,/archives/42/,1,,2026-11-22T16:00:00Z",
      "w,s1,e4,/archives/42/,2,click,2026-11-22 03:00:00",
      "w,s2,e5,/archives/42/,1,,soon",
    ].join("\n");
    const { rows, faults } = read(umami, { "website_event.csv": csv });
    expect(rows.map(({ day, views, visitors }) => [day, views, visitors])).toEqual([
      ["2026-11-22", 1, 1],
      ["2026-11-22", 1, 0],
      ["2026-11-23", 1, 1],
    ]);
    expect(faults).toEqual(["website_event.csv 6 “created_at” is not a time"]);
  });
});

describe("Waline", () => {
  const data = {
    Counter: [{ url: "/archives/42/", time: 12 }, { url: "/b/", time: "x" }, 7],
    Users: [{ email: "a@b.c" }],
  };

  it("exports counters, which are views altogether, alone or in the answer of its server", () => {
    const plain = { type: "waline", version: 1, tables: ["Counter"], data };
    for (const form of [plain, { errno: 0, errmsg: "", data: plain }])
      expect(read(waline, { "waline.json": JSON.stringify(form) })).toEqual({
        rows: [{ address: "/archives/42/", views: 12 }],
        faults: ["waline.json counter 2: “time” is not a count", "waline.json counter 3: “time” is not a count"],
      });
  });
});

describe("saved pages", () => {
  const page = (readers: string) => `<!doctype html><link rel="canonical" href="https://old.example/archives/42">
    <div class="Post"><h1>旋转</h1><span class="submitted">By <span>张三</span> | <span>2024-03-29</span> | ${readers} | 引用</span>
    <div id="PostContent"><p>正文。2000000位读者</p></div></div>`;

  it("say how many readers a post has had", () => {
    const files = { "a/index.html": page("51,976位读者"), "b.html": page("没有人"), "c.html": "<p>不是文章" };
    expect(read(bylines, files)).toEqual({ rows: [{ address: "/archives/42", views: 51_976 }], faults: [] });
  });

  it("are read by a profile", () => {
    expect(bylines.read([], { timeZone: "UTC", profile: "kexeu" }).faults[0]?.message).toContain(
      "there is no profile “kexeu”",
    );
  });
});

describe.each([goatcounter, plausible, umami, waline])("$name", (reader) => {
  const name = { goatcounter: "a.csv", plausible: "imported_pages_1.csv", umami: "pages.csv", waline: "a.json" }[
    reader.name
  ];

  it.each([
    ["binary", binary],
    ["empty", ""],
    ["text", "x\n".repeat(1000)],
    ["one long line", "x".repeat(2_000_000)],
    ["JSON of something else", '{"a":[1,2,{"__proto__":{"x":1}}]}'],
    ["deep JSON", "[".repeat(100_000)],
  ])("says what is wrong with a file that is %s, once", (_what, body) => {
    const { rows, faults } = read(reader, { [name ?? ""]: body });
    expect(rows).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.length).toBeLessThan(200);
  });
});
