import { crc32 } from "node:zlib";
import { Unzip, UnzipInflate, type UnzipFile } from "fflate";
import { faultOfOutPath } from "./out-path.ts";
import { useError } from "./use-error.ts";
import { readZipDirectory, type ZipRecord } from "./zip-directory.ts";

/** Bounds of an archive, counted in bytes that were really inflated: what its headers promise is not believed. */
const maxEntries = 100_000;
const maxBytes = 512 * 1024 ** 2;
/** Text is not packed more tightly than this; small archives are not asked. */
const maxRatio = 200;
const ratioFrom = 16 * 1024 ** 2;
/** One step inflates a thousand times as much at most. */
const step = 16 * 1024;

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The files of a ZIP whose names are wanted, in their order. Nothing is written anywhere.
 * @throws a use error for a name that leads elsewhere or comes twice, an archive that is damaged or cut off, and one
 * that inflates beyond all measure
 */
export function unzip(zip: Uint8Array, name: string, wants: (path: string) => boolean): readonly ZipEntry[] {
  const refuse = (why: string) =>
    useError(`${name} is not read: ${why}`, "export it again, or unpack it and name the folder");
  if (zip[0] !== 0x50 || zip[1] !== 0x4b) throw refuse("it is no ZIP archive");
  const directory = readZipDirectory(zip);
  if (!directory) throw refuse("it is cut off");
  if (directory.count > maxEntries) throw refuse(`it has more than ${maxEntries} entries`);
  const { records } = directory;
  const state: Reading = { records, names: new Set(), entries: [], inflated: 0, consumed: 0, refuse };
  const archive = new Unzip((file) => receive(file, state, wants));
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < zip.length; at += step) {
      state.consumed = Math.min(at + step, zip.length);
      archive.push(zip.subarray(at, state.consumed), state.consumed === zip.length);
    }
  } catch (error) {
    throw isOfLibrary(error) ? refuse("it is damaged") : error;
  }
  return state.entries;
}

interface Reading {
  readonly records: ReadonlyMap<string, ZipRecord>;
  readonly names: Set<string>;
  readonly entries: ZipEntry[];
  inflated: number;
  consumed: number;
  readonly refuse: (why: string) => Error;
}

function receive(file: UnzipFile, state: Reading, wants: (path: string) => boolean): void {
  const { records, names, entries, refuse } = state;
  const isFolder = file.name.endsWith("/");
  const shown = printable(file.name);
  const fault = faultOfOutPath(isFolder ? file.name.slice(0, -1) : file.name);
  if (fault !== undefined) throw refuse(`the name “${shown}” in it is not a path: ${fault}`);
  if (names.has(file.name)) throw refuse(`“${shown}” stands in it twice`);
  names.add(file.name);
  const record = records.get(file.name);
  if (!record) throw refuse(`“${shown}” is not in its directory`);
  if (record.isSpecial) throw refuse(`“${shown}” in it is a link or a device`);
  if (isFolder || !wants(file.name)) return;
  const parts: Uint8Array[] = [];
  file.ondata = (error, part, isLast) => {
    if (error) throw error;
    state.inflated += part.length;
    const isTooDense = state.inflated > ratioFrom && state.inflated > state.consumed * maxRatio;
    if (state.inflated > maxBytes || isTooDense) throw refuse("it inflates beyond all measure");
    parts.push(part);
    if (!isLast) return;
    const bytes = joined(parts);
    if (crc32(bytes) !== record.crc) throw refuse(`“${shown}” in it is damaged: its sum is wrong`);
    entries.push({ path: file.name, bytes });
  };
  file.start();
}

function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, "\u{fffd}").slice(0, 100);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Faults of the format have a number there. */
function isOfLibrary(error: unknown): boolean {
  return (error instanceof Error && "code" in error && typeof error.code === "number") || typeof error === "string";
}
