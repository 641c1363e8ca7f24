import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { faultOfOutPath } from "./out-path.ts";

/** Written last into every tree: what it consists of. Marks a folder as one that may be replaced. */
export const manifestName = ".suanjing.json";

export interface ManifestEntry {
  readonly size: number;
  readonly sha256: string;
}

/** Path of each file of a tree → its size and hash; the manifest itself is not in it. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

/** The manifest as text: one line a file, sorted by path, without any time, so that equal trees have equal ones. */
export function printManifest(manifest: Manifest): string {
  const rows = [...manifest].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([path, { size, sha256 }]) => `${JSON.stringify(path)}: ${JSON.stringify({ size, sha256 })}`);
  return rows.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** The manifest of a built folder, or `undefined` if there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseManifest(text);
}

function parseManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    const isFine = entries.every(([path, entry]) => faultOfOutPath(path) === undefined && isEntry(entry));
    return isFine ? new Map(entries as [string, ManifestEntry][]) : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== "object" || value === null) return false;
  return "size" in value && typeof value.size === "number" && "sha256" in value && typeof value.sha256 === "string";
}
