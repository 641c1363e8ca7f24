import type { PostId } from "../model/brand.ts";
import type { PostSummary } from "../model/post.ts";
import { itemAt, known } from "../text/known.ts";
import type { Site } from "../model/site.ts";

/** Related posts of a post. */
const maxRelated = 10;
/** Two posts that share less than this are about different things; the cosine of their terms. */
const leastSimilar = 0.05;

/**
 * The posts that are about the same as another one: TF-IDF over the terms of their summaries, at most ten, the most
 * similar first, ties in the order of the archive. Posts of its own series are left out, because they are listed
 * already; so are terms that only one post or more than a third of all have.
 */
export function findRelated({
  posts,
  seriesOf,
}: Pick<Site, "posts" | "seriesOf">): ReadonlyMap<PostId, readonly PostId[]> {
  const vectors = posts.map(vectorizer(posts));
  const holders = new Map<string, (readonly [index: number, weight: number])[]>();
  vectors.forEach((vector, index) => {
    for (const [term, weight] of vector) {
      const list = holders.get(term) ?? [];
      holders.set(term, list);
      list.push([index, weight]);
    }
  });
  return new Map(
    posts.map(({ meta }, own) => {
      const series = seriesOf.get(meta.id);
      const scores = new Float64Array(posts.length);
      for (const [term, weight] of itemAt(vectors, own))
        for (const [index, other] of known(holders, term)) scores[index] = Number(scores[index]) + weight * other;
      const ranked = posts
        .map((post, index) => ({ id: post.meta.id, index, score: Number(scores[index]) }))
        .filter(({ id, index, score }) => {
          const isSameSeries = series !== undefined && seriesOf.get(id) === series;
          return index !== own && score >= leastSimilar && !isSameSeries;
        })
        .sort((a, b) => b.score - a.score || a.index - b.index);
      return [meta.id, ranked.slice(0, maxRelated).map(({ id }) => id)] as const;
    }),
  );
}

type Vector = readonly (readonly [term: string, weight: number])[];

/** Turns the terms of a post into a vector of length 1. */
function vectorizer(posts: readonly PostSummary[]): (post: PostSummary) => Vector {
  const counts = new Map<string, number>();
  for (const { terms } of posts) for (const [term] of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.max(2, posts.length / 3);
  return ({ terms }) => {
    const vector = terms.flatMap(([term, weight]) => {
      const count = Number(counts.get(term));
      return count < 2 || count > most
        ? []
        : [[term, (1 + Math.log(weight)) * Math.log(1 + posts.length / count)] as const];
    });
    const length = Math.hypot(...vector.map(([, weight]) => weight));
    return vector.map(([term, weight]) => [term, weight / length] as const);
  };
}
