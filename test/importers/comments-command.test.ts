import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { comments } from "../../src/commands/comments/comments.ts";
import { put, tempFolder, treeOf } from "../host/temp-folder.ts";

const entry = {
  id: "12",
  rid: "",
  nick: "李四",
  email: "li@private.example",
  ip: "203.0.113.9",
  content: "好 $x$",
  created_at: "2021-10-28 20:50:15 +0800",
  is_pending: "false",
  page_key: "https://old.example/old/42.html",
};

let folder = "";
beforeEach(() => {
  folder = tempFolder({
    "content/posts/42.md": "---\nid: 42\ntitle: 旋转\ndate: 2020-01-01\naliases: [/old/42.html]\n---\n正文。\n",
  });
});

/** Runs `suanjing comments …` in the folder. */
async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const out = (line: string) => void printed.push(line);
  const exitCode = await comments(folder, args, { out, error: out, isInteractive: false });
  return { exitCode, printed };
}

const archive = (...entries: readonly unknown[]) => put(folder, "artrans.json", JSON.stringify(entries));
const redacted = () => readFileSync(join(folder, "content/data/comments/redacted.yaml"), "utf8");
const stored = () => readFileSync(join(folder, "content/data/comments/artrans.json"), "utf8");

describe("suanjing comments", () => {
  it("brings comments below the post whose old address they have, and nothing private", async () => {
    archive(entry, { ...entry, id: "13", page_key: "/nowhere/" }, { ...entry, id: "14", is_pending: "true" });
    expect(await run("import", "artrans", "artrans.json")).toEqual({
      exitCode: 0,
      printed: [
        "2 comments, 1 of them on posts of this site.",
        "",
        "Left out:",
        "  artrans.json: a comment that is pending",
        "",
        "No post has or had these addresses; make them an alias, and import again:",
        "  /nowhere/: 1 comment",
        "content/data/comments/artrans.json: new",
      ],
    });
    expect(JSON.parse(stored())).toEqual([
      {
        id: "12",
        rid: "",
        nick: "李四",
        link: "",
        content: "好 $x$",
        created_at: "2021-10-28 20:50:15 +0800",
        is_collapsed: "false",
        is_pending: "false",
        is_pinned: "false",
        page_key: "/archives/42/",
        page_title: "",
      },
    ]);
    expect((await run("list")).printed).toEqual([
      "file     comments  pages  hidden  wrong       first        last",
      "artrans         1      1       0      0  2021-10-28  2021-10-28",
    ]);
  });

  it("changes nothing the second time, keeps earlier comments, and drops what is hidden since", async () => {
    archive(entry, { ...entry, id: "13" });
    await run("import", "artrans", "artrans.json");
    const before = treeOf(folder);
    await run("import", "artrans", "artrans.json");
    expect(treeOf(folder)).toEqual(before);
    archive({ ...entry, id: "13", is_pending: "true" }, { ...entry, id: "14" });
    expect((await run("import", "artrans", "artrans.json")).printed.at(-1)).toBe(
      "content/data/comments/artrans.json: updated",
    );
    expect(stored().match(/"id": "\d+"/g)).toEqual(['"id": "12"', '"id": "14"']);
  });

  it("keeps a file that was changed by hand, unless it is told otherwise", async () => {
    archive(entry);
    await run("import", "artrans", "artrans.json");
    put(folder, "content/data/comments/artrans.json", "[]");
    expect((await run("import", "artrans", "artrans.json")).exitCode).toBe(1);
    expect(stored()).toBe("[]");
    expect((await run("import", "artrans", "artrans.json", "--force")).exitCode).toBe(0);
    expect(stored()).toContain('"id": "12"');
  });

  it("writes nothing on a dry run, and nothing if there is nothing", async () => {
    archive(entry);
    const before = treeOf(folder);
    await run("import", "artrans", "artrans.json", "--dry-run");
    archive();
    expect((await run("import", "artrans", "artrans.json")).exitCode).toBe(1);
    expect((await run("list")).printed).toEqual(["There are no files of comments."]);
    expect(treeOf(folder)).toEqual({ ...before, "artrans.json": "[]" });
  });

  it("has comments forgotten: they are in no file any more, and no import brings them back", async () => {
    archive(entry, { ...entry, id: "13" }, { ...entry, id: "14" });
    await run("import", "artrans", "artrans.json");
    const before = treeOf(folder);
    const asked = ["redact", "https://example.org/archives/42/#comment-12", "artrans-13"];
    expect((await run(...asked, "--dry-run")).printed).toEqual([
      "content/data/comments/redacted.yaml: artrans-12, artrans-13 added (dry run, not written)",
      "content/data/comments/artrans.json: 2 taken out (dry run, not written)",
    ]);
    expect(treeOf(folder)).toEqual(before);
    expect(await run(...asked)).toEqual({
      exitCode: 0,
      printed: [
        "content/data/comments/redacted.yaml: artrans-12, artrans-13 added",
        "content/data/comments/artrans.json: 2 taken out",
      ],
    });
    expect(redacted()).toMatch(/^# .*\nids:\n {2}- artrans-12\n {2}- artrans-13\n$/);
    const after = treeOf(folder);
    for (const again of [["redact", "12"], asked, ["import", "artrans", "artrans.json"]]) {
      expect((await run(...again)).printed.at(-1)).toMatch(/: unchanged$/);
      expect(treeOf(folder)).toEqual(after);
    }
    expect(stored().match(/"id": "\d+"/g)).toEqual(['"id": "14"']);
    expect((await run("list")).printed.at(-1)).toMatch(/^artrans {9}1 /);
  });

  it("adds to a list of comments to be forgotten that somebody has written", async () => {
    put(folder, "content/data/comments/artrans.json", JSON.stringify([entry]));
    put(folder, "content/data/comments/redacted.yaml", "names: [张三] # 他要求的\nids: [x-1]\n");
    await run("redact", "12");
    expect(redacted()).toBe("names: [张三] # 他要求的\nids: [x-1, artrans-12]\n");
    expect(stored()).toBe("[]\n");
  });

  it("does not guess which comment is meant, and takes out none if one is not found", async () => {
    for (const name of ["artrans", "disqus"])
      put(folder, `content/data/comments/${name}.json`, JSON.stringify([entry, { ...entry, id: `${name}4` }]));
    const before = treeOf(folder);
    await expect(run("redact", "12")).rejects.toThrow("comments of two files are “12”");
    await expect(run("redact", "disqus-12", "disqus-13")).rejects.toThrow("there is no comment “disqus-13”");
    expect(treeOf(folder)).toEqual(before);
    await run("redact", "disqus-12");
    // What was taken out still has its name: the other comment of that id must not go by itself.
    await expect(run("redact", "12")).rejects.toThrow("comments of two files are “12”");
  });

  it.each([
    [[], "say what to do with comments"],
    [["import"], "say what to import"],
    [["import", "artrnas", "x"], "there is no source of comments “artrnas”"],
    [["import", "artrans"], "name one file"],
    [["import", "artrans", "absent.json"], "there is no file or folder “absent.json”"],
    [["redact"], "name the comments"],
    [["redact", "12"], "there is no comment “12”"],
    [["import", "artrans", "x.json", "--name", "../x"], "“../x” is not a name for a file of comments"],
  ])("refuses %j", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});
