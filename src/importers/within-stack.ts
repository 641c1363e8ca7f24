import type { ImportedSite } from "../model/imported.ts";
import { emptySite } from "./imported-site.ts";

/** Reads one file; a text that nests deeper than the stack is left out with the reason, and must not end the import. */
export function withinStack(file: string, source: string, read: () => ImportedSite): ImportedSite {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...emptySite(source), leftOut: [{ file, message: "quotes, lists or elements are nested too deeply" }] };
  }
}
