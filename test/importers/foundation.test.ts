import { describe, expect, it } from "vitest";
import { decode } from "../../src/importers/decode.ts";
import { emptySite } from "../../src/importers/imported-site.ts";
import { printPost } from "../../src/importers/front-matter.ts";
import { markDifferences } from "../../src/importers/report/mark-differences.ts";
import { reportHtml } from "../../src/importers/report/report-html.ts";
import type { Importer, ImportedHead, ImportedPost, ImportedSite } from "../../src/model/imported.ts";
import { parse as parseYaml } from "yaml";
import { importWorld, notesOf } from "./world.ts";

const nothing = { formulas: [], headings: [], links: [], images: [] };

function post(head: ImportedHead, body = "文", rest: Partial<ImportedPost> = {}): ImportedPost {
  return {
    kind: "post",
    from: "a.txt",
    line: 1,
    head,
    body,
    before: { ...nothing, text: body, form: "markdown" },
    ...rest,
  };
}

/** An importer that finds what the test says, whatever the file holds. */
function finds(site: Partial<ImportedSite>): Importer {
  return { name: "test", wants: () => true, read: () => ({ ...emptySite("test"), ...site }) };
}

/** One post whose body is the file. */
const mirror: Importer = {
  name: "test",
  wants: () => true,
  read: ({ files }) => ({
    ...emptySite("test"),
    posts: files.map(({ path, bytes }) =>
      post({ id: path, title: "题", date: "2020-07-04" }, new TextDecoder().decode(bytes), { from: path }),
    ),
  }),
};

describe("files", () => {
  it("are written once, and a second import changes no byte", async () => {
    const { run, writes, disk } = importWorld(mirror, { a: "甲", b: "乙" });
    await run();
    expect(writes).toEqual(["content/posts/2020/a.md", "content/posts/2020/b.md", "content/data/imports/test.json"]);
    const before = new Map(disk);
    writes.length = 0;
    expect((await run()).files.map(({ state }) => state)).toEqual(["unchanged", "unchanged"]);
    expect(writes).toEqual([]);
    expect(disk).toEqual(before);
  });

  it("have a record without a time", async () => {
    const { run, text } = importWorld(mirror, { a: "甲" });
    await run();
    expect(JSON.parse(text("content/data/imports/test.json"))).toEqual({
      version: 1,
      source: "test",
      files: { "content/posts/2020/a.md": expect.stringMatching(/^[0-9a-f]{64}$/) as string },
    });
  });

  it("follow the archive while nobody has changed them", async () => {
    const first = importWorld(mirror, { a: "甲" });
    await first.run();
    const second = importWorld(mirror, { a: "乙" }, Object.fromEntries(first.disk));
    expect((await second.run()).files).toEqual([{ path: "content/posts/2020/a.md", state: "updated", byHand: [] }]);
    expect(second.text("content/posts/2020/a.md")).toContain("乙");
  });

  it("stay as they are once they were changed by hand", async () => {
    const { run, disk, text } = importWorld(mirror, { a: "甲" });
    await run();
    disk.set("content/posts/2020/a.md", new TextEncoder().encode("手改"));
    expect((await run()).files).toMatchObject([{ state: "kept" }]);
    expect(text("content/posts/2020/a.md")).toBe("手改");
    const forced = await run({ force: true });
    expect(forced.files).toMatchObject([{ state: "replaced", byHand: [{ left: ["手改"] }] }]);
    expect(text("content/posts/2020/a.md")).toContain("甲");
    expect(reportHtml(forced)).toContain("replaced; these changes are gone");
  });

  it("stay deleted", async () => {
    const { run, disk } = importWorld(mirror, { a: "甲" });
    await run();
    disk.delete("content/posts/2020/a.md");
    expect((await run()).files).toMatchObject([{ state: "deleted" }]);
    expect((await run()).files).toMatchObject([{ state: "deleted" }]);
    expect((await run({ force: true })).files).toMatchObject([{ state: "new" }]);
  });

  it("of an earlier import stay, too", async () => {
    const first = importWorld(mirror, { a: "甲", b: "乙" });
    await first.run();
    const second = importWorld(mirror, { a: "甲" }, Object.fromEntries(first.disk));
    expect(notesOf(await second.run())).toEqual([
      "content/posts/2020/b.md written by an earlier import, and not in this archive; it stays",
    ]);
    expect(second.text("content/posts/2020/b.md")).toContain("乙");
  });

  it("that differ count as changed by hand if the record is broken", async () => {
    const site = { "content/posts/2020/a.md": "旧", "content/data/imports/test.json": '{"version":1,"files":[]}' };
    const { run, text } = importWorld(mirror, { a: "甲" }, site);
    expect((await run()).files).toMatchObject([{ state: "kept" }]);
    expect(text("content/posts/2020/a.md")).toBe("旧");
  });

  it("are not written on a dry run", async () => {
    const { run, disk, printed } = importWorld(mirror, { a: "甲" });
    expect((await run({ dryRun: true, force: true })).files).toMatchObject([{ state: "new" }]);
    expect(disk.size).toBe(0);
    expect(await printed({ dryRun: true })).toContain("content/posts/2020/a.md: new (dry run, not written)");
  });
});

