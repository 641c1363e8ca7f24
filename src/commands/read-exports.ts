import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { explainDisk } from "../host/disk-error.ts";
import { filesNode } from "../host/files-node.ts";
import { unzip } from "../host/unzip.ts";
import { useError } from "../host/use-error.ts";
import type { ImportFile } from "../model/imported.ts";

const maxBytes = 512 * 1024 ** 2;

/**
 * The files of an export: a file itself, also packed by gzip, or those of a folder or a ZIP that are wanted, sorted.
 * @throws a use error if it is not there, damaged, too large, or has nothing that is wanted
 */
export async function readExport(
  root: string,
  typed: string,
  wants: (path: string) => boolean,
): Promise<readonly ImportFile[]> {
  // It may hold a password, which must not stand in a message.
  if (/^[a-z]+:\/\//i.test(typed)) throw useError("an address is no file", "exports are read as files");
  const file = resolve(root, typed);
  const found = await stat(file).catch(() => undefined);
  if (!found) throw useError(`there is no file or folder “${typed}”`);
  if (!found.isDirectory() && !/\.zip$/i.test(typed)) return [await readOne(file, typed, found.size)];
  const files = found.isDirectory()
    ? await readFolder(file, wants)
    : unzip((await readOne(file, typed, found.size)).bytes, typed, wants);
  if (files.length === 0) throw useError(`“${typed}” has no file of such an export`);
  const byPath = (a: ImportFile, b: ImportFile) => (a.path < b.path ? -1 : 1);
  return files.map(({ path, bytes }) => ({ path: `${typed}/${path}`, bytes })).sort(byPath);
}

async function readFolder(folder: string, wants: (path: string) => boolean): Promise<readonly ImportFile[]> {
  const files = filesNode(folder);
  const found = [];
  for (const path of (await files.list()).filter(wants)) found.push({ path, bytes: files.read(path) });
  return found;
}

async function readOne(file: string, typed: string, size: number): Promise<ImportFile> {
  if (size > maxBytes) throw useError(`${typed} is larger than 512 MB`, "export a shorter time at once");
  const bytes = await readFile(file).catch((error: unknown) => {
    throw explainDisk(error, `read ${typed}`);
  });
  if (!/\.gz$/i.test(typed)) return { path: typed, bytes };
  try {
    return { path: typed.replace(/\.gz$/i, ""), bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    throw useError(`${typed} is not a gzip file of 512 MB at most: ${error instanceof Error ? error.message : ""}`);
  }
}
