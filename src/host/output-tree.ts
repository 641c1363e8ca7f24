import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import { explainDisk } from "./disk-error.ts";
import { onInterrupt } from "./interrupt.ts";
import { takeLock, type Lock } from "./lock.ts";
import { manifestName, printManifest, type ManifestEntry } from "./manifest.ts";
import { faultOfOutPath } from "./out-path.ts";
import {
  outputNames,
  realTarget,
  recoverOutput,
  refuseForeign,
  removeOld,
  type OutputNames,
} from "./output-recovery.ts";
import { openStaging, type Staging } from "./staging.ts";
import { taskLimit } from "./task-limit.ts";
import { useError } from "./use-error.ts";

export interface OutputTree {
  /** Accepts a file; waits only while many others are being written. A fault of the disk comes later. */
  readonly write: (file: OutputFile) => Promise<void>;
  /** Like `write`, with the content of a file on disk. */
  readonly copy: (path: OutPath, from: string) => Promise<void>;
  /** Writes the manifest and puts the new tree into the place of the old one. */
  readonly commit: () => Promise<{ readonly files: number; readonly bytes: number }>;
  /** Throws the new tree away; the old one is untouched. Does nothing after `commit`. */
  readonly abort: () => Promise<void>;
}

/** Files that are written at once. */
const writesAtOnce = 16;

/**
 * Opens a new tree beside `target`. Nothing of the old tree changes until `commit`, which swaps by two
 * renames; what an earlier process left behind when it was killed is repaired first.
 *
 * @throws a use error if another command is at work, or if `target` holds files that suanjing did not write
 */
export async function openOutput(target: string): Promise<OutputTree> {
  const place = await realTarget(resolve(target));
  const names = outputNames(place);
  try {
    await mkdir(dirname(place), { recursive: true });
    const lock = takeLock(names.lock, target);
    try {
      await recoverOutput(place);
      await refuseForeign(place);
      return treeIn(await openStaging(names.staging), { target, place, names, lock });
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw explainDisk(error, `write ${target}`);
  }
}

interface Open {
  /** As the user wrote it. */
  readonly target: string;
  readonly place: string;
  readonly names: OutputNames;
  readonly lock: Lock;
}

function treeIn(staging: Staging, { target, place, names, lock }: Open): OutputTree {
  const manifest = new Map<string, ManifestEntry | undefined>();
  const limit = taskLimit(writesAtOnce);
  const throwAway = () => {
    rmSync(names.staging, { recursive: true, force: true });
    lock.release();
  };
  const stopListening = onInterrupt(throwAway);
  let isOpen = true;
  const accept = async (path: OutPath, save: () => Promise<ManifestEntry>) => {
    if (manifest.has(path)) throw new Error(`two outputs have the path ${path}`);
    manifest.set(path, undefined);
    await explained(
      limit.add(async () => void manifest.set(path, await save())),
      target,
    );
  };
  const finish = async () => {
    await limit.done();
    const entries = new Map([...manifest].flatMap(([path, entry]) => (entry ? [[path, entry] as const] : [])));
    await staging.write(manifestName, printManifest(entries));
    if (!lock.isHeld()) throw useError(`another command has begun to write ${target}`, "run one at a time");
    swap(names.staging, place, names.old);
    isOpen = false;
    stopListening();
    await removeOld(names);
    lock.release();
    return { files: entries.size, bytes: [...entries.values()].reduce((sum, { size }) => sum + size, 0) };
  };
  return {
    async write({ path, body }) {
      const fault = path === manifestName ? "it is the name of the manifest" : faultOfOutPath(path);
      if (fault !== undefined) throw new Error(`“${path}” is no path of an output file: ${fault}`);
      await accept(path, () => staging.write(path, body));
    },
    async copy(path, from) {
      // Names of copied files are the user's, so a bad one is not a fault of the program.
      const fault = path === manifestName ? "suanjing writes a file of this name itself" : faultOfOutPath(path);
      if (fault !== undefined)
        throw useError(`${from} cannot be published under the name “${path}”: ${fault}`, "rename the file");
      await accept(path, () => staging.copy(path, from));
    },
    commit: () => explained(finish(), target),
    async abort() {
      if (!isOpen) return;
      isOpen = false;
      await limit.done().catch(() => {});
      stopListening();
      throwAway();
    },
  };
}

/** Two renames with nothing between them; if the second fails, the first is undone. */
function swap(staging: string, target: string, old: string): void {
  const hadOld = existsSync(target);
  if (hadOld) renameSync(target, old);
  try {
    renameSync(staging, target);
  } catch (error) {
    if (hadOld) renameSync(old, target);
    throw error;
  }
}

async function explained<T>(work: Promise<T>, target: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw explainDisk(error, `write ${target}`);
  }
}
