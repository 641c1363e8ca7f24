import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { explainDisk } from "../../host/disk-error.ts";
import { useError } from "../../host/use-error.ts";
import type { LogCounter } from "../../importers/readers/log-counter.ts";
import type { ParseLine } from "../../importers/readers/log-lines.ts";
import type { ImportNote } from "../../model/imported.ts";
import { readLines, type StreamLine } from "../read-lines.ts";

/** A log as it was typed, and where it is. */
export interface LogFile {
  readonly name: string;
  readonly file: string;
}

/** Bytes of a longest line that is read; a request line of nginx has 8 KB at most. */
const maxLine = 64 * 1024;
/** Lines of a log within which its first request is looked for. */
const searched = 1000;

export interface LogReading {
  readonly parse: ParseLine;
  readonly counter: LogCounter;
  /** Told of bytes of logs that were read. */
  readonly onBytes: (bytes: number) => void;
  readonly onFault: (fault: ImportNote) => void;
}

/**
 * Counts logs, packed by gzip or not, in the order of their first requests: rotated ones may be named in any order, and
 * what two of them have in common is read as a second look. A line that cannot be read is reported and skipped.
 */
export async function readLogs(logs: readonly LogFile[], reading: LogReading): Promise<void> {
  const starts = [];
  for (const log of logs) starts.push({ log, start: await firstInstant(log, reading.parse) });
  for (const { log } of starts.sort((a, b) => a.start - b.start))
    for await (const lines of linesOf(log, reading.onBytes)) for (const one of lines) count(one, log, reading);
}

function count({ line, text }: StreamLine, { name }: LogFile, { counter, onFault }: LogReading): void {
  if (text === "") return;
  const message = text === undefined ? "is longer than 64 KB" : counter.line(text);
  if (message !== undefined) onFault({ file: name, line, message });
}

async function firstInstant(log: LogFile, parse: ParseLine): Promise<number> {
  for await (const lines of linesOf(log, () => {}))
    for (const { line, text } of lines) {
      const entry = text === undefined ? undefined : parse(text);
      if (entry !== undefined && entry !== "other") return entry.instant;
      if (line >= searched) return Infinity;
    }
  return Infinity;
}

/** @throws a use error if the file cannot be read, or is no whole gzip */
async function* linesOf(
  { name, file }: LogFile,
  onBytes: (bytes: number) => void,
): AsyncGenerator<readonly StreamLine[]> {
  const raw = createReadStream(file, { highWaterMark: 256 * 1024 });
  raw.on("data", (chunk) => onBytes(chunk.length));
  const chunks = /\.gz$/i.test(name) ? pipeline(raw, createGunzip(), () => {}) : raw;
  try {
    yield* readLines(chunks as AsyncIterable<Uint8Array>, maxLine);
  } catch (error) {
    const isGzip = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    if (isGzip) throw useError(`${name} is not a whole gzip file: ${error.message}`, "copy it again");
    throw explainDisk(error, `read ${name}`);
  } finally {
    raw.destroy();
  }
}

/** Bytes of all logs. @throws a use error for one that is no file */
export async function sizeOf(logs: readonly LogFile[]): Promise<number> {
  let size = 0;
  for (const { name, file } of logs) {
    const found = await stat(file).catch(() => undefined);
    if (!found) throw useError(`there is no file “${name}”`);
    if (!found.isFile()) throw useError(`“${name}” is not a file`, "name the logs themselves: logs/access.log*");
    size += found.size;
  }
  return size;
}
