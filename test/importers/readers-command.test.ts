import { readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { readers } from "../../src/commands/readers/readers.ts";
import { put, tempFolder, treeOf } from "../host/temp-folder.ts";

const chrome = "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0";
const ask = (day: number, hour: number, target = "/archives/42/", ip = "192.0.2.1") =>
  `${ip} - - [${String(day).padStart(2, "0")}/Nov/2024:${String(hour).padStart(2, "0")}:00:00 +0800] "GET ${target} HTTP/1.1" 200 10 "-" "${chrome}"`;

let folder = "";
beforeEach(() => {
  folder = tempFolder({
    "content/posts/42.md":
      "---\nid: 42\ntitle: 旋转\ndate: 2020-01-01\naliases: [/old/旋转.html, /?p=42]\n---\n正文。\n",
    "content/posts/43.md": "---\nid: 43\ntitle: 草稿\ndate: 2020-01-01\ndraft: true\n---\n正文。\n",
  });
});

/** Runs `suanjing readers …` in the folder. */
async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const out = (line: string) => void printed.push(line);
  const exitCode = await readers(folder, args, { out, error: out, isInteractive: false });
  return { exitCode, printed };
}

const data = (name: string) => readFileSync(join(folder, "content/data/readers", name), "utf8");

describe("suanjing readers import", () => {
  it("counts logs, whichever address of a post they name, and says what became of each line", async () => {
    const lines = [
      ask(1, 9),
      ask(1, 11, "/old/%E6%97%8B%E8%BD%AC.html"),
      ask(1, 13, "/?p=42"),
      ask(2, 9, "/archives/42/index.html", "192.0.2.2"),
      ask(2, 9, "/archives/43/"),
      "nonsense",
      "x".repeat(200_000),
    ];
    put(folder, "access.log", lines.join("\n"));
    expect(await run("import", "nginx", "access.log")).toEqual({
      exitCode: 1,
      printed: [
        "access.log:6: is not a line of this kind of log",
        "access.log:7: is longer than 64 KB",
        "6 lines of 2 days: 4 readings of posts, 1 of other addresses, 1 could not be read.",
        "content/data/readers/nginx.csv: 2 rows, 4 views (0 before), 2 visitors (0 before)",
        "content/data/readers/sources.yaml: “nginx” is described",
      ],
    });
    expect(data("nginx.csv")).toBe(
      "date,path,views,visitors,source\n2024-11-01,/archives/42/,3,1,nginx\n2024-11-02,/archives/42/,1,1,nginx\n",
    );
    expect(data("sources.yaml")).toBe("- source: nginx\n  robotsFiltered: true\n");
  });

  it("takes rotated logs in any order, and counts no request of two imports twice", async () => {
    const all = Array.from({ length: 96 }, (_, hour) => ask(1 + Math.floor(hour / 24), hour % 24));
    put(folder, "access.log.2.gz", gzipSync(all.slice(0, 40).join("\n")));
    put(folder, "access.log.1", all.slice(30, 70).join("\n"));
    put(folder, "access.log", all.slice(70).join("\n"));
    await run("import", "nginx", "access.log.1", "access.log.2.gz");
    await run("import", "nginx", "access.log", "access.log.1", "access.log.2.gz");
    const { printed } = await run("import", "nginx", "access.log.2.gz", "access.log");
    expect(printed.at(-1)).toBe("content/data/readers/nginx.csv: unchanged");
    expect(data("nginx.csv").match(/,24,1,nginx/g)).toHaveLength(4);
  });

  it("reads exports as files, in folders and in archives", async () => {
    const csv = (views: number) => `date,page,visitors,pageviews\n2024-11-01,/archives/42,1,${views}\n`;
    put(folder, "plausible/imported_pages_1.csv", csv(5));
    put(folder, "plausible/imported_visitors_1.csv", "date,visitors\n2024-11-01,7\n");
    put(folder, "plausible.zip", zipSync({ "imported_pages_2.csv": strToU8(csv(6)), "x.csv": strToU8("") }));
    expect((await run("import", "plausible", "plausible", "plausible.zip")).printed).toEqual([
      "plausible: 1 row of 1 day: 1 about posts.",
      "plausible.zip: 1 row of 1 day: 1 about posts.",
      "content/data/readers/plausible.csv: 1 row, 6 views (0 before), 1 visitor (0 before)",
      "content/data/readers/sources.yaml: “plausible” is described",
    ]);
  });

  it("asks for the day of counts that have none, and keeps it", async () => {
    put(folder, "w.json", JSON.stringify({ type: "waline", data: { Counter: [{ url: "/archives/42/", time: 12 }] } }));
    expect((await run("import", "waline", "w.json")).printed.at(-1)).toBe(
      "These counts have no days. Say up to which day they go: --as-of 2024-07-20",
    );
    await run("import", "waline", "w.json", "--as-of", "2024-07-20", "--name", "old");
    expect(data("old.csv")).toContain("\n,/archives/42/,12,,old\n");
    expect(data("sources.yaml")).toBe("- source: old\n  asOf: 2024-07-20\n");
  });

  it("writes nothing on a dry run", async () => {
    put(folder, "access.log", ask(1, 9));
    const before = treeOf(folder);
    const { printed } = await run("import", "nginx", "access.log", "--dry-run");
    expect(printed.join("\n")).toContain("(dry run, not written)");
    expect(treeOf(folder)).toEqual(before);
  });

  it("leaves days out that are not yet", async () => {
    put(folder, "a.csv", "date,page,visitors,pageviews\n2924-11-01,/archives/42/,1,5\n");
    const { exitCode, printed } = await run("import", "plausible", "a.csv");
    expect(exitCode).toBe(1);
    expect(printed).toEqual([
      "a.csv: 1 row of 0 days: 1 of days that are not yet.",
      "Nothing was about a post of this site.",
    ]);
  });

  it("keeps no address and no agent, not even in messages", async () => {
    put(folder, "access.log", `${ask(1, 9)}\n${ask(1, 10).replace("GET", "?")}\n${ask(1, 11).slice(0, 50)}`);
    const { printed } = await run("import", "nginx", "access.log");
    const { "access.log": _log, ...written } = treeOf(folder);
    expect(JSON.stringify([printed, written])).not.toMatch(/192\.0\.2|Chrome/);
  });

  it("prints no more than twenty lines that are wrong", async () => {
    put(folder, "access.log", `${"nonsense\n".repeat(500)}${ask(1, 9)}`);
    const { printed } = await run("import", "nginx", "access.log");
    expect(printed.slice(19, 22)).toEqual([
      "access.log:20: is not a line of this kind of log",
      "… and 480 more that could not be read",
      "501 lines of 1 day: 1 readings of posts, 500 could not be read.",
    ]);
  });

  it("changes no file of counts that has something wrong in it", async () => {
    put(
      folder,
      "content/data/readers/nginx.csv",
      "date,path,views,visitors,source\n2024-11-01,/archives/42/,x,1,nginx\n",
    );
    put(folder, "access.log", ask(1, 9));
    await expect(run("import", "nginx", "access.log")).rejects.toThrow("“x” is not a count");
    expect(data("nginx.csv")).toContain(",x,1,nginx");
  });

  it("does not follow a link out of the content folder", async () => {
    const outside = tempFolder();
    put(folder, "content/data/x", "");
    symlinkSync(outside, join(folder, "content/data/readers"));
    put(folder, "access.log", ask(1, 9));
    await expect(run("import", "nginx", "access.log")).rejects.toThrow("a symbolic link leads out of the folder");
    expect(readdirSync(outside)).toEqual([]);
  });

  it.each([
    [[], "say what to do with readers"],
    [["imprt"], "there is no suanjing readers imprt"],
    [["import"], "say what to import"],
    [["import", "ngnix", "x"], "there is no source of counts “ngnix”"],
    [["import", "nginx"], "name the files to import"],
    [["import", "nginx", "absent.log"], "there is no file “absent.log”"],
    [["import", "nginx", "content"], "“content” is not a file"],
    [["import", "plausible", "absent.csv"], "there is no file or folder “absent.csv”"],
    [["import", "plausible", "content"], "“content” has no file of such an export"],
    [["import", "nginx", "x", "--name", "../x"], "“../x” is not a name for a source"],
    [["import", "nginx", "x", "--name", "front-matter"], "“front-matter” is not a name for a source"],
    [["import", "nginx", "x", "--as-of", "2024-02-30"], "“2024-02-30” is not a day"],
    [["import", "nginx", "not-gzip.gz"], "not-gzip.gz is not a whole gzip file"],
    [["import", "plausible", "not-gzip.gz"], "not-gzip.gz is not a gzip file"],
    [
      ["import", "umami", "postgres://a:geheim@127.0.0.1:1/x"],
      "cannot read the database 127.0.0.1:1/x: no database answers",
    ],
    [["import", "umami", "postgres://a:geheim@[x/y"], "this is no address of a database"],
    [["import", "umami", "mysql://a:geheim@127.0.0.1/x"], "this is no address of a database"],
    [["import", "waline", "mysql://a:geheim@127.0.0.1/x"], "an address is no file"],
    [["list", "--contnt", "x"], "there is no option --contnt"],
    [["list", "--content", "x"], "there is no folder x"],
    [["remove"], "name one source"],
    [["remove", "nginx"], "no row has the source “nginx”"],
  ])("refuses %j", async (args, message) => {
    put(folder, "not-gzip.gz", "x");
    const error = await run(...args).catch((one: unknown) => one);
    expect(String(error)).toContain(message);
    expect(String(error)).not.toContain("geheim");
  });

  it("does not write rows of a source that another file has", async () => {
    put(
      folder,
      "content/data/readers/own.csv",
      "date,path,views,visitors,source\n2024-11-01,/archives/42/,1,1,nginx\n",
    );
    put(folder, "access.log", ask(1, 9));
    await expect(run("import", "nginx", "access.log")).rejects.toThrow(
      "“nginx” has rows in content/data/readers/own.csv",
    );
  });
});

