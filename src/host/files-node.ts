import { readFileSync, realpathSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Files } from "../model/ports.ts";
import { explainDisk } from "./disk-error.ts";
import { isHidden } from "./hidden-names.ts";
import { faultOfOutPath } from "./out-path.ts";

/**
 * A folder on disk.
 *
 * Names that begin with a dot (but for a few that hosts look for) and `node_modules` are left out, as is
 * everything that is not a file: sockets, devices, pipes. A symbolic link to a file counts as that file if
 * it stays inside the folder; links that lead outside, and links to folders, which can form rings, are left
 * out. `read` refuses what leads outside, whatever `list` said.
 */
export function filesNode(root: string): Files {
  return {
    async list() {
      const real = realPathOf(root);
      if (real === undefined) return [];
      const paths: string[] = [];
      await walk("", { root, real, paths });
      return paths.sort((a, b) => (a < b ? -1 : 1));
    },
    read(path) {
      const file = join(root, path);
      if (faultOfOutPath(path) !== undefined || !staysInside(file, realpathSync.native(root))) {
        throw new Error(`${path} leads out of ${root}`);
      }
      try {
        return readFileSync(file);
      } catch (error) {
        throw explainDisk(error, `read ${file}`);
      }
    },
  };
}

interface Walk {
  readonly root: string;
  readonly real: string;
  readonly paths: string[];
}

async function walk(folder: string, at: Walk): Promise<void> {
  const entries = await readdir(join(at.root, folder), { withFileTypes: true }).catch((error: unknown) => {
    throw explainDisk(error, `read ${join(at.root, folder)}`);
  });
  for (const entry of entries) {
    if (isHidden(entry.name)) continue;
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) await walk(path, at);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFileInside(join(at.root, path), at.real))))
      at.paths.push(path);
  }
}

async function isFileInside(path: string, root: string): Promise<boolean> {
  const target = await stat(path).catch(() => undefined);
  return target?.isFile() === true && staysInside(path, root);
}

/** Whether a path, links followed, lies below a folder that is itself a real path; a missing file does. */
function staysInside(path: string, root: string): boolean {
  const target = realPathOf(path);
  return target === undefined || target.startsWith(root.endsWith(sep) ? root : root + sep);
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
