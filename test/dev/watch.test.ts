import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { watch } from "../../src/dev/watch.ts";
import { put, tempFolder } from "../host/temp-folder.ts";

/** Watches, does something, and resolves with the paths that are reported until there is quiet again. */
async function watching(
  paths: readonly string[],
  use: (next: (act: () => void) => Promise<readonly string[]>) => Promise<void>,
) {
  let heard: (() => void) | undefined;
  const reports: (readonly string[])[] = [];
  const watcher = await watch({
    paths,
    onChange(changed) {
      reports.push(changed);
      heard?.();
    },
  });
  const next = (act: () => void) =>
    new Promise<readonly string[]>((resolve, reject) => {
      const from = reports.length;
      heard = () => setTimeout(() => resolve([...new Set(reports.slice(from).flat())].sort()), 120);
      setTimeout(() => reject(new Error("no change was reported")), 3000);
      act();
    });
  try {
    await use(next);
  } finally {
    await watcher.close();
  }
  return reports;
}

it("reports changes, new files, removals and renames", async () => {
  const folder = tempFolder({ "posts/a.md": "1" });
  const at = (path: string) => join(folder, path);
  await watching([folder], async (next) => {
    expect(await next(() => put(folder, "posts/a.md", "2"))).toEqual([at("posts/a.md")]);
    expect(await next(() => put(folder, "posts/2026/b.md", "b"))).toContain(at("posts/2026/b.md"));
    expect(await next(() => put(folder, "posts/2026/b.md", "b2"))).toEqual([at("posts/2026/b.md")]);
    expect(await next(() => renameSync(at("posts/a.md"), at("posts/A.md")))).toEqual([
      at("posts/A.md"),
      at("posts/a.md"),
    ]);
    expect(await next(() => rmSync(at("posts/2026"), { recursive: true }))).toContain(at("posts/2026/b.md"));
  });
});

it("still sees a file that an editor replaces by a rename", async () => {
  const folder = tempFolder({ "site.config.ts": "1" });
  const file = join(folder, "site.config.ts");
  await watching([file], async (next) => {
    for (const text of ["2", "3", "4"]) {
      const changed = await next(() => {
        writeFileSync(join(folder, "new"), text);
        renameSync(join(folder, "new"), file);
      });
      expect(changed).toEqual([file]);
    }
  });
});

it("sees a folder that did not exist", async () => {
  const folder = tempFolder({ "content/a.md": "" });
  await watching([join(folder, "content"), join(folder, "public")], async (next) => {
    await next(() => mkdirSync(join(folder, "public")));
    expect(await next(() => put(folder, "public/x.png", "x"))).toContain(join(folder, "public/x.png"));
  });
});

it("joins changes that come together, and leaves out what editors leave beside files", async () => {
  const folder = tempFolder({ "a.md": "" });
  const reports = await watching([folder], async (next) => {
    await next(() => {
      for (let i = 0; i < 20; i += 1) put(folder, `${i}.md`, "x");
      for (const name of [".a.md.swp", "a.md~", "#a.md#", ".git/index", "node_modules/x.js"]) put(folder, name, "x");
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
  });
  expect(reports.flat().filter((path) => path.endsWith(".md"))).toHaveLength(20);
  expect(reports.flat()).toHaveLength(20);
  expect(reports.length).toBeLessThanOrEqual(3);
});

it("tells of a second step of a save of which the operating system says nothing", async () => {
  const folder = tempFolder({ "a.md": "0" });
  const seen: string[] = [];
  const watcher = await watch({
    paths: [folder],
    onChange: () => void seen.push(readFileSync(join(folder, "a.md"), "utf8")),
  });
  writeFileSync(join(folder, "a.md"), "");
  await vi.waitFor(() => expect(seen).toEqual([""]), { timeout: 2000, interval: 1 });
  writeFileSync(join(folder, "a.md"), "whole");
  await vi.waitFor(() => expect(seen.at(-1)).toBe("whole"), 2000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen.length).toBeLessThanOrEqual(3);
  await watcher.close();
});

it("tells of changes that do not stop, and always of the last one", async () => {
  const folder = tempFolder({ "a.md": "0" });
  const seen: string[] = [];
  const watcher = await watch({
    paths: [folder],
    maxMs: 100,
    onChange: () => void seen.push(readFileSync(join(folder, "a.md"), "utf8")),
  });
  for (let i = 1; i <= 40; i += 1) {
    put(folder, "a.md", String(i));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await vi.waitFor(() => expect(seen.at(-1)).toBe("40"), 2000);
  expect(seen.length).toBeGreaterThan(1);
  await watcher.close();
});
