import type { Work, WorkCitation } from "../../model/bibliography.ts";

/** A work in the list of references of a post. */
export interface NumberedWork {
  readonly work: Work;
  /** From 1, in the order of the first citations. */
  readonly number: number;
  /** Indexes of the citations that name it. */
  readonly citations: readonly number[];
}

/** Numbers the works that a post cites in the order in which it first cites them; works that are unknown have none. */
export function numberWorks(
  citations: readonly WorkCitation[],
  works: ReadonlyMap<string, Work>,
): ReadonlyMap<string, NumberedWork> {
  const numbered = new Map<string, NumberedWork>();
  citations.forEach(({ works: cited }, index) => {
    for (const { key } of cited) {
      const work = works.get(key);
      if (!work) continue;
      const { number, citations: places } = numbered.get(key) ?? { number: numbered.size + 1, citations: [] };
      numbered.set(key, { work, number, citations: [...new Set([...places, index])] });
    }
  });
  return numbered;
}
