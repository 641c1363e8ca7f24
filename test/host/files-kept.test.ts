import { utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { filesKept } from "../../src/host/files-kept.ts";
import { filesNode } from "../../src/host/files-node.ts";
import { tempFolder } from "./temp-folder.ts";

/** A folder that counts how often its files are read; they were written long ago. */
function counting(texts: Readonly<Record<string, string>>) {
  const root = tempFolder(texts);
  const inner = filesNode(root);
  const reads: string[] = [];
  const files = filesKept(root, { ...inner, read: (path) => (reads.push(path), inner.read(path)) });
  const write = (path: string, text: string, ageMs: number) => {
    writeFileSync(join(root, path), text);
    const then = new Date(Date.now() - ageMs);
    utimesSync(join(root, path), then, then);
  };
  const text = (path: string) => new TextDecoder().decode(files.read(path));
  return { files, reads, write, text, wait: () => new Promise((resolve) => setTimeout(resolve, 80)) };
}

it("reads a file again only when it has changed", async () => {
  const { files, reads, write, text, wait } = counting({ "a.md": "1", "b.md": "1" });
  await wait();
  expect(files.read("a.md")).toBe(files.read("a.md"));
  text("b.md");
  write("a.md", "2", 1000);
  await wait();
  expect([text("a.md"), text("b.md")]).toEqual(["2", "1"]);
  expect(reads).toEqual(["a.md", "b.md", "a.md"]);
});

it("does not trust a file that was written just now: it may be written again in the same tick", async () => {
  const { reads, write, text } = counting({ "a.md": "1" });
  write("a.md", "2", 0);
  text("a.md");
  text("a.md");
  expect(reads).toEqual(["a.md", "a.md"]);
});

it("lists what the folder holds", async () => {
  expect(await counting({ "a.md": "1", "posts/b.md": "" }).files.list()).toEqual(["a.md", "posts/b.md"]);
});
