import { mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { explainDisk } from "../../host/disk-error.ts";
import { faultOfOutPath } from "../../host/out-path.ts";
import { useError } from "../../host/use-error.ts";
import type { Target } from "./settle.ts";

export interface TargetFolders extends Target {
  /** Deletes a file, if there is one. Throws a use error for a path that leads outside. */
  readonly remove: (path: string) => Promise<void>;
}

/**
 * The folders that an import may write to, each under a name: `content/posts/a.md` is `posts/a.md` in the folder
 * called `content`. A path that leads out of its folder, by its segments or by a symbolic link, is refused; a file appears
 * complete or not at all.
 */
export function targetFolders(folders: Readonly<Record<"content" | "public", string>>): TargetFolders {
  return {
    async read(path) {
      const file = await locate(path, folders);
      try {
        return await readFile(file);
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw explainDisk(error, `read ${file}`);
      }
    },
    async write(path, bytes) {
      const file = await locate(path, folders);
      try {
        await mkdir(dirname(file), { recursive: true });
        const temporary = `${file}.${process.pid}.tmp`;
        // A link that waits under this name must not be followed.
        await writeFile(temporary, bytes, { flag: "wx" });
        await rename(temporary, file);
      } catch (error) {
        throw explainDisk(error, `write ${file}`);
      }
    },
    async remove(path) {
      await rm(await locate(path, folders), { force: true });
    },
  };
}

async function locate(path: string, folders: Readonly<Record<"content" | "public", string>>): Promise<string> {
  const [name = "", inner = ""] = path.split(/\/(.*)/s);
  const fault = name === "content" || name === "public" ? faultOfOutPath(inner) : "it is in no folder of the site";
  if (fault !== undefined) throw useError(`an import may not write “${path}”: ${fault}`);
  const root = resolve(folders[name as "content" | "public"]);
  const file = join(root, inner);
  const [realRoot, realFile] = await Promise.all([realOf(root), realOf(file)]);
  if (!realFile.startsWith(realRoot + sep))
    throw useError(`an import may not write “${path}”: a symbolic link leads out of the folder`);
  return file;
}

/** The path with the links of its existing part followed. */
async function realOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  return real ?? join(await realOf(dirname(path)), path.slice(dirname(path).length));
}
