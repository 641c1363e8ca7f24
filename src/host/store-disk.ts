import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Store, StoredPost } from "../model/ports.ts";
import { explainDisk } from "./disk-error.ts";
import { sha256 } from "./hash.ts";
import { decodeEntry, encodeEntry } from "./store-entry.ts";

/** A store on disk that can be kept from growing. */
export interface DiskStore<Value = StoredPost> extends Store<Value> {
  /**
   * Deletes the entries that were not used for longest, until at most `maxBytes` are left. Those of the last
   * hour stay in any case: another process may be about to read them.
   */
  readonly prune: (maxBytes: number) => Promise<void>;
}

/** The time of a file is that of its last use, within a minute: touching costs as much as reading. */
const touchAfterMs = 60_000;
const keepMs = 3_600_000;

/**
 * Keeps things in a folder, one file a key, so that workers and later builds find them. A file that is
 * damaged, cut short or foreign is as if it were not there. Several processes may share the folder; it is
 * safe to delete at any time between builds.
 */
export function storeDisk<Value = StoredPost>(folder: string): DiskStore<Value> {
  // Keys may be any text; a hash is a safe name for a file.
  const fileOf = (key: string) => {
    const name = sha256(key);
    return join(folder, name.slice(0, 2), name.slice(2));
  };
  return {
    async get(key) {
      const bytes = await readTouched(fileOf(key)).catch(() => undefined);
      return bytes && decodeEntry<Value>(bytes, key);
    },
    async put(key, value) {
      const file = fileOf(key);
      const temporary = `${file}.${randomUUID()}`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(temporary, encodeEntry(value, key));
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => {});
        throw explainDisk(error, `write the cache in ${folder}`);
      }
    },
    prune: (maxBytes) => prune(folder, maxBytes),
  };
}

async function readTouched(file: string): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const { mtimeMs } = await handle.stat();
    const now = new Date();
    // Not allowed on a read-only disk, where nothing is deleted either.
    if (now.getTime() - mtimeMs > touchAfterMs) await handle.utimes(now, now).catch(() => {});
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

async function prune(folder: string, maxBytes: number): Promise<void> {
  const files = await filesIn(folder);
  const now = Date.now();
  let bytes = 0;
  for (const { path, size, mtimeMs } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
    bytes += size;
    const isOld = now - mtimeMs > keepMs;
    // A name with a dot is that of a write that never ended.
    if (isOld && (bytes > maxBytes || path.includes(".", folder.length))) await rm(path, { force: true });
  }
}

async function filesIn(
  folder: string,
): Promise<{ readonly path: string; readonly size: number; readonly mtimeMs: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (path) => ({ path, stats: await stat(path).catch(() => undefined) })),
  );
  // Another process may prune at the same time.
  return found.flatMap(({ path, stats }) => (stats ? [{ path, size: stats.size, mtimeMs: stats.mtimeMs }] : []));
}
