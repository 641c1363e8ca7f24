import type { Outcome } from "../../model/diagnostic.ts";
import type { ReaderData } from "../../model/readers.ts";
import type { SourceFile } from "../../model/source.ts";
import { readCounts } from "./read-counts.ts";
import { readSources } from "./read-sources.ts";

/** Reads everything in `data/readers/`: the files of counts, and what is said about their sources. */
export function readReaders(files: readonly SourceFile[], sources: SourceFile | undefined): Outcome<ReaderData> {
  const counts = readCounts(files);
  const infos = sources ? readSources(sources, counts.value) : { value: new Map<never, never>(), diagnostics: [] };
  return {
    value: { counts: counts.value, infos: infos.value },
    diagnostics: [...counts.diagnostics, ...infos.diagnostics],
  };
}