describe("the terminal", () => {
  it("counts new files when they are many, and names each that somebody has changed", async () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_none, index) => [`p${index}`, "甲"]));
    const { run, printed, disk } = importWorld(mirror, files);
    await run();
    const paths = [...disk.keys()].filter((path) => path.endsWith(".md"));
    for (const path of paths.slice(0, 5)) disk.set(path, new TextEncoder().encode("手改"));
    for (const path of paths.slice(5)) disk.delete(path);
    disk.delete("content/data/imports/test.json");
    const lines = await printed();
    const untouched = lines.filter((line) => line.endsWith(": new"));
    expect(untouched).toHaveLength(40);
    expect(lines.slice(40, 47)).toEqual([
      "… and 15 more that are new or updated",
      ...Array<unknown>(5).fill(expect.stringContaining("was changed by hand; kept")),
      "60 files: 55 new, 5 kept.",
    ]);
  });

  it("is told of each post that was checked", async () => {
    const { run, progress } = importWorld(mirror, { a: "$x$", b: "$y$ 与 $z$" });
    await run();
    expect(progress).toEqual([
      { posts: 1, formulas: 1, of: 2 },
      { posts: 2, formulas: 3, of: 2 },
    ]);
  });
});

describe("names", () => {
  it.each([
    ["../../etc/passwd", "content/posts/2020/etc-passwd.md"],
    ["/abs", "content/posts/2020/abs.md"],
    ["C:\\x", "content/posts/2020/c-x.md"],
    ["a\0b", "content/posts/2020/a-b.md"],
    ["..", "content/posts/2020/u2e-2e.md"],
    ["__proto__", "content/posts/2020/proto.md"],
    ["con", "content/posts/2020/con-1.md"],
    ["甲 乙", "content/posts/2020/甲-乙.md"],
  ])("never lead out of the folder: %j", async (id, path) => {
    const { run, writes } = importWorld(finds({ posts: [post({ id, date: "2020-07-04" })] }), { a: "" });
    await run();
    expect(writes).toEqual([path, "content/data/imports/test.json"]);
  });

  it("differ by more than case and form", async () => {
    const ids = ["A", "a", "é", "e\u0301"];
    const { run, writes } = importWorld(finds({ posts: ids.map((id) => post({ id })) }), { a: "" });
    await run();
    expect(writes.slice(0, 4)).toEqual([
      "content/posts/a.md",
      "content/posts/a-2.md",
      "content/posts/é.md",
      "content/posts/é-2.md",
    ]);
  });

  it("say what a number means", async () => {
    const { run, writes } = importWorld(finds({ posts: [post({ id: "42", title: "旋转与复数" })] }), { a: "" });
    await run();
    expect(writes[0]).toBe("content/posts/42-旋转与复数.md");
  });
});

describe("front matter", () => {
  it("has the known keys in one order, and nothing that is empty", () => {
    expect(
      printPost({
        head: { aliases: ["/?p=7"], tags: [], title: "题", id: "7", draft: false, summary: "", date: "2020-07-04" },
        body: "文",
      }),
    ).toBe("---\nid: 7\ntitle: 题\ndate: 2020-07-04\naliases:\n  - /?p=7\n---\n\n文\n");
  });

  it("keeps any title", () => {
    for (const title of [
      "a: b",
      "# 甲",
      "'甲'",
      '"甲" 乙',
      "2024",
      "- 甲",
      "[甲]",
      "甲 #乙",
      "$\\frac{a}{b}$",
      "true",
      "甲：" + "长 ".repeat(100) + "乙",
    ]) {
      const [, head = ""] = printPost({ head: { id: "a", title }, body: "文" }).split("---\n");
      expect(parseYaml(head)).toMatchObject({ title, id: "a" });
    }
  });
});

describe("comments", () => {
  const comment = { rid: "", nick: "李四", link: "", content: "好", page_title: "" } as const;
  const flags = { is_collapsed: "false", is_pending: "false", is_pinned: "false" } as const;
  const at = (id: string, page_key: string) => ({
    id,
    ...comment,
    created_at: "2021-10-28 20:50:15 +0800",
    ...flags,
    page_key,
  });

  it("go into one sorted file, and are counted at their post", async () => {
    const site = {
      posts: [post({ id: "a", aliases: ["/a/"] })],
      comments: [at("10", "/a/"), at("9", "/a/"), at("1", "/b/")],
    };
    const { run, text } = importWorld(finds(site), { a: "" });
    const report = await run();
    const written = JSON.parse(text("content/data/comments/test.json")) as readonly { id: string }[];
    expect(written.map(({ id }) => id)).toEqual(["9", "10", "1"]);
    expect(report.posts[0]?.comments).toBe(2);
  });

  it("that the site is to forget do not come back", async () => {
    const comments = [at("1", "/a/"), at("77", "/a/"), at("forgotten", "/a/"), { ...at("2", "/a/"), nick: "王五" }];
    const list = "content/data/comments/redacted.yaml";
    const site = { [list]: "ids: [forgotten, test-77]\nnames: [王五]\n" };
    const { run, text } = importWorld(finds({ posts: [post({ id: "a" })], comments }), { a: "" }, site);
    const report = await run();
    expect(JSON.parse(text("content/data/comments/test.json"))).toMatchObject([{ id: "1" }]);
    expect(report.leftOut).toEqual([{ file: list, message: "3 comments that are to be forgotten" }]);
  });

  it("are not brought while it cannot be read which of them are to be forgotten", async () => {
    const site = { "content/data/comments/redacted.yaml": "ids: 1\n" };
    const { run, writes } = importWorld(finds({ posts: [post({ id: "a" })], comments: [] }), { a: "" }, site);
    await expect(run()).rejects.toThrow("redacted.yaml:1:6: “ids” is not a list");
    expect(writes).toEqual([]);
  });
});

