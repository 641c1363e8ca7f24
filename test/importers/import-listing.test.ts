import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importIo, importListing, type ImportListingOptions } from "../../src/commands/import-listing.ts";

const listing = [
  "某站",
  "割圆记（二）",
  "By 张三 | 2020-07-04 | 8160位读者 | 引用再画一个圆。",
  "小节",
  "设$x=1",
  "割圆记（一）",
  "By 张三 | 2020-07-01 | 引用先画一个圆。",
  "最近评论",
  "李四：好",
  "",
].join("\n");

/** A folder in memory: files by path, and what was printed. */
function world(files: Readonly<Record<string, string | Uint8Array>>) {
  const disk = new Map(
    Object.entries(files).map(([path, body]) => [path, typeof body === "string" ? Buffer.from(body) : body]),
  );
  const printed: string[] = [];
  const run = (options: Partial<ImportListingOptions> = {}) => {
    printed.length = 0;
    return importListing(
      { file: "list.txt", into: "content/", ...options },
      {
        read: async (path) => disk.get(path),
        write: async (path, text) => void disk.set(path, Buffer.from(text)),
        print: (line) => void printed.push(line),
      },
    );
  };
  const text = (path: string) => Buffer.from(disk.get(path) ?? []).toString();
  return { disk, printed, run, text };
}

