import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OutPath } from "../../src/model/brand.ts";
import { sha256 } from "../../src/host/hash.ts";
import { manifestName, readManifest } from "../../src/host/manifest.ts";
import { recoverOutput } from "../../src/host/output-recovery.ts";
import { openOutput } from "../../src/host/output-tree.ts";
import { isUseError } from "../../src/host/use-error.ts";
import { put, tempFolder, treeOf } from "./temp-folder.ts";

const out = (path: string) => path as OutPath;

/** Builds a tree of texts into `dist` of a folder. */
async function build(root: string, files: Readonly<Record<string, string>>) {
  const tree = await openOutput(join(root, "dist"));
  for (const [path, body] of Object.entries(files)) await tree.write({ path: out(path), body });
  return tree.commit();
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a committed tree", () => {
  it("replaces the one before as a whole and leaves nothing beside it", async () => {
    const root = tempFolder();
    await build(root, { "old.html": "old", "index.html": "1" });
    const written = await build(root, { "index.html": "二", "a/b/c.html": "c" });
    const { [manifestName]: manifest, ...files } = treeOf(join(root, "dist"));
    expect(files).toEqual({ "index.html": "二", "a/b/c.html": "c" });
    expect(manifest).toBeDefined();
    expect(written).toEqual({ files: 2, bytes: 4 });
    expect(readdirSync(root)).toEqual(["dist"]);
  });

  it("has a manifest that depends on the content only", async () => {
    const one = tempFolder();
    const two = tempFolder();
    await build(one, { "404": "x", "a.html": "a", "b.html": "b" });
    await build(two, { "b.html": "b", "a.html": "a", "404": "x" });
    const text = readFileSync(join(one, "dist", manifestName), "utf8");
    expect(readFileSync(join(two, "dist", manifestName), "utf8")).toBe(text);
    expect([...((await readManifest(join(one, "dist"))) ?? [])]).toContainEqual([
      "a.html",
      { size: 1, sha256: sha256("a") },
    ]);
  });

  it("has the same rights whatever the mask of the user", async () => {
    const root = tempFolder();
    const mask = process.umask(0o077);
    try {
      await build(root, { "a/index.html": "x" });
    } finally {
      process.umask(mask);
    }
    const modes = ["dist", "dist/a", "dist/a/index.html", `dist/${manifestName}`].map(
      (path) => statSync(join(root, path)).mode & 0o777,
    );
    expect(modes).toEqual([0o755, 0o755, 0o644, 0o644]);
  });

  it("holds copies of files", async () => {
    const root = tempFolder({ "public/a.png": new Uint8Array([1, 2, 255]) });
    const tree = await openOutput(join(root, "dist"));
    await tree.copy(out("images/a.png"), join(root, "public/a.png"));
    expect(await tree.commit()).toEqual({ files: 1, bytes: 3 });
    expect(readFileSync(join(root, "dist/images/a.png"))).toEqual(Buffer.from([1, 2, 255]));
    expect((await readManifest(join(root, "dist")))?.get("images/a.png")?.sha256).toBe(
      sha256(new Uint8Array([1, 2, 255])),
    );
  });

  it("goes where a link leads", async () => {
    const root = tempFolder();
    mkdirSync(join(root, "real"));
    symlinkSync(join(root, "real"), join(root, "dist"));
    await build(root, { "index.html": "x" });
    expect(treeOf(join(root, "real"))["index.html"]).toBe("x");
    expect(statSync(join(root, "dist")).isDirectory()).toBe(true);
  });
});

describe("a tree that is not committed", () => {
  it("leaves the old one and nothing else", async () => {
    const root = tempFolder();
    await build(root, { "index.html": "old" });
    const tree = await openOutput(join(root, "dist"));
    await tree.write({ path: out("index.html"), body: "new" });
    await tree.abort();
    await tree.abort();
    expect(treeOf(join(root, "dist"))["index.html"]).toBe("old");
    expect(readdirSync(root)).toEqual(["dist"]);
  });

  it("is one whose file could not be written", async () => {
    const root = tempFolder();
    await build(root, { "index.html": "old" });
    const tree = await openOutput(join(root, "dist"));
    await tree.copy(out("a.png"), join(root, "missing.png"));
    expect(isUseError(await failure(tree.commit()))).toBe(true);
    await tree.abort();
    expect(treeOf(join(root, "dist"))["index.html"]).toBe("old");
    expect(readdirSync(root)).toEqual(["dist"]);
  });
});

