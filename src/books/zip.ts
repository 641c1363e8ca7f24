import { strToU8, zipSync, type Zippable } from "fflate";

/** The time of every file: dates of archives have no zone, so that it is given by its parts. */
const time = new Date(1980, 0, 1);

/**
 * Packs files so that the same files give the same bytes: in the order given, with fixed times. The first file is
 * stored as it is, as EPUB wants it for `mimetype`.
 */
export function packFiles(files: readonly (readonly [path: string, body: string | Uint8Array])[]): Uint8Array {
  const entries = files.map(([path, body], index) => {
    const bytes = typeof body === "string" ? strToU8(body) : body;
    return [path, [bytes, { level: index === 0 ? 0 : 9, mtime: time }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Zippable);
}
