import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PrintedPage } from "../model/page.ts";
import { sha256 } from "./hash.ts";
import { isHidden } from "./hidden-names.ts";
import { doubtingYounger, isUnchanged, pathsBelow, stampsOf, type Stamps } from "./stamps.ts";

/** What a build was made from, what it published, and what it said. */
export interface BuildRecord {
  /** Identifies the program and its options. */
  readonly key: string;
  readonly inputs: Stamps;
  readonly outputs: Stamps;
  /** Pages by the keys of what they show. */
  readonly pages: readonly PrintedPage[];
  readonly exitCode: number;
  /** The diagnostics, as they were printed. */
  readonly said: string;
  /** The line at the end, without the time. */
  readonly summary: string;
}

export interface BuildFacts extends Pick<BuildRecord, "key" | "exitCode" | "said" | "summary" | "pages"> {
  /** Files that are read, and folders of which everything below is read. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly out: string;
}

/** Where the record of the last build into a folder is kept. */
export function recordFile(workFolder: string, out: string): string {
  return join(workFolder, "builds", `${sha256(out).slice(0, 16)}.json`);
}

/** The last build, if a build with the same key would read the same and publish what is there. */
export function readCurrent(file: string, key: string): BuildRecord | undefined {
  const record = readRecord(file);
  return record?.key === key && isUnchanged(record.inputs) && isIntact(record) ? record : undefined;
}

/**
 * Remembers a build for the next one.
 *
 * @param startMs when this process began: what has been written since counts as changed, because nobody knows whether
 *   it was read before or after
 */
export function writeRecord(file: string, { files, folders, out, ...facts }: BuildFacts, startMs: number): void {
  const stamps = stampsOf([...files, ...folders.flatMap((folder) => pathsBelow(folder, isHidden))]);
  const inputs = doubtingYounger(stamps, startMs);
  const record: BuildRecord = { ...facts, inputs, outputs: stampsOf(pathsBelow(out, () => false)) };
  const temporary = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(temporary, checked(JSON.stringify(record)));
  renameSync(temporary, file);
}

/** Whether what the last build has published is still there as it was. */
export function isIntact({ outputs }: BuildRecord): boolean {
  return isUnchanged(outputs);
}

/** The record of the last build. One that is damaged or cut short is as if it were not there. */
export function readRecord(file: string): BuildRecord | undefined {
  const written = readWritten(file);
  const text = written.slice(written.indexOf("\n") + 1);
  return written === checked(text) ? (JSON.parse(text) as BuildRecord) : undefined;
}

/** Raised whenever a record says something else than before; one of an older program is not read. */
const form = 3;

function checked(text: string): string {
  return `${form} ${sha256(text)}\n${text}`;
}

function readWritten(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
