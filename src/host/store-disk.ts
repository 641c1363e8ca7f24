import { randomUUID } from "node:crypto";
import {
  closeSync,
  fstatSync,
  futimesSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
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
 * safe to delete at any time between builds. Reading and writing block the thread: a worker has nothing else to do
 * meanwhile, and it takes half the time.
 */
export function storeDisk<Value = StoredPost>(folder: string): DiskStore<Value> {
  // Keys may be any text; a hash is a safe name for a file.
  const fileOf = (key: string) => {
    const name = sha256(key);
    return join(folder, name.slice(0, 2), name.slice(2));
  };
  return {
    async get(key) {
      const bytes = readTouched(fileOf(key));
      return bytes && decodeEntry<Value>(bytes, key);
    },
    async put(key, value) {
      const file = fileOf(key);
      const temporary = `${file}.${randomUUID()}`;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(temporary, encodeEntry(value, key));
        renameSync(temporary, file);
      } catch (error) {
        removeQuietly(temporary);
        throw explainDisk(error, `write the cache in ${folder}`);
      }
    },
    prune: (maxBytes) => prune(folder, maxBytes),
  };
}

function readTouched(file: string): Uint8Array | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, "r");
    touch(handle);
    return readFileSync(handle);
  } catch {
    return undefined;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

function touch(handle: number): void {
  const now = new Date();
  if (now.getTime() - fstatSync(handle).mtimeMs <= touchAfterMs) return;
  try {
    futimesSync(handle, now, now);
  } catch {
    // Not allowed on a read-only disk, where nothing is deleted either.
  }
}

function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // The error that led here says more.
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
