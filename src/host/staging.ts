import { createHash } from "node:crypto";
import { chmodSync, constants, createReadStream, linkSync, mkdirSync } from "node:fs";
import { chmod, copyFile, open, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { sha256 } from "./hash.ts";
import type { ManifestEntry } from "./manifest.ts";

/** A folder that is being filled. */
export interface Staging {
  readonly write: (path: string, body: string | Uint8Array) => Promise<ManifestEntry>;
  readonly copy: (path: string, from: string) => Promise<ManifestEntry>;
  /** Gives a file that is on the disk another name here. */
  readonly link: (path: string, from: string) => Promise<void>;
}

/** Rights of files and folders, whatever the user's mask is: a published tree is for everybody to read. */
const fileMode = 0o644;
const folderMode = 0o755;

/**
 * Makes a folder and fills it. Folders and second names are made at once, which takes less time than to wait for another
 * thread to do it. Every file reaches the disk before its promise resolves; a file is never
 * written twice, not even under a name that differs in case where the disk does not tell such names apart.
 */
export async function openStaging(root: string): Promise<Staging> {
  const made = new Set<string>();
  const makeFolder = (path: string): void => {
    if (made.has(path)) return;
    if (path !== root) makeFolder(dirname(path));
    mkdirSync(path, { mode: folderMode });
    chmodSync(path, folderMode);
    made.add(path);
  };
  makeFolder(root);
  return {
    async write(path, body) {
      const file = join(root, path);
      makeFolder(dirname(file));
      const bytes = toBytes(body);
      await writeNew(file, bytes);
      return entryOf(bytes);
    },
    async link(path, from) {
      const file = join(root, path);
      makeFolder(dirname(file));
      if (!isLinked(from, file)) await copyInto(file, from);
    },
    async copy(path, from) {
      const file = join(root, path);
      makeFolder(dirname(file));
      await copyInto(file, from);
      // The copy is hashed, not the source, which may change meanwhile.
      return { size: (await stat(file)).size, sha256: await hashOf(file) };
    },
  };
}

export function toBytes(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? Buffer.from(body) : body;
}

export function entryOf(bytes: Uint8Array): ManifestEntry {
  return { size: bytes.byteLength, sha256: sha256(bytes) };
}

/** A second name costs less than to wait for it; not every file system knows it. */
function isLinked(from: string, file: string): boolean {
  try {
    linkSync(from, file);
    return true;
  } catch {
    return false;
  }
}

async function copyInto(file: string, from: string): Promise<void> {
  await copyFile(from, file, constants.COPYFILE_EXCL);
  await chmod(file, fileMode);
  await sync(file);
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx", fileMode);
  try {
    await handle.writeFile(bytes);
    await handle.chmod(fileMode);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file, however large. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