describe("attachments", () => {
  it("are copied to where their address leads, and missing ones are named", async () => {
    const attachments = [
      { from: "up/a.png", folder: "public", to: "up/a.png" },
      { from: "up/b.png", folder: "public", to: "up/b.png" },
    ] as const;
    const { run, disk, printed } = importWorld(finds({ posts: [post({ id: "a" })], attachments }), {
      "up/a.png": Uint8Array.of(1, 0xff),
    });
    expect((await run()).missingFiles).toEqual(["up/b.png"]);
    expect(disk.get("public/up/a.png")).toEqual(Uint8Array.of(1, 0xff));
    expect((await printed()).slice(-2)).toEqual(["Files that are not there:", "  up/b.png"]);
  });
});

describe("report", () => {
  it("counts what went in and what came out", async () => {
    const before = {
      formulas: ["x", "\\notacommand", "z"],
      headings: ["甲"],
      links: ["/a"],
      images: [],
      text: "甲\n\n旧",
      form: "markdown",
    } as const;
    const body = "甲\n\n新 $x$ $\\notacommand$ $y$ [b](/%E7%94%B2)";
    const { run } = importWorld(finds({ posts: [post({ id: "a" }, body, { before })] }), { a: "" });
    const report = await run();
    expect(report.totals).toMatchObject({
      formulas: { before: 3, after: 3, same: 2, changed: 1, lost: 0, added: 0 },
      headings: { before: 1, after: 0, lost: 1 },
      links: { before: 1, after: 1, changed: 1 },
      failed: 1,
      identical: 0,
    });
    expect(report.posts[0]).toMatchObject({
      compared: { formulas: { changed: [{ before: "z", after: "y" }] } },
      failed: [{ tex: "\\notacommand", line: 7 }],
      differences: [{ leftLine: 3, rightLine: 3, left: ["旧"], right: [body.split("\n")[2]] }],
    });
  });

  it("escapes everything that comes from the archive", async () => {
    const evil = '<script>alert(1)</script><img src=x onerror="alert(2)">';
    const head = { id: "a", title: evil, tags: [evil] };
    const notes = [{ file: evil, line: 1, message: evil }];
    const before = { ...nothing, formulas: [evil], text: evil, form: "visible" } as const;
    const { run } = importWorld(
      finds({ posts: [post(head, "文", { from: evil, before })], notes, leftOut: notes, account: [evil] }),
      { a: "" },
    );
    const html = reportHtml(await run());
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain("&lt;script&gt;");
  });
});

describe("markDifferences", () => {
  it.each([
    ["a \\\\\\ b_1", "a \\\\ b_1", "a <mark>\\\\\\</mark> b_1", "a <mark>\\\\</mark> b_1"],
    ["设x得y", "设x得", "设x得<mark>y</mark>", "设x得"],
    ["<b>", "<i>", "&lt;<mark>b</mark>&gt;", "&lt;<mark>i</mark>&gt;"],
    ["甲", "乙", "甲", "乙"],
    ["", "乙", "", "乙"],
  ])("lays %j beside %j", (left, right, one, other) => {
    expect(markDifferences(left, right).map(({ xml }) => xml)).toEqual([one, other]);
  });
});

describe("decode", () => {
  it("converts the encodings of older sites and says so", () => {
    // 算经 in GBK.
    expect(decode(Uint8Array.of(0xcb, 0xe3, 0xbe, 0xad))).toEqual({ ok: true, text: "算经", converted: "gb18030" });
    expect(decode(Uint8Array.of(0xff, 0xfe, 0x97, 0x7b))).toEqual({ ok: true, text: "算", converted: "utf-16le" });
    expect(decode(Uint8Array.of(0xfe, 0xff, 0x7b, 0x97))).toEqual({ ok: true, text: "算", converted: "utf-16be" });
  });

  it("does not take damaged UTF-8 for something else", () => {
    const bytes = new TextEncoder().encode("算经算经");
    bytes[4] = 0x41;
    expect(decode(bytes)).toEqual({ ok: false, offset: 3 });
  });
});
