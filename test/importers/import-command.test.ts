import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importSite } from "../../src/commands/import/import.ts";
import { targetFolders } from "../../src/commands/import/target-folder.ts";

const archive = ["割圆记", "By 张三 | 2020-07-04 | 引用先画一个圆。", ""].join("\n");

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "import-"))));
afterEach(() => rm(folder, { recursive: true }));

/** Runs `suanjing import …` in the folder. */
async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const out = (line: string) => void printed.push(line);
  const exitCode = await importSite(folder, args, { out, error: out, isInteractive: false });
  return { exitCode, printed };
}

describe("suanjing import", () => {
  it("writes posts and a report in two forms, in a folder that is no site yet", async () => {
    await writeFile(join(folder, "list.txt"), archive);
    const { exitCode, printed } = await run("listing", "list.txt");
    expect(exitCode).toBe(0);
    expect(printed.at(-1)).toBe("\nReport: .suanjing/import/listing.html");
    expect(await readdir(join(folder, "content", "posts", "2020"))).toEqual(["割圆记.md"]);
    expect(await readFile(join(folder, ".suanjing", "import", "listing.html"), "utf8")).toContain("割圆记");
    expect(JSON.parse(await readFile(join(folder, ".suanjing", "import", "listing.json"), "utf8"))).toMatchObject({
      source: "listing",
      posts: [{ title: "割圆记" }],
    });
  });

  it("writes nothing on a dry run, but the report that is asked for", async () => {
    await writeFile(join(folder, "list.txt"), archive);
    expect((await run("listing", "list.txt", "--dry-run")).exitCode).toBe(0);
    expect(await readdir(folder)).toEqual(["list.txt"]);
    await run("listing", "list.txt", "--dry-run", "--report", "r.html");
    expect(await readdir(folder)).toEqual(["list.txt", "r.html", "r.json"]);
  });

  it("takes nothing from outside of the archive, whatever links in it say", async () => {
    const text = "---\ntitle: 圆\ndate: 2020-07-04\n---\n![图](/img/a.png) ![密](/img/b.png)";
    for (const path of ["old/source/_posts", "old/source/img"]) await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, "old/source/_posts/a.md"), text);
    await writeFile(join(folder, "secret"), "密");
    await writeFile(join(folder, "old/source/img/a.png"), "图");
    await symlink(join(folder, "secret"), join(folder, "old/source/img/b.png"));
    await symlink("/etc", join(folder, "old/source/etc"));
    const { printed } = await run("hexo", "old");
    expect(await readdir(join(folder, "public"), { recursive: true })).toEqual(["img", "img/a.png"]);
    expect(printed.join("\n")).toMatch(/Files that are not there:\n {2}\S*img\/b\.png/);
  });

  it("fails if something stays as it was changed by hand, or if there are no posts", async () => {
    await writeFile(join(folder, "list.txt"), archive);
    await run("listing", "list.txt");
    await writeFile(join(folder, "content", "posts", "2020", "割圆记.md"), "手改");
    expect((await run("listing", "list.txt")).exitCode).toBe(1);
    await writeFile(join(folder, "list.txt"), "只有文字");
    expect((await run("listing", "list.txt")).exitCode).toBe(1);
  });

  it.each([
    [[], "say what to import"],
    [["lisitng", "x"], "there is no importer “lisitng”"],
    [["xyzzyxyzzy", "x"], "there is no importer “xyzzyxyzzy”"],
    [["listing"], "name one file or folder"],
    [["listing", "absent.txt"], "there is no file or folder “absent.txt”"],
    [["listing", "x", "--as-of", "2024-02-30"], "“2024-02-30” is not a day"],
  ])("refuses %j", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });
});

describe("target folders", () => {
  const text = new TextEncoder().encode("x");
  const target = () => targetFolders({ content: join(folder, "content"), public: join(folder, "public") });

  it.each([
    "../x",
    "content/../../x",
    "content//x",
    "content/a/../../x",
    "content/a\\b",
    "content/a\0b",
    "/x",
    "data/x",
    "",
  ])("refuse %j", async (path) => {
    await expect(target().write(path, text)).rejects.toThrow("may not write");
    expect(await readdir(folder)).toEqual([]);
  });

  it("are not left by symbolic links", async () => {
    const outside = join(folder, "outside");
    await mkdir(outside);
    await mkdir(join(folder, "content"));
    await symlink(outside, join(folder, "content", "posts"));
    await writeFile(join(outside, "b.md"), "外");
    await symlink(join(outside, "b.md"), join(folder, "content", "b.md"));
    for (const path of ["content/posts/a.md", "content/posts/2020/a.md", "content/b.md"])
      await expect(target().write(path, text)).rejects.toThrow("a symbolic link leads out of the folder");
    expect(await readdir(outside)).toEqual(["b.md"]);
    expect(await readFile(join(outside, "b.md"), "utf8")).toBe("外");
  });

  it("have no file where there is none", async () => {
    expect(await target().read("content/posts/a.md")).toBeUndefined();
  });
});
