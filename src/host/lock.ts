import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { isRunning, processStart } from "./process-start.ts";
import { useError } from "./use-error.ts";

/** A lock that this process has. */
export interface Lock {
  /** Whether the lock still is ours; false if somebody removed it or took it over. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

interface Owner {
  readonly pid: number;
  /** See `processStart`; absent where the system does not say. */
  readonly started?: string;
  readonly since: string;
}

/** Age from which a lock that cannot be read is a dead one; younger ones are being written. */
const unreadableMs = 5000;

/** Locks of this process: a former process of the same number leaves none here. */
const held = new Set<string>();

/**
 * Takes a lock: a file that names its owner by process number and start. The lock of a process that no
 * longer runs is taken over, also when its number has been given to another process since.
 *
 * @param what is locked, for the message
 * @throws a use error if a running process has it
 */
export function takeLock(file: string, what: string): Lock {
  const started = processStart(process.pid);
  const owner: Owner = { pid: process.pid, ...(started !== undefined && { started }), since: new Date().toISOString() };
  const text = `${JSON.stringify(owner)}\n`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (create(file, text)) return own(file, text);
    const found = textOf(file);
    if (found === undefined) continue;
    const other = parseOwner(found);
    if (other ? isAlive(other, file) : isYoung(file)) throw refused(what, other);
    removeDead(file, found);
  }
  throw refused(what, undefined);
}

function own(file: string, text: string): Lock {
  held.add(file);
  const isHeld = () => textOf(file) === text;
  return {
    isHeld,
    release() {
      if (isHeld()) rmSync(file, { force: true });
      held.delete(file);
    },
  };
}

/** Makes the file with its text in one step, so that nobody sees it half written; false if there is one. */
function create(file: string, text: string): boolean {
  const temporary = `${file}.${process.pid}`;
  try {
    writeFileSync(temporary, text);
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(codeOf(error))) throw error;
    return createUnlinked(file, text);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** For file systems without hard links. */
function createUnlinked(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes a lock whose owner is dead. It is moved away first and compared: another process may have
 * taken it over in between, and gets its lock back.
 */
function removeDead(file: string, found: string): void {
  const moved = `${file}.dead-${process.pid}`;
  try {
    renameSync(file, moved);
    if (textOf(moved) !== found) linkSync(moved, file);
  } catch {
    // Somebody was faster; the next attempt sees what there is.
  }
  rmSync(moved, { force: true });
}

function parseOwner(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("pid" in value) || typeof value.pid !== "number")
      return undefined;
    const started = "started" in value && typeof value.started === "string" ? { started: value.started } : {};
    return { pid: value.pid, ...started, since: "since" in value ? String(value.since) : "" };
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Owner, file: string): boolean {
  if (pid === process.pid) return held.has(file);
  if (!isRunning(pid)) return false;
  const now = processStart(pid);
  return started === undefined || now === undefined || started === now;
}

function isYoung(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < unreadableMs;
  } catch {
    return false;
  }
}

function refused(what: string, owner: Owner | undefined): Error {
  const who = owner ? ` (process ${owner.pid}, since ${owner.since})` : "";
  return useError(`another command is writing ${what}${who}`, "wait until it ends, or stop it");
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
