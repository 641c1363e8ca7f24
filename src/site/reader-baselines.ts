import type { PostId } from "../model/brand.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { groupBy } from "../text/group-by.ts";
import { compare } from "./order.ts";
import type { ReaderEntry } from "./reader-entries.ts";
import type { ReaderDays } from "./reader-sources.ts";

/** The baselines of one post, and what was counted after the day up to which the newest of them goes. */
export function afterBaselines(all: readonly ReaderEntry[], asOf: ReaderDays["asOf"]): readonly ReaderEntry[] {
  const last = all
    .flatMap((entry) => (entry.day === undefined ? (asOf(entry) ?? []) : []))
    .toSorted(compare)
    .at(-1);
  return all.filter(({ day }) => day === undefined || last === undefined || day > last);
}

/** One diagnostic for each set of sources that a post has baselines of. */
export function twoBaselines(byPost: ReadonlyMap<PostId, readonly ReaderEntry[]>): readonly Diagnostic[] {
  const doubled = [...byPost.values()].flatMap((all) => {
    const baselines = all.filter(({ day }) => day === undefined);
    const sources = new Set(baselines.map(({ source }) => `“${source}”`));
    // Front matter is one source, so that the second baseline is a row.
    const row = baselines.findLast((entry) => entry.row)?.row;
    return sources.size > 1 && row ? [{ sources: [...sources].join(" and "), row }] : [];
  });
  const inOrder = doubled.toSorted(
    (a, b) => compare(a.row.file, b.row.file) || a.row.span.start.line - b.row.span.start.line,
  );
  return [...groupBy(inOrder, ({ sources }) => sources)].map(([sources, all]) => {
    const posts = all.length === 1 ? "1 post has" : `${all.length} posts have`;
    const { file, span } = all[0].row;
    const hint = "take one of them out if they have counted the same readers";
    return diagnostic("readers/two-baselines", file, `${posts} baselines of ${sources}; all are added`, { span, hint });
  });
}
