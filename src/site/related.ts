import type { PostId } from "../model/brand.ts";
import type { PostSummary } from "../model/post.ts";
import { itemAt } from "../text/known.ts";
import type { JoinedSite } from "../model/site.ts";

/** Related posts of a post. */
const maxRelated = 10;
/** Two posts that share less than this are about different things; the cosine of their terms. */
const leastSimilar = 0.05;
/** Posts that may share a term, in archives of any size: with a share alone, work would grow with the square of the archive. */
const mostHolders = 500;

type Archive = Pick<JoinedSite, "posts" | "seriesOf">;
type Related = ReadonlyMap<PostId, readonly PostId[]>;

/**
 * `findRelated` that gives what it gave before as long as posts, their terms and their series are the same: most edits
 * of a text change none of them.
 */
export function rememberRelated(): typeof findRelated {
  let last: { readonly archive: Archive; readonly related: Related } | undefined;
  return (archive) => {
    if (!last || !isSameArchive(last.archive, archive)) last = { archive, related: findRelated(archive) };
    return last.related;
  };
}

function isSameArchive(a: Archive, b: Archive): boolean {
  if (a.posts.length !== b.posts.length) return false;
  return a.posts.every(({ meta: { id }, terms }, index) => {
    const other = itemAt(b.posts, index);
    return id === other.meta.id && a.seriesOf.get(id) === b.seriesOf.get(id) && isSameTerms(terms, other.terms);
  });
}

function isSameTerms(a: PostSummary["terms"], b: PostSummary["terms"]): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every(([term, weight], at) => term === b[at]?.[0] && weight === b[at][1]);
}

/**
 * The posts that are about the same as another one: TF-IDF over the terms of their summaries, at most ten, the most
 * similar first, ties in the order of the archive. Posts of its own series are left out, because they are listed
 * already; so are terms that only one post has, or more than a third of all, or more than 500.
 */
export function findRelated({ posts, seriesOf }: Archive): Related {
  const vectors = toVectors(posts);
  const holders = holdersOf(vectors);
  const scores = new Float64Array(posts.length);
  return new Map(
    posts.map(({ meta }, own) => {
      const series = seriesOf.get(meta.id);
      score(itemAt(vectors, own), holders, scores);
      const candidates: number[] = [];
      scores.forEach((similarity, index) => {
        if (similarity >= leastSimilar && index !== own) candidates.push(index);
      });
      const ranked = candidates
        .map((index) => ({ id: itemAt(posts, index).meta.id, index, score: Number(scores[index]) }))
        .filter(({ id }) => series === undefined || seriesOf.get(id) !== series)
        .sort((a, b) => b.score - a.score || a.index - b.index);
      return [meta.id, ranked.slice(0, maxRelated).map(({ id }) => id)] as const;
    }),
  );
}

/** The terms of a post by their numbers, and their weights; the vector has the length 1. */
interface Vector {
  readonly terms: readonly number[];
  readonly weights: readonly number[];
}

function toVectors(posts: readonly PostSummary[]): readonly Vector[] {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const numbered = posts.map(({ terms }) =>
    terms.map(([term, weight]) => {
      const number = numbers.get(term) ?? counts.push(0) - 1;
      numbers.set(term, number);
      const count = Number(counts[number]) + 1;
      counts[number] = count;
      return { number, weight };
    }),
  );
  const most = Math.min(mostHolders, Math.max(2, posts.length / 3));
  const isShared = (count: number) => count > 1 && count <= most;
  return numbered.map((terms) => {
    const shared = terms.filter(({ number }) => isShared(Number(counts[number])));
    const weights = shared.map(
      ({ number, weight }) => (1 + Math.log(weight)) * Math.log(1 + posts.length / Number(counts[number])),
    );
    const length = Math.hypot(...weights);
    return { terms: shared.map(({ number }) => number), weights: weights.map((weight) => weight / length) };
  });
}

/** The posts that have a term, and what it weighs in each. */
interface Holders {
  readonly posts: number[];
  readonly weights: number[];
}

function holdersOf(vectors: readonly Vector[]): readonly Holders[] {
  const holders: Holders[] = [];
  vectors.forEach(({ terms, weights }, post) =>
    terms.forEach((term, at) => {
      const list = (holders[term] ??= { posts: [], weights: [] });
      list.posts.push(post);
      list.weights.push(Number(weights[at]));
    }),
  );
  return holders;
}

/** Writes the similarity of a post to every post into `scores`. */
function score({ terms, weights }: Vector, holders: readonly Holders[], scores: Float64Array): void {
  scores.fill(0);
  terms.forEach((term, at) => {
    const { posts, weights: others } = itemAt(holders, term);
    const weight = Number(weights[at]);
    for (let index = 0; index < posts.length; index += 1) {
      const post = Number(posts[index]);
      scores[post] = Number(scores[post]) + weight * Number(others[index]);
    }
  });
}
