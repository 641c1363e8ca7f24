import type { ArtranComment } from "../model/imported.ts";

/**
 * Comments whose answers lead somewhere: one that answers a comment which is not there, itself, or in a ring becomes one
 * of its own.
 *
 * @returns all comments in their order, and how many were set free
 */
export function mendAnswers(comments: readonly ArtranComment[]): {
  readonly comments: readonly ArtranComment[];
  readonly freed: number;
} {
  const key = ({ page_key }: ArtranComment, id: string) => `${page_key}\0${id}`;
  const answers = new Map(comments.map((one) => [key(one, one.id), one.rid]));
  let freed = 0;
  const mended = comments.map((one) => {
    if (one.rid === "") return one;
    const seen = new Set<string>([one.id]);
    let above = one.rid;
    while (above !== "" && !seen.has(above) && answers.has(key(one, above))) {
      seen.add(above);
      above = answers.get(key(one, above)) ?? "";
    }
    const isLost = !answers.has(key(one, one.rid)) || above === one.id;
    if (!isLost) return one;
    freed += 1;
    answers.set(key(one, one.id), "");
    return { ...one, rid: "" };
  });
  return { comments: mended, freed };
}
