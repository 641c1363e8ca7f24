import { existsSync, renameSync } from "node:fs";
import { readdir, realpath, rename, rm, rmdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { manifestName } from "./manifest.ts";
import { isRunning } from "./process-start.ts";
import { useError } from "./use-error.ts";

/** Names beside the target, on the same file system, so that renaming is one step. */
export interface OutputNames {
  readonly staging: string;
  readonly old: string;
  readonly lock: string;
}

/** Names for building `target`: `.dist.staging-123`, `.dist.old`, `.dist.lock` for `dist`. */
export function outputNames(target: string): OutputNames {
  const beside = (suffix: string) => join(dirname(target), `.${basename(target)}.${suffix}`);
  return { staging: beside(`staging-${process.pid}`), old: beside("old"), lock: beside("lock") };
}

/** Where the target really is: a symbolic link to a folder stays, and what it leads to is replaced. */
export async function realTarget(target: string): Promise<string> {
  return realpath(target).catch(() => target);
}

/**
 * Repairs what a killed build left behind: a swap that was cut in half is undone (the old tree goes back
 * if there is no new one), and staging folders of processes that no longer run are removed, with locks that they did not get into their place. A tree in its
 * place is never touched. Call it before looking at the target, with the lock held.
 */
export async function recoverOutput(target: string): Promise<void> {
  const { staging, old } = outputNames(target);
  if (!existsSync(target) && existsSync(join(old, manifestName))) renameSync(old, target);
  await rm(staging, { recursive: true, force: true });
  await removeOld({ staging, old });
  const prefix = `.${basename(target)}.`;
  const names = await readdir(dirname(target)).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(prefix) ? ownerOf(name.slice(prefix.length)) : undefined;
    const isLeft = pid !== undefined && (pid === process.pid || !isRunning(pid));
    if (isLeft) await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}

/** The process that made a staging folder or a lock that is not in its place yet. */
function ownerOf(suffix: string): number | undefined {
  const pid = /^(?:staging-|lock\.(?:dead-)?)(\d+)$/.exec(suffix)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/**
 * Removes the tree that was replaced. It first gets the name of a staging folder: a removal that is cut
 * short leaves something that the next start knows to be rubbish, also when its manifest is gone.
 */
export async function removeOld({ staging, old }: Pick<OutputNames, "staging" | "old">): Promise<void> {
  // What is neither a tree of ours nor empty was put there by somebody else, and stays.
  if (!existsSync(join(old, manifestName))) return rmdir(old).catch(() => {});
  await rename(old, staging);
  await rm(staging, { recursive: true, force: true });
}

/** @throws a use error if the target holds anything that suanjing did not write, or is a file */
export async function refuseForeign(target: string): Promise<void> {
  const names: readonly string[] = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw useError(`${target} is not a folder that can be replaced`, "choose another folder with --out");
  });
  if (names.length === 0 || names.includes(manifestName)) return;
  throw useError(
    `${target} holds files that suanjing did not write`,
    "choose another folder with --out, or empty this one",
  );
}
