import { isMap, isSeq, parseDocument } from "yaml";
import { withoutUndefined } from "../../text/without-undefined.ts";

export interface SourceDescription {
  readonly source: string;
  /** Last day that its baselines hold. */
  readonly asOf?: string;
  readonly robotsFiltered?: boolean;
}

/**
 * `data/readers/sources.yaml` with what an import knows about its source; comments and everything that somebody has
 * written there stay, and only `asOf` follows the import.
 *
 * @param text of the file; empty if there is none
 * @returns `undefined` if the text is no list, which the build reports
 */
export function describeSource(text: string, description: SourceDescription): string | undefined {
  const { source, asOf, robotsFiltered } = description;
  const document = parseDocument(text.trim() === "" ? "[]" : text);
  if (document.errors.length > 0 || !isSeq(document.contents)) return undefined;
  const items: readonly unknown[] = document.contents.items;
  const known = items.find((item) => isMap(item) && item.get("source") === source);
  if (isMap(known)) {
    if (asOf === undefined || known.get("asOf") === asOf) return text;
    known.set("asOf", asOf);
  } else {
    if (asOf === undefined && robotsFiltered === undefined) return text;
    document.add(document.createNode(withoutUndefined(description)));
  }
  document.contents.flow = false;
  return document.toString({ lineWidth: 0 });
}
