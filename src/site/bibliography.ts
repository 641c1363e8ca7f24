import type { Work, WorkFile } from "../model/bibliography.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearest } from "../text/edit-distance.ts";

/** The works that posts cite, by key; only these go to the pages. */
export function citedWorks(posts: readonly PostSummary[], file: WorkFile | undefined): ReadonlyMap<string, Work> {
  const keys = new Set(posts.flatMap(({ citations }) => citations.flatMap(({ works }) => works.map(({ key }) => key))));
  return new Map([...(file?.works ?? [])].filter(([key]) => keys.has(key)));
}

/** Reports citations of works that the file does not have, each key once a post. */
export function checkCitations(posts: readonly PostSummary[], file: WorkFile | undefined): readonly Diagnostic[] {
  if (!file) return [];
  const keys = [...file.works.keys()];
  return posts.flatMap(({ path, citations }) => {
    const reported = new Set<string>();
    return citations
      .flatMap(({ works }) => works)
      .flatMap(({ key, span }) => {
        if (file.works.has(key) || reported.has(key)) return [];
        reported.add(key);
        const near = nearest(key, keys, Math.max(1, Math.floor(key.length / 3)));
        const hint = near === undefined ? undefined : `did you mean “@${near}”?`;
        return [diagnostic("citation/unknown-key", path, `${file.path} has no work “${key}”`, { span, hint })];
      });
  });
}
