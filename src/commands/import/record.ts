import * as z from "zod";
import type { ContentHash } from "../../model/brand.ts";

/** What an import wrote last: path (`content/posts/a.md`) → hash of the bytes. */
export type ImportRecord = ReadonlyMap<string, ContentHash>;

const form = z.strictObject({
  version: z.literal(1),
  source: z.string(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** Reads a record; empty if there is none, or if it is not one: then every file that differs counts as changed by hand. */
export function readRecord(bytes: Uint8Array | undefined): ImportRecord {
  if (!bytes) return new Map();
  try {
    const { files } = form.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return new Map(Object.entries(files).map(([path, hash]) => [path, hash as ContentHash]));
  } catch {
    return new Map();
  }
}

/** The record as a file: sorted, without a time, so that the same import gives the same bytes. */
export function printRecord(source: string, record: ImportRecord): string {
  const files = Object.fromEntries([...record].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, source, files }, undefined, 2)}\n`;
}
