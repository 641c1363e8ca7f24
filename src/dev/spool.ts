import { existsSync, rmSync } from "node:fs";
import { mkdir, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import { explainDisk } from "../host/disk-error.ts";
import { sha256 } from "../host/hash.ts";
import { isRunning } from "../host/process-start.ts";
import type { Body } from "./lookup.ts";

/** The files of one build, for a server; nothing of it is in memory but names. */
export interface SpoolBuild {
  readonly files: ReadonlyMap<string, Body>;
  readonly write: (file: OutputFile) => Promise<void>;
  readonly copy: (path: OutPath, from: string) => Promise<void>;
}

/** Keeps builds on disk while they are served. */
export interface Spool {
  readonly open: () => SpoolBuild;
  /** Deletes what belongs neither to this build nor to the one kept before it, of which a request may be under way. */
  readonly keep: (build: SpoolBuild) => Promise<void>;
  /** Deletes the folder; at once, so that it can be the last thing before the program ends. */
  readonly close: () => void;
}

/**
 * Keeps the files of builds in a folder, under the hash of their content: pages are large, and most of
 * them are the same from one build to the next. Copied files stay where they are.
 *
 * @param folder ends in the number of the process; leftovers of dead processes beside it are removed
 */
export async function openSpool(folder: string): Promise<Spool> {
  await removeLeftovers(folder);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw explainDisk(error, `write ${folder}`);
  });
  let kept: ReadonlySet<string> = new Set();
  return {
    open: () => openBuild(folder),
    async keep({ files }) {
      const current = new Set(
        [...files.values()].flatMap((body) =>
          isFile(body) && dirname(body.file) === folder ? [basename(body.file)] : [],
        ),
      );
      const names = await readdir(folder).catch(() => []);
      const isUnused = (name: string) => !current.has(name) && !kept.has(name);
      await Promise.all(names.filter(isUnused).map((name) => rm(join(folder, name), { force: true })));
      kept = current;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function openBuild(folder: string): SpoolBuild {
  const files = new Map<string, Body>();
  return {
    files,
    async write({ path, body }) {
      if (files.has(path)) throw new Error(`two outputs have the path ${path}`);
      const file = join(folder, sha256(body));
      files.set(path, { file });
      if (existsSync(file)) return;
      try {
        // Never half a page under a name that promises its content.
        await writeFile(`${file}.part`, body);
        await rename(`${file}.part`, file);
      } catch (error) {
        throw explainDisk(error, `write ${folder}`);
      }
    },
    async copy(path, from) {
      if (files.has(path)) throw new Error(`two outputs have the path ${path}`);
      // The server opens no links; where this one leads was checked when the folder was listed.
      files.set(path, { file: await realpath(from).catch(() => from) });
    },
  };
}

function isFile(body: Body): body is { readonly file: string } {
  return typeof body === "object" && "file" in body;
}

async function removeLeftovers(folder: string): Promise<void> {
  const prefix = basename(folder).replace(/\d+$/, "");
  for (const name of await readdir(dirname(folder)).catch(() => [])) {
    const pid = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (/^\d+$/.test(pid) && !isRunning(Number(pid)))
      await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}
