import { sha256 } from "../../host/hash.ts";
import { diffLines } from "../../importers/report/line-diff.ts";
import type { FileState, SettledFile } from "../../importers/report/report.ts";
import type { ImportRecord } from "./record.ts";

/** Reads and writes the folders that an import may write to, by the name of the folder and a path inside. */
export interface Target {
  /** `undefined` if there is no such file. Throws a use error for a path that leads outside. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Writes a file in one step and makes its folders. Throws a use error for a path that leads outside. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

export interface WantedFile {
  /** `content/posts/a.md` or `public/a.png`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface SettleOptions {
  readonly dryRun: boolean;
  readonly force: boolean;
}

export interface Settled {
  readonly file: SettledFile;
  /** Hash for the record: of what this import wants, unless a change by hand stays. */
  readonly recorded: string | undefined;
}

/**
 * Writes one file if that loses nothing. A file that is as an earlier import left it may be replaced by what the
 * archive says now; one that was changed or deleted by hand stays so, unless `force` is set.
 */
export async function settle(
  wanted: WantedFile,
  { dryRun, force, record, target }: SettleOptions & { readonly record: ImportRecord; readonly target: Target },
): Promise<Settled> {
  const { path, bytes } = wanted;
  const existing = await target.read(path);
  const before = record.get(path);
  const state = stateOf(existing, { wanted: sha256(bytes), before, force });
  const isWritten = state === "new" || state === "updated" || state === "replaced";
  if (isWritten && !dryRun) await target.write(path, bytes);
  const byHand =
    (state === "kept" || state === "replaced") && existing ? diffLines(linesOf(existing), linesOf(bytes)) : [];
  return {
    file: { path, state, byHand },
    recorded: state === "kept" || state === "deleted" ? before : sha256(bytes),
  };
}

interface Known {
  readonly wanted: string;
  /** What the last import wrote. */
  readonly before: string | undefined;
  readonly force: boolean;
}

function stateOf(existing: Uint8Array | undefined, { wanted, before, force }: Known): FileState {
  if (!existing) return before === undefined || force ? "new" : "deleted";
  const present = sha256(existing);
  if (present === wanted) return "unchanged";
  if (present === before) return "updated";
  return force ? "replaced" : "kept";
}

/** Lines of a text; what is no text is one line. */
function linesOf(bytes: Uint8Array): readonly string[] {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).split("\n");
  } catch {
    return [`${bytes.length} bytes, SHA-256 ${sha256(bytes)}`];
  }
}
