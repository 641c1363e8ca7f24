import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import initSqlJs from "sql.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importSite } from "../../../src/commands/import/import.ts";
import { dumpOf, post } from "./blog.ts";

let folder = "";
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "typecho-"))));
afterEach(() => rm(folder, { recursive: true }));

/** Runs `suanjing import typecho …` in the folder. */
async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const out = (line: string) => void printed.push(line);
  const exitCode = await importSite(folder, ["typecho", ...args], { out, error: out, isInteractive: false });
  return { exitCode, printed: printed.join("\n") };
}

const picture = post(1, {
  text: "<!--markdown-->![圆](/usr/uploads/2015/a.png) ![无](/usr/uploads/b.png) ![外](/usr/uploads/out.png)",
});

describe("suanjing import typecho", () => {
  it.each(["site/usr/uploads", "site/usr", "site"])(
    "copies what posts show from --uploads %s, and names what is not there",
    async (uploads) => {
      await mkdir(join(folder, "site/usr/uploads/2015"), { recursive: true });
      await writeFile(join(folder, "site/usr/uploads/2015/a.png"), "png");
      await writeFile(join(folder, "secret.png"), "secret");
      await symlink(join(folder, "secret.png"), join(folder, "site/usr/uploads/out.png"));
      await writeFile(join(folder, "blog.sql"), dumpOf({ contents: [picture] }));
      const { exitCode, printed } = await run("blog.sql", "--uploads", uploads);
      expect(exitCode).toBe(0);
      expect(await readFile(join(folder, "public/usr/uploads/2015/a.png"), "utf8")).toBe("png");
      expect(await readdir(join(folder, "public/usr/uploads"))).toEqual(["2015"]);
      expect(printed).toContain("Files that are not there:\n  usr/uploads/b.png\n  usr/uploads/out.png");
    },
  );

  it("writes nothing on a dry run", async () => {
    await writeFile(join(folder, "blog.sql"), dumpOf({ contents: [picture] }));
    await run("blog.sql", "--dry-run");
    expect(await readdir(folder)).toEqual(["blog.sql"]);
  });

  it("reads a file of SQLite by its first bytes, and leaves it as it was", async () => {
    const database = new (await initSqlJs()).Database();
    database.run(
      "CREATE TABLE x_contents (cid INTEGER, slug TEXT, text TEXT, authorId INT, type TEXT, status TEXT, title TEXT, created INT)",
    );
    database.run("INSERT INTO x_contents VALUES (7, 'a', '文', 1, 'post', 'publish', X'E794B2', 1593824700)");
    const bytes = database.export();
    await writeFile(join(folder, "blog"), bytes);
    expect((await run("blog")).exitCode).toBe(0);
    expect(await readdir(join(folder, "content/posts/2020"))).toEqual(["7-甲.md"]);
    expect(new Uint8Array(await readFile(join(folder, "blog")))).toEqual(bytes);
    bytes[18] = 2;
    await writeFile(join(folder, "blog"), bytes);
    await expect(run("blog")).rejects.toThrow("keeps its last changes in a second file");
    await writeFile(join(folder, "blog"), bytes.subarray(0, 600));
    await expect(run("blog")).rejects.toThrow(/cannot read the database blog|second file/);
    bytes[18] = 1;
    await writeFile(join(folder, "blog"), bytes.subarray(0, 600));
    await expect(run("blog")).rejects.toThrow("cannot read the database blog");
  });

  it("takes the address from DATABASE_URL, and never repeats what is secret in it", async () => {
    const address = "mysql://somebody:geheim@127.0.0.1:1/blog";
    const messages: string[] = [];
    process.env["DATABASE_URL"] = address;
    messages.push(await run().then(String, String));
    delete process.env["DATABASE_URL"];
    messages.push(await run(address.replace("mysql", "postgres")).then(String, String));
    expect(messages).toEqual([
      "UseError: cannot read the database 127.0.0.1:1/blog: no database answers there",
      "UseError: cannot read the database 127.0.0.1:1/blog: no database answers there",
    ]);
  });

  it.each([
    [[], "name one file or folder"],
    [["oracle://somebody:geheim@x/blog"], "this is no address of a database that is known"],
    [["absent.sql"], "there is no file or folder “absent.sql”"],
    [["a.sql", "b.sql"], "name one file or folder"],
  ])("refuses %j", async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message);
  });

  it("refuses an address of a database for other sources without repeating it", async () => {
    const io = { out: () => undefined, error: () => undefined, isInteractive: false };
    const message = await importSite(folder, ["hexo", "mysql://a:geheim@x/blog"], io).then(String, String);
    expect(message).toBe("UseError: “hexo” reads a file or a folder");
  });
});
