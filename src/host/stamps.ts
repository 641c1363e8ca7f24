import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Path of a file or folder → its size and times; whoever changes a file cannot help changing these. */
export type Stamps = Readonly<Record<string, string>>;

const missing = "none";
/** No stamp of anything. */
const doubtful = "";

/**
 * Stamps of files and folders. That of a folder changes when a name in it comes or goes, so nobody has to list it
 * again to see that it is the same.
 */
export function stampsOf(paths: Iterable<string>): Stamps {
  return Object.fromEntries([...new Set(paths)].map((path) => [path, stampOf(path)]));
}

/** Whether everything is as it was. */
export function isUnchanged(stamps: Stamps): boolean {
  return Object.entries(stamps).every(([path, stamp]) => stampOf(path) === stamp);
}

/** The files and folders that are not as they were. */
export function changedIn(stamps: Stamps): readonly string[] {
  return Object.entries(stamps).flatMap(([path, stamp]) => (stampOf(path) === stamp ? [] : [path]));
}

/** Whether something has been written since a moment, or in the same tick of the clock of files. */
export function isYounger(stamps: Stamps, momentMs: number): boolean {
  return Object.keys(stamps).some((path) => isWrittenSince(path, momentMs));
}

/** The stamps, but everything that was written since a moment counts as changed, whatever becomes of it. */
export function doubtingYounger(stamps: Stamps, momentMs: number): Stamps {
  return Object.fromEntries(
    Object.entries(stamps).map(([path, stamp]) => [path, isWrittenSince(path, momentMs) ? doubtful : stamp]),
  );
}

function isWrittenSince(path: string, momentMs: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) > momentMs - tickMs;
}

/** File systems count time in steps. */
const tickMs = 50;

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return missing;
  const times = `${stats.mtimeMs} ${stats.ctimeMs}`;
  return stats.isDirectory() ? times : `${stats.size} ${times}`;
}

/** A folder, its files, and the folders below; nothing if there is no such folder. */
export function pathsBelow(folder: string, isHidden: (name: string) => boolean): readonly string[] {
  const below = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? list(folder, isHidden) : [];
  return [folder, ...below];
}

function list(folder: string, isHidden: (name: string) => boolean): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isHidden(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [path, ...list(path, isHidden)] : [path];
    });
}
