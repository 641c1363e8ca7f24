import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { OutPath } from "../../src/model/brand.ts";
import { openSpool, type SpoolBuild } from "../../src/dev/spool.ts";
import { put, tempFolder } from "../host/temp-folder.ts";

const out = (path: string) => path as OutPath;

function textOf({ files }: SpoolBuild, path: string): string {
  const body = files.get(path);
  return typeof body === "object" && "file" in body ? readFileSync(body.file, "utf8") : "";
}

it("keeps two builds, equal files once, and nothing of older ones", async () => {
  const root = tempFolder({ "a.png": "png" });
  const folder = join(root, "dev-1");
  const spool = await openSpool(folder);
  const builds: SpoolBuild[] = [];
  for (const text of ["1", "2", "3"]) {
    const build = spool.open();
    await build.write({ path: out("index.html"), body: text });
    await build.write({ path: out("same.html"), body: "same" });
    await build.write({ path: out("also.html"), body: "same" });
    await build.copy(out("a.png"), join(root, "a.png"));
    await spool.keep(build);
    builds.push(build);
  }
  expect(readdirSync(folder)).toHaveLength(3);
  expect(
    builds.slice(1).map((build) => [textOf(build, "index.html"), textOf(build, "also.html"), textOf(build, "a.png")]),
  ).toEqual([
    ["2", "same", "png"],
    ["3", "same", "png"],
  ]);
  spool.close();
  expect(readdirSync(root)).toEqual(["a.png"]);
});

it("gives no path twice", async () => {
  const spool = await openSpool(join(tempFolder(), "dev-1"));
  const build = spool.open();
  await build.write({ path: out("a"), body: "1" });
  await expect(build.write({ path: out("a"), body: "2" })).rejects.toThrow("two outputs");
});

it("removes what dead servers have left, and nothing else", async () => {
  const root = tempFolder();
  for (const name of ["dev-99999999", `dev-${process.ppid}`, "dev-notes", "cache"]) put(root, `${name}/x`, "x");
  await openSpool(join(root, `dev-${process.pid}`));
  expect(existsSync(join(root, "dev-99999999"))).toBe(false);
  expect(readdirSync(root).sort()).toEqual(["cache", "dev-notes", `dev-${process.pid}`, `dev-${process.ppid}`].sort());
});
