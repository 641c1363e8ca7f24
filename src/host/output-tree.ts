import { existsSync, renameSync, rmSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { OutPath } from "../model/brand.ts";
import type { OutputFile } from "../model/page.ts";
import { explainDisk } from "./disk-error.ts";
import { onInterrupt } from "./interrupt.ts";
import { takeLock, type Lock } from "./lock.ts";
import { manifestName, printManifest, type Manifest, type ManifestEntry } from "./manifest.ts";
import { faultOfOutPath } from "./out-path.ts";
import {
  outputNames,
  realTarget,
  recoverOutput,
  refuseForeign,
  removeOld,
  type OutputNames,
} from "./output-recovery.ts";
import { precompress } from "./precompress.ts";
import { entryOf, hashOf, openStaging, toBytes, type Staging } from "./staging.ts";
import { taskLimit } from "./task-limit.ts";
import { useError } from "./use-error.ts";

export interface CommitOptions {
  /** Texts are written once more as `.br` and `.gz`. */
  readonly compress?: boolean;
}

export interface OutputTree {
  /** Accepts a file; waits only while many others are being written. A fault of the disk comes later. */
  readonly write: (file: OutputFile) => Promise<void>;
  /** Like `write`, with the content of a file on disk. */
  readonly copy: (path: OutPath, from: string) => Promise<void>;
  /**
   * Says that the files of the tree in place are as this manifest, its own, has them. From then on a file with the
   * same bytes as before is not written but linked, and `keep` takes one over without its bytes.
   */
  readonly reuse: (manifest: Manifest) => void;
  readonly keep: (path: OutPath) => Promise<void>;
  /** Everything so far, once it is written. */
  readonly written: () => Promise<Manifest>;
  /** Writes the manifest and puts the new tree into the place of the old one. */
  readonly commit: (options?: CommitOptions) => Promise<{ readonly files: number; readonly bytes: number }>;
  /** Throws the new tree away; the old one is untouched. Does nothing after `commit`. */
  readonly abort: () => Promise<void>;
}

/** Files that are written at once. */
const writesAtOnce = 16;
const removalRounds = 20;
const removalMs = 10;

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
    // Listening begins before there is anything to clean up, so that no signal falls into a gap.
    const held: Held = { names, isSwapped: false };
    const stopListening = onInterrupt(() => throwAway(held));
    try {
      held.lock = takeLock(names.lock, target);
      await recoverOutput(place);
      await refuseForeign(place);
      return treeIn(await openStaging(names.staging), { target, place, held, lock: held.lock, stopListening });
    } catch (error) {
      stopListening();
      held.lock?.release();
      throw error;
    }
  } catch (error) {
    throw explainDisk(error, `write ${target}`);
  }
}

/** What must be cleaned up if the command ends early. */
interface Held {
  readonly names: OutputNames;
  lock?: Lock;
  /** The new tree is in its place; the old one only waits to be removed. */
  isSwapped: boolean;
}

function throwAway({ names, lock, isSwapped }: Held): void {
  if (!lock) return;
  try {
    removeWhileWritten(names.staging);
    if (isSwapped) rmSync(names.old, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

/** Writes that have begun go on in other threads and can bring a folder back; there are no more than a few. */
function removeWhileWritten(folder: string): void {
  for (let round = 0; round < removalRounds; round += 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Something was written while it was emptied; the next round finds it.
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, removalMs);
    if (!existsSync(folder)) return;
  }
}

interface Open {
  /** As the user wrote it. */
  readonly target: string;
  readonly place: string;
  readonly held: Held;
  readonly lock: Lock;
  readonly stopListening: () => void;
}

function treeIn(staging: Staging, open: Open): OutputTree {
  const { target, place, held, lock, stopListening } = open;
  const { names } = held;
  const manifest = new Map<string, ManifestEntry | undefined>();
  const limit = taskLimit(writesAtOnce);
  let isOpen = true;
  let before: Manifest = new Map();
  const linked = async (path: OutPath, entry: ManifestEntry) => {
    await staging.link(path, join(place, path));
    return entry;
  };
  const save = async (path: OutPath, body: OutputFile["body"]) => {
    const bytes = toBytes(body);
    const old = before.get(path);
    if (old?.size === bytes.byteLength && old.sha256 === entryOf(bytes).sha256) return linked(path, old);
    return staging.write(path, bytes);
  };
  const accept = async (path: OutPath, work: () => Promise<ManifestEntry>) => {
    if (manifest.has(path)) throw new Error(`two outputs have the path ${path}`);
    manifest.set(path, undefined);
    await explained(
      limit.add(async () => void manifest.set(path, await work())),
      target,
    );
  };
  const written = () => limit.done().then(() => entriesIn(manifest));
  const finish = async ({ compress = false }: CommitOptions) => {
    const given = await written();
    const trees = { staging, folder: names.staging, place, before };
    const entries = compress ? await precompress(given, trees) : given;
    await staging.write(manifestName, printManifest(entries));
    publish(open);
    isOpen = false;
    await removeOld(names);
    lock.release();
    stopListening();
    return { files: entries.size, bytes: sizeOf(entries) };
  };
  return {
    async write({ path, body }) {
      refusePath(path);
      await accept(path, () => save(path, body));
    },
    async copy(path, from) {
      refuseName(path, from);
      await accept(path, async () => {
        const old = before.get(path);
        return old && (await hashOf(from)) === old.sha256 ? linked(path, old) : staging.copy(path, from);
      });
    },
    reuse(manifest) {
      before = manifest;
    },
    async keep(path) {
      const entry = before.get(path);
      if (!entry) throw new Error(`“${path}” was not published before`);
      await accept(path, () => linked(path, entry));
    },
    written: () => explained(written(), target),
    commit: (options = {}) => explained(finish(options), target),
    async abort() {
      if (!isOpen) return;
      isOpen = false;
      await limit.done().catch(() => {});
      throwAway(held);
      stopListening();
    },
  };
}

/** Names of copied files are the user's, so a bad one is not a fault of the program. */
function refuseName(path: OutPath, from: string): void {
  const fault = path === manifestName ? "suanjing writes a file of this name itself" : faultOfOutPath(path);
  if (fault === undefined) return;
  throw useError(`${from} cannot be published under the name “${path}”: ${fault}`, "rename the file");
}

function entriesIn(manifest: ReadonlyMap<string, ManifestEntry | undefined>): Manifest {
  return new Map([...manifest].flatMap(([path, entry]) => (entry ? [[path, entry] as const] : [])));
}

function sizeOf(manifest: Manifest): number {
  return [...manifest.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Puts the new tree into its place, if nobody else has begun to do so. */
function publish({ target, place, held, lock }: Open): void {
  if (!lock.isHeld()) throw useError(`another command has begun to write ${target}`, "run one at a time");
  swap(held.names.staging, place, held.names.old);
  held.isSwapped = true;
}

/** Paths of what is made are ours. */
function refusePath(path: OutPath): void {
  const fault = path === manifestName ? "it is the name of the manifest" : faultOfOutPath(path);
  if (fault !== undefined) throw new Error(`“${path}” is no path of an output file: ${fault}`);
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
