import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesMemory } from "../../src/host/files-memory.ts";
import { filesNode } from "../../src/host/files-node.ts";
import { tempFolder } from "./temp-folder.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a folder on disk", () => {
  it("lists files below it by code unit, without hidden ones", async () => {
    const folder = tempFolder({
      "b.md": "",
      "B.md": "",
      "posts/乙.md": "",
      "posts/a.md": "",
      ".git/config": "",
      ".env": "",
      ".nojekyll": "",
      ".well-known/security.txt": "",
      "posts/node_modules/x.md": "",
      "posts/.DS_Store": "",
    });
    expect(await filesNode(folder).list()).toEqual([
      ".nojekyll",
      ".well-known/security.txt",
      "B.md",
      "b.md",
      "posts/a.md",
      "posts/乙.md",
    ]);
    expect(await filesNode(join(folder, "missing")).list()).toEqual([]);
  });

  it("follows links to files inside and no others", async () => {
    const outside = tempFolder({ "secret.md": "secret" });
    const folder = tempFolder({ "content/a.md": "a", "content/folder/b.md": "b", "content-2/c.md": "c" });
    const content = join(folder, "content");
    symlinkSync(join(content, "a.md"), join(content, "inside.md"));
    symlinkSync(join(outside, "secret.md"), join(content, "file.md"));
    symlinkSync(outside, join(content, "leak"));
    symlinkSync(join(folder, "content-2", "c.md"), join(content, "sibling.md"));
    symlinkSync(content, join(content, "folder", "ring"));
    symlinkSync(join(content, "nothing"), join(content, "broken.md"));
    const files = filesNode(content);
    expect(await files.list()).toEqual(["a.md", "folder/b.md", "inside.md"]);
    expect(text(files.read("inside.md"))).toBe("a");
    for (const path of ["file.md", "leak/secret.md", "sibling.md", "../content-2/c.md", `${outside}/secret.md`]) {
      expect(() => files.read(path), path).toThrow("leads out of");
    }
  });

  it("may itself be a link", async () => {
    const folder = tempFolder({ "real/a.md": "a" });
    symlinkSync(join(folder, "real"), join(folder, "content"));
    const files = filesNode(join(folder, "content"));
    expect(await files.list()).toEqual(["a.md"]);
    expect(text(files.read("a.md"))).toBe("a");
  });

  it.skipIf(process.platform === "win32")("leaves out pipes, which would never end", async () => {
    const folder = tempFolder({ "a.md": "a" });
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    expect(await filesNode(folder).list()).toEqual(["a.md"]);
  });

  it("says which file is missing", () => {
    expect(() => filesNode(tempFolder()).read("a.md")).toThrow(/cannot read .*a\.md: it does not exist/);
  });
});

describe("a folder in memory", () => {
  it("lists and reads what it was given", async () => {
    const files = filesMemory({ "b.md": "乙", "a.bin": new Uint8Array([1]) });
    expect(await files.list()).toEqual(["a.bin", "b.md"]);
    expect(text(files.read("b.md"))).toBe("乙");
    expect(files.read("a.bin")).toEqual(new Uint8Array([1]));
    expect(() => files.read("toString")).toThrow("there is no file toString");
  });
});
