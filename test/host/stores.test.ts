import { mkdirSync, readFileSync, readdirSync, renameSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/model/ports.ts";
import { storeDisk } from "../../src/host/store-disk.ts";
import { storeMemory } from "../../src/host/store-memory.ts";
import { storedPost } from "./stored-post.ts";
import { tempFolder } from "./temp-folder.ts";

const kinds: readonly (readonly [string, () => Store])[] = [
  ["memory", storeMemory],
  ["disk", () => storeDisk(tempFolder())],
];

/** Path of the only entry below a folder. */
function entryIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const [file] = files.map((entry) => join(entry.parentPath, entry.name));
  if (files.length !== 1 || file === undefined) throw new Error(`${files.length} entries`);
  return file;
}

describe.each(kinds)("a store in %s", (_name, open) => {
  it("gives back what it was given, and nothing for other keys", async () => {
    const store = open();
    await store.put("a", storedPost("甲\ud800"));
    await store.put("../../a", storedPost("乙"));
    expect(await store.get("a")).toStrictEqual(storedPost("甲\ud800"));
    expect(await store.get("../../a")).toStrictEqual(storedPost("乙"));
    expect(await store.get("b")).toBeUndefined();
    expect(await store.get("__proto__")).toBeUndefined();
  });

  it("keeps the last of two values", async () => {
    const store = open();
    await Promise.all(["1", "2", "3"].map((title) => store.put("a", storedPost(title))));
    await store.put("a", storedPost("4"));
    expect(await store.get("a")).toStrictEqual(storedPost("4"));
  });

  it("keeps that a file is no post", async () => {
    const store = open();
    await store.put("a", { outcome: { value: undefined, diagnostics: [] } });
    expect(await store.get("a")).toStrictEqual({ outcome: { value: undefined, diagnostics: [] } });
  });
});

describe("an entry on disk", () => {
  it("is a miss after any change of a byte: 1000 of them", async () => {
    const folder = tempFolder();
    const store = storeDisk(folder);
    await store.put("key", storedPost("甲"));
    const file = entryIn(folder);
    const good = readFileSync(file);
    // A fixed sequence, so that a failure is found again.
    let seed = 20_260_101;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let i = 0; i < 1000; i += 1) {
      const bad = Buffer.from(good);
      const at = random(bad.length);
      bad[at] = (bad[at] ?? 0) ^ (1 + random(255));
      writeFileSync(file, bad);
      expect(await store.get("key"), `byte ${at}`).toBeUndefined();
    }
    writeFileSync(file, good);
    expect(await store.get("key")).toStrictEqual(storedPost("甲"));
  });

  it("is a miss at any length but its own", async () => {
    const folder = tempFolder();
    const store = storeDisk(folder);
    await store.put("key", storedPost("甲"));
    const file = entryIn(folder);
    const { length } = readFileSync(file);
    for (const shorter of [length - 1, length >> 1, 33, 32, 31, 1, 0]) {
      truncateSync(file, shorter);
      expect(await store.get("key")).toBeUndefined();
    }
  });

  it("is a miss under the name of another", async () => {
    const folder = tempFolder();
    const store = storeDisk(folder);
    await store.put("one", storedPost("甲"));
    const one = entryIn(folder);
    const other = tempFolder();
    await storeDisk(other).put("two", storedPost("乙"));
    const two = entryIn(other).replace(other, folder);
    mkdirSync(dirname(two), { recursive: true });
    renameSync(one, two);
    expect(await store.get("two")).toBeUndefined();
  });

  it("is a miss when it is a folder", async () => {
    const folder = tempFolder();
    await storeDisk(folder).put("one", storedPost("甲"));
    const elsewhere = tempFolder();
    mkdirSync(entryIn(folder).replace(folder, elsewhere), { recursive: true });
    expect(await storeDisk(elsewhere).get("one")).toBeUndefined();
  });
});

describe("pruning", () => {
  const hours = (count: number) => new Date(Date.now() - count * 3_600_000);

  it("deletes what was not used for longest, but nothing of the last hour", async () => {
    const folder = tempFolder();
    const store = storeDisk(folder);
    const files = new Map<string, string>();
    for (const key of ["now", "old", "older", "oldest"]) {
      const before = new Set(readdirSync(folder, { recursive: true, encoding: "utf8" }));
      await store.put(key, storedPost(key));
      const name = readdirSync(folder, { recursive: true, encoding: "utf8" }).find(
        (path) => !before.has(path) && path.length > 10,
      );
      files.set(key, join(folder, name ?? ""));
    }
    const age = (key: string, time: Date) => utimesSync(files.get(key) ?? "", time, time);
    age("old", hours(2));
    age("older", hours(3));
    age("oldest", hours(4));
    const size = readFileSync(files.get("old") ?? "").length;
    await store.prune(size * 2.5);
    expect(
      await Promise.all(["now", "old", "older", "oldest"].map(async (key) => (await store.get(key)) !== undefined)),
    ).toEqual([true, true, false, false]);
    await store.prune(0);
    expect(await store.get("now")).toBeDefined();
  });

  it("counts reading as use, and removes writes that never ended", async () => {
    const folder = tempFolder();
    const store = storeDisk(folder);
    await store.put("read", storedPost("甲"));
    const file = entryIn(folder);
    utimesSync(file, hours(5), hours(5));
    writeFileSync(`${file}.part`, "half");
    utimesSync(`${file}.part`, hours(5), hours(5));
    await store.get("read");
    await store.prune(1_000_000);
    expect(entryIn(folder)).toBe(file);
    await store.prune(0);
    expect(await store.get("read")).toBeDefined();
  });
});