describe("suanjing readers list and remove", () => {
  const mixed = [
    "date,path,views,visitors,source",
    ",/archives/42/,231682,,旧站",
    "2024-11-01,/archives/42/,17,12,nginx",
    "2024-11-03,/archives/42/,3,,nginx",
    "",
  ].join("\n");

  it("show every source with its days and sums", async () => {
    expect((await run("list")).printed).toEqual(["There are no files of reader counts."]);
    put(folder, "content/data/readers/mixed.csv", mixed);
    expect((await run("list")).printed).toEqual([
      "source  rows  days       first        last    views  visitors",
      "旧站       1     0           —           —  231,682         —",
      "nginx      2     2  2024-11-01  2024-11-03       20        12",
    ]);
  });

  it("take out exactly the share of one source", async () => {
    put(folder, "content/data/readers/mixed.csv", mixed);
    put(
      folder,
      "content/data/readers/more.csv",
      "date,path,views,visitors,source\n2024-12-01,/archives/42/,1,1,nginx\n",
    );
    put(folder, "content/data/readers/sources.yaml", "- source: nginx\n");
    const before = treeOf(folder);
    expect((await run("remove", "nginx", "--dry-run")).printed).toContain(
      "content/data/readers/more.csv: deleted (dry run)",
    );
    expect(treeOf(folder)).toEqual(before);
    expect((await run("remove", "nginx")).printed).toEqual([
      "content/data/readers/mixed.csv: rewritten",
      "content/data/readers/more.csv: deleted",
      "3 rows of “nginx” taken out.",
      "content/data/readers/sources.yaml may still speak of it.",
    ]);
    expect(data("mixed.csv")).toBe("date,path,views,visitors,source\n,/archives/42/,231682,,旧站\n");
    expect(readdirSync(join(folder, "content/data/readers"))).toEqual(["mixed.csv", "sources.yaml"]);
  });
});
