import type { ImportFile, ImportNote } from "../../model/imported.ts";

/** What a source says of an address, on one day or, without a day, altogether. */
export interface CountRow {
  /** Path or whole address, as the source has it. */
  readonly address: string;
  readonly day?: string;
  readonly views?: number;
  readonly visitors?: number;
}

/** An export as rows; several rows of an address and day are to be added. */
export interface CountExport {
  readonly rows: readonly CountRow[];
  /** Rows that could not be read, each with its place; never with what stands in it. */
  readonly faults: readonly ImportNote[];
}

export interface CountOptions {
  /** IANA name: days begin at midnight there. */
  readonly timeZone: string;
  /** Name or JSON of a selector profile, for saved pages. */
  readonly profile?: string;
}

/** Reads the exports of one system of counting. Pure; what it cannot read is a fault, never an exception. */
export interface CountReader {
  /** As typed on the command line, and the name of the source unless another is given. */
  readonly name: string;
  /** Which files of a folder or an archive it reads. */
  readonly wants: (path: string) => boolean;
  /** Whether the source leaves robots out; absent: it does not say. */
  readonly robotsFiltered?: boolean;
  readonly read: (files: readonly ImportFile[], options: CountOptions) => CountExport;
}

export const noCounts: CountExport = { rows: [], faults: [] };

/** One export of several parts, in their order. */
export function joinExports(parts: readonly CountExport[]): CountExport {
  return { rows: parts.flatMap(({ rows }) => rows), faults: parts.flatMap(({ faults }) => faults) };
}

/** A count as a source writes it; `undefined` if the text is none: negative, broken, or too large to be exact. */
export function readCount(value: unknown): number | undefined {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || !/^\d{1,16}$/.test(text)) return undefined;
  const count = Number(text);
  return Number.isSafeInteger(count) ? count : undefined;
}