describe("a folder that is not ours", () => {
  it.each([{ "notes.txt": "mine" }, { ".git/config": "x" }])("is refused when it holds %j", async (files) => {
    const root = tempFolder();
    for (const [path, body] of Object.entries(files)) put(root, `dist/${path}`, body);
    const error = await failure(openOutput(join(root, "dist")));
    expect(isUseError(error) && error.hint).toContain("--out");
    expect(treeOf(join(root, "dist"))).toEqual(files);
    expect(readdirSync(root)).toEqual(["dist"]);
  });

  it("is refused when it is a file", async () => {
    const root = tempFolder({ dist: "mine" });
    expect(isUseError(await failure(openOutput(join(root, "dist"))))).toBe(true);
    expect(treeOf(root)).toEqual({ dist: "mine" });
  });

  it("is taken when it is empty", async () => {
    const root = tempFolder();
    mkdirSync(join(root, "dist"));
    await build(root, { "index.html": "x" });
    expect(treeOf(join(root, "dist"))["index.html"]).toBe("x");
    expect(readdirSync(root)).toEqual(["dist"]);
  });
});

describe("recovery", () => {
  it("puts the old tree back when a build died between the renames", async () => {
    const root = tempFolder();
    await build(root, { "index.html": "old" });
    renameSync(join(root, "dist"), join(root, ".dist.old"));
    put(root, ".dist.staging-99999999/index.html", "new");
    await recoverOutput(join(root, "dist"));
    expect(treeOf(join(root, "dist"))["index.html"]).toBe("old");
    expect(readdirSync(root)).toEqual(["dist"]);
  });

  it("removes the old tree when a build died after the renames", async () => {
    const root = tempFolder();
    await build(root, { "index.html": "new" });
    put(root, `.dist.old/${manifestName}`, "{}");
    put(root, ".dist.old/index.html", "old");
    await build(root, { "index.html": "newer" });
    expect(treeOf(join(root, "dist"))["index.html"]).toBe("newer");
    expect(readdirSync(root)).toEqual(["dist"]);
  });

  it("keeps what others have put under its names", async () => {
    const root = tempFolder({ ".dist.old/thesis.tex": "mine", ".dist.staging-notes/a": "mine" });
    await build(root, { "index.html": "x" });
    expect(isUseError(await failure(build(root, { "index.html": "y" })))).toBe(true);
    expect(treeOf(root)).toMatchObject({
      "dist/index.html": "x",
      ".dist.old/thesis.tex": "mine",
      ".dist.staging-notes/a": "mine",
    });
  });
});

describe("paths of output files", () => {
  it.each(["", "/a", "../a", "a/../b", "a/./b", "a//b", "a/", "a\\b", "a\0b", "C:/a", manifestName])(
    "refuse %j",
    async (path) => {
      const root = tempFolder({ "a.txt": "x" });
      const tree = await openOutput(join(root, "dist"));
      const written = await failure(tree.write({ path: out(path), body: "x" }));
      const copied = await failure(tree.copy(out(path), join(root, "a.txt")));
      await tree.abort();
      expect(written).toBeInstanceOf(Error);
      expect(isUseError(written)).toBe(false);
      expect(isUseError(copied)).toBe(true);
      expect(treeOf(root)).toEqual({ "a.txt": "x" });
    },
  );

  it("are given once", async () => {
    const tree = await openOutput(join(tempFolder(), "dist"));
    await tree.write({ path: out("a.html"), body: "1" });
    expect(String(await failure(tree.write({ path: out("a.html"), body: "2" })))).toContain(
      "two outputs have the path a.html",
    );
    await tree.abort();
  });
});

describe("a tree that uses the one before it", () => {
  const files = { "same.html": "一", "changed.html": "二", "kept.html": "三", "gone.html": "四" };

  /** Builds again, and says which files are those of the old tree. */
  async function rebuild(root: string) {
    const place = join(root, "dist");
    const inode = (path: string) => statSync(join(place, path)).ino;
    const before = Object.fromEntries(Object.keys(files).map((path) => [path, inode(path)]));
    const tree = await openOutput(place);
    tree.reuse((await readManifest(place)) ?? new Map());
    await tree.write({ path: out("same.html"), body: "一" });
    await tree.write({ path: out("changed.html"), body: "贰" });
    await tree.keep(out("kept.html"));
    await tree.copy(out("copied.png"), put(root, "a.png", "图"));
    await tree.commit();
    return ["same.html", "changed.html", "kept.html"].filter((path) => inode(path) === before[path]);
  }

  it("links what has not changed and writes the rest", async () => {
    const root = tempFolder();
    await build(root, files);
    expect(await rebuild(root)).toEqual(["same.html", "kept.html"]);
    const { [manifestName]: manifest, ...all } = treeOf(join(root, "dist"));
    expect(all).toEqual({ "same.html": "一", "changed.html": "贰", "kept.html": "三", "copied.png": "图" });
    const clean = tempFolder();
    await build(clean, all);
    expect(readFileSync(join(clean, "dist", manifestName), "utf8")).toBe(manifest);
  });

  it("cannot keep what was not there", async () => {
    const tree = await openOutput(join(tempFolder(), "dist"));
    await expect(tree.keep(out("a.html"))).rejects.toThrow("was not published before");
    await tree.abort();
  });
});
