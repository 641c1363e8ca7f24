import type { SourceFile, Sources } from "../model/source.ts";

/** The posts, opened one after the other; what is no text is left out. */
export function* openAll({ paths, open }: Sources): Generator<SourceFile, void> {
  for (const path of paths) {
    const { value } = open(path);
    if (value) yield value;
  }
}
