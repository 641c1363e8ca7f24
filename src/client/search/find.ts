import type { Posting } from "../../text/search/postings.ts";
import { findAll, findLoose, findPhrase, needsOf, type Need, type Places } from "../../text/search/find-text.ts";
import { findFormulas } from "../../text/search/formula-index.ts";
import { normaliseTex } from "../../text/search/normalise-tex.ts";
import { readPostings } from "../../text/search/postings.ts";
import { partOf } from "../../text/search/shards.ts";
import { findByPagefind } from "./find-by-pagefind.ts";
import type { IndexFiles } from "./index-files.ts";

/** A post with the words of the query. */
export interface TextHit {
  readonly post: number;
  /** How often it has them; 0 if that is not known, or if it has them only apart. */
  readonly count: number;
}

/** A post with a formula like that of the query: its best one. */
export interface FormulaHitInPost {
  readonly post: number;
  readonly place: number;
  /** Its normal form. */
  readonly tex: string;
  readonly shared: number;
  readonly of: number;
  readonly isWhole: boolean;
}

/** Posts that hold each phrase as it is, and posts that hold most of the words. */
export interface TextHits {
  readonly exact: readonly TextHit[];
  readonly loose: readonly TextHit[];
}

/** Finds the phrases of a query in the index of words. */
export async function findText(phrases: readonly string[], files: IndexFiles): Promise<TextHits> {
  const catalogue = await files.catalogue();
  const { posts, pagefind } = catalogue;
  if (pagefind !== undefined) return findByPagefind(phrases, catalogue, pagefind);
  const exact = findAll(await Promise.all(phrases.map((phrase) => places(phrase, files))));
  const words = [...new Set(phrases.flatMap(wordsOf))];
  const apart = words.length > 1 ? await Promise.all(words.map((word) => places(word, files))) : [];
  const mean = posts.reduce((sum, { n }) => sum + n, 0) / posts.length;
  const weight = ({ post, count }: TextHit) => count / (count + 0.5 + (posts[post]?.n ?? mean) / mean);
  return {
    exact: Array.from(exact, ([post, starts]) => ({ post, count: starts.length })).sort(
      (a, b) => weight(b) - weight(a) || a.post - b.post,
    ),
    loose: findLoose(apart, posts.length)
      .filter(({ post }) => !exact.has(post))
      .map(({ post }) => ({ post, count: 0 })),
  };
}

/** Words of a phrase as readers part them; without a segmenter of the browser, white space parts them. */
export function wordsOf(phrase: string): readonly string[] {
  if (!("Segmenter" in Intl)) return phrase.split(/\s+/);
  const segmenter = new Intl.Segmenter("zh-Hans", { granularity: "word" });
  return Array.from(segmenter.segment(phrase))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

async function places(phrase: string, files: IndexFiles): Promise<Places> {
  const needs = needsOf(phrase);
  const shards = new Map(
    await Promise.all(needs.map(async ({ term }) => [term, await files.shardWith(partOf(term))] as const)),
  );
  return findPhrase(needs, (need) => lookUp(need, shards.get(need.term) ?? new Map()));
}

/** The postings of a term, or of every term that begins so, joined by post. */
function lookUp({ term, isOpen }: Need, shard: ReadonlyMap<string, Uint8Array>): readonly Posting[] {
  if (!isOpen) return postingsIn(shard.get(term));
  const joined = new Map<number, number[]>();
  for (const [key, bytes] of shard) {
    if (!key.startsWith(term)) continue;
    for (const { post, positions } of readPostings(bytes))
      joined.set(post, [...(joined.get(post) ?? []), ...positions]);
  }
  return Array.from(joined, ([post, positions]) => ({ post, positions }));
}

function postingsIn(bytes: Uint8Array | undefined): readonly Posting[] {
  return bytes ? readPostings(bytes) : [];
}

/** Posts with formulas like this one, best first; of each post its best formula. */
export async function findFormula(tex: string, files: IndexFiles): Promise<readonly FormulaHitInPost[]> {
  const [{ macros }, { index, tex: normal, places: ofLine }] = await Promise.all([files.catalogue(), files.formulas()]);
  const query = normaliseTex(tex, macros).map(({ text }) => text);
  const best = new Map<number, FormulaHitInPost>();
  for (const { line, ...hit } of findFormulas(index, query))
    for (const { post, place } of ofLine[line] ?? [])
      if (!best.has(post)) best.set(post, { ...hit, post, place, tex: normal[line] ?? "" });
  return [...best.values()];
}
