import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { readCurrent, readRecord, writeRecord } from "../../src/host/build-record.ts";
import { changedIn } from "../../src/host/stamps.ts";
import { put, tempFolder } from "./temp-folder.ts";

const site = { "content/a.md": "甲", "content/b/c.md": "乙", "site.config.ts": "", "dist/index.html": "甲乙" };

/** A site that was built a while ago; what was remembered of it is read by `current`. */
async function built(ageMs = 60_000) {
  const root = tempFolder(site);
  const file = join(root, "record.json");
  const at = (path: string) => join(root, path);
  const read = { files: [at("site.config.ts")], folders: [at("content"), at("public")], out: at("dist") };
  const facts = { key: "k", exitCode: 1, said: "a.md: error", summary: "dist: 2 posts", pages: [] };
  writeRecord(file, { ...facts, ...read }, Date.now() + ageMs);
  // File systems count time in steps.
  await setTimeout(20);
  return { root, file, at, current: (key = "k") => readCurrent(file, key) };
}

it("a build is remembered with what it said", async () => {
  expect((await built()).current()).toMatchObject({ exitCode: 1, said: "a.md: error", summary: "dist: 2 posts" });
});

it.each<[what: string, change: (root: string) => void]>([
  ["a post that was edited", (root) => put(root, "content/a.md", "丙")],
  [
    "a post that was edited, of the same size, with its old time",
    (root) => utimesSync(put(root, "content/a.md", "丙"), 0, 0),
  ],
  ["a new post", (root) => put(root, "content/b/d.md", "丙")],
  ["a post that was removed", (root) => rmSync(join(root, "content/b/c.md"))],
  ["a post with a new name", (root) => renameSync(join(root, "content/a.md"), join(root, "content/e.md"))],
  ["other settings", (root) => put(root, "site.config.ts", "export default {}")],
  ["a folder that was not there", (root) => put(root, "public/a.png", "")],
  ["a published file that was changed", (root) => put(root, "dist/index.html", "乙甲")],
  ["a file among the published ones", (root) => put(root, "dist/new.html", "")],
  ["no published files", (root) => rmSync(join(root, "dist"), { recursive: true })],
])("%s makes a build necessary", async (_what, change) => {
  const { root, current } = await built();
  change(root);
  expect(current()).toBeUndefined();
});

it("another program or other options make a build necessary", async () => {
  expect((await built()).current("other")).toBeUndefined();
});

it("what was written after a build began makes another one necessary, but its pages are known", async () => {
  const { file, current } = await built(-60_000);
  expect(current()).toBeUndefined();
  expect(readRecord(file)).toMatchObject({ summary: "dist: 2 posts", pages: [] });
  expect(changedIn(readRecord(file)?.inputs ?? {})).toHaveLength(5);
});

it("a record with any wrong byte is none", async () => {
  const { file, current } = await built();
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += 1) {
    const wrong = Buffer.from(bytes);
    wrong.writeUInt8(bytes.readUInt8(at) ^ (1 + (at % 255)), at);
    writeFileSync(file, wrong);
    expect(current(), `byte ${at}`).toBeUndefined();
  }
  writeFileSync(file, bytes.subarray(0, 100));
  expect(current()).toBeUndefined();
});

it("a record in the form of an older program is none", async () => {
  const { file } = await built();
  writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+ /, ""));
  expect(readRecord(file)).toBeUndefined();
});