describe("importListing", () => {
  it("writes one file a post", async () => {
    const { run, text, disk } = world({ "list.txt": listing });
    expect(await run({ asOf: "2024-7-20" })).toEqual({
      exitCode: 0,
      files: { new: 2, unchanged: 0, replaced: 0, differs: 0 },
    });
    expect([...disk.keys()]).toEqual(["list.txt", "content/posts/割圆记-二.md", "content/posts/割圆记-一.md"]);
    expect(text("content/posts/割圆记-二.md")).toBe(
      "---\nid: 割圆记-二\ntitle: 割圆记（二）\nauthor: 张三\ndate: 2020-07-04\nreaders: 8160\nreadersAsOf: 2024-07-20\n---\n\n再画一个圆。\n\n## 小节\n\n设$x=1$\n",
    );
  });

  it("accounts for the whole listing in its report", async () => {
    const { run, printed } = world({ "list.txt": listing });
    await run();
    expect(printed).toEqual([
      "content/posts/割圆记-二.md: new",
      "content/posts/割圆记-一.md: new",
      "",
      "2 posts in 106 characters: 12 in titles, 56 in by-lines, 21 in texts, 6 between them, 11 outside of posts.",
      "Texts without white space: 19 characters, 19 of them found in the files, and 3 of markup.",
      "The reader counts have no date; say when the listing was copied: --as-of 2024-07-20",
      "",
      "Please look at:",
      "  list.txt:4: unsure: “小节” is written as a heading",
      "  list.txt:5: the text ends inside a formula; closed with “$”",
      "",
      "Outside of posts, not written:",
      "  list.txt:1: 某站",
      "  list.txt:8: 最近评论 … (2 lines)",
    ]);
  });

  it("changes nothing the second time", async () => {
    const { run, disk } = world({ "list.txt": listing });
    await run();
    const before = new Map(disk);
    expect(await run()).toEqual({ exitCode: 0, files: { new: 0, unchanged: 2, replaced: 0, differs: 0 } });
    expect(disk).toEqual(before);
  });

  it("keeps a file that differs, unless it is forced", async () => {
    const { run, text, printed } = world({ "list.txt": listing, "content/posts/割圆记-一.md": "手改" });
    expect(await run()).toEqual({ exitCode: 1, files: { new: 1, unchanged: 0, replaced: 0, differs: 1 } });
    expect(printed).toContain("content/posts/割圆记-一.md: exists and differs; kept (--force replaces it)");
    expect(text("content/posts/割圆记-一.md")).toBe("手改");
    expect(await run({ force: true })).toEqual({
      exitCode: 0,
      files: { new: 0, unchanged: 1, replaced: 1, differs: 0 },
    });
    expect(text("content/posts/割圆记-一.md")).toContain("先画一个圆。");
  });

  it("writes nothing on a dry run", async () => {
    const { run, disk, printed } = world({ "list.txt": listing, "content/posts/割圆记-一.md": "手改" });
    expect(await run({ dryRun: true, force: true })).toEqual({
      exitCode: 0,
      files: { new: 1, unchanged: 0, replaced: 1, differs: 0 },
    });
    expect(printed).toContain("content/posts/割圆记-二.md: new (dry run, not written)");
    expect(disk.size).toBe(2);
  });

  it("reads other line ends and a byte-order mark", async () => {
    const one = world({ "list.txt": listing });
    const other = world({ "list.txt": `\ufeff${listing.replaceAll("\n", "\r\n")}` });
    await one.run();
    await other.run();
    expect(other.text("content/posts/割圆记-二.md")).toBe(one.text("content/posts/割圆记-二.md"));
  });

  it("gives posts of one name their own files and says so", async () => {
    const twice = [
      "题",
      "By 张三 | 2020-07-04 | 引用甲。",
      "题",
      "By 张三 | 2020-07-04 | 引用甲。",
      "题！",
      "By 张三 | 2020-07-05 | 引用乙。",
    ];
    const { run, disk, printed, text } = world({ "list.txt": twice.join("\n") });
    await run();
    expect([...disk.keys()].slice(1)).toEqual([
      "content/posts/题.md",
      "content/posts/题-2.md",
      "content/posts/题-3.md",
    ]);
    expect(text("content/posts/题-3.md")).toContain("id: 题-3\ntitle: 题！");
    expect(printed).toContain(
      "  list.txt:4: unsure: a post with the same title and date stands at line 2; both are written",
    );
    expect(printed).toContain(
      "  list.txt:6: unsure: a post with a title of the same name stands at line 2; both are written",
    );
  });

  it("fails if there are no posts", async () => {
    const { run } = world({ "list.txt": "只有文字" });
    expect(await run()).toMatchObject({ exitCode: 1 });
  });

  it.each([
    [{ file: "absent.txt" }, "there is no file “absent.txt”"],
    [{ asOf: "2024-02-30" }, "“2024-02-30” is not a day such as 2024-07-20"],
    [{ file: "gbk.txt" }, "gbk.txt is not UTF-8: the byte at offset 4 is no part of a character"],
  ])("refuses %j", async (options, message) => {
    const { run, printed } = world({
      "list.txt": listing,
      "gbk.txt": Uint8Array.of(0xe7, 0xae, 0x97, 0x0a, 0xcb, 0xe3),
    });
    expect(await run(options)).toMatchObject({ exitCode: 2 });
    expect(printed).toEqual([message]);
  });
});

describe("importIo", () => {
  let folder = "";
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "import-"))));
  afterEach(() => rm(folder, { recursive: true }));

  it("writes real files", async () => {
    await writeFile(join(folder, "list.txt"), listing);
    const io = importIo(folder, () => {});
    const into = join(folder, "content");
    expect(await importListing({ file: join(folder, "list.txt"), into }, io)).toMatchObject({
      exitCode: 0,
      files: { new: 2 },
    });
    expect(await readdir(join(into, "posts"))).toEqual(["割圆记-一.md", "割圆记-二.md"]);
    expect(await readFile(join(into, "posts", "割圆记-一.md"), "utf8")).toContain("先画一个圆。");
    expect(await importListing({ file: join(folder, "list.txt"), into }, io)).toMatchObject({
      files: { unchanged: 2 },
    });
  });

  it("has no file where there is a folder", async () => {
    expect(await importIo(folder, () => {}).read(folder)).toBeUndefined();
  });

  it("does not hide other errors", async () => {
    await expect(importIo(folder, () => {}).read(`${folder}\0`)).rejects.toThrow();
  });
});
