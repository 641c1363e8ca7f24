import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { faultOfOutPath } from "./out-path.ts";

/**
 * Reads a picture by its path in the output, from the first of several folders that has it; `undefined` if none has.
 * Paths come from posts: one that leads out of a folder, also by a link, is as if there were no picture.
 */
export function pictureBytes(folders: readonly string[]): (path: string) => Promise<Uint8Array | undefined> {
  return async (path) => {
    if (faultOfOutPath(path) !== undefined) return undefined;
    for (const folder of folders) {
      const bytes = await bytesIn(folder, path);
      if (bytes) return bytes;
    }
    return undefined;
  };
}

async function bytesIn(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await realpath(join(folder, path));
    if (!file.startsWith((await realpath(folder)) + sep) || !(await stat(file)).isFile()) return undefined;
    return await readFile(file);
  } catch {
    return undefined;
  }
}
