import type { ImportedSite } from "../model/imported.ts";
import { emptySite } from "./imported-site.ts";

/** Reads one file; a text that nests deeper than the stack is left out with the reason, and must not end the import. */
export function withinStack(file: string, source: string, read: () => ImportedSite, line?: number): ImportedSite {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "quotes, lists or elements are nested too deeply";
    return { ...emptySite(source), leftOut: [{ file, ...(line !== undefined && { line }), message }] };
  }
}
