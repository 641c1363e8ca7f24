import type { Posting } from "./postings.ts";
import { itemAt, known } from "../known.ts";
import { isPair, wordsIn, type Word } from "./words.ts";

/** A term that a phrase needs, and how many words behind the beginning of the phrase. */
export interface Need {
  readonly term: string;
  readonly offset: number;
  /** Any term that begins so will do: the text may go on. */
  readonly isOpen: boolean;
}

/** The postings of a term, or of all terms with this beginning. */
export type Lookup = (need: Need) => readonly Posting[];

/** Post → the positions at which a phrase begins. */
export type Places = ReadonlyMap<number, readonly number[]>;

/** Shortest word whose beginning is enough; longer ones that begin with one letter stand in many files. */
const minOpenWord = 2;

/**
 * The terms that a phrase needs: as few as cover it, because each may be in a file of its own. Of four hanzi two pairs are
 * enough, since positions say that one follows the other.
 */
export function needsOf(phrase: string): readonly Need[] {
  const words = wordsIn(phrase);
  const needs: Need[] = [];
  for (let index = 0; index < words.length;) {
    const run = hanziRun(words, index);
    const word = itemAt(words, index);
    const next = words[index + 1];
    const isLast = index + 1 === words.length;
    needs.push({
      term: isPair(word, next) ? word.text + next.text : word.text,
      offset: word.position - itemAt(words, 0).position,
      isOpen: isLast && (word.isHanzi || word.text.length >= minOpenWord),
    });
    index += run === 2 || run > 3 ? 2 : 1;
  }
  return needs;
}

/** How many hanzi follow each other from here on. */
function hanziRun(words: readonly Word[], index: number): number {
  let end = index;
  for (let word = words[end]; word && isPair(word, words[end + 1]); word = words[end]) end += 1;
  return end - index + 1;
}

/** Where a phrase stands, word for word. */
export function findPhrase(needs: readonly Need[], lookup: Lookup): Places {
  let places: Map<number, readonly number[]> | undefined;
  for (const need of needs) {
    const next = new Map<number, readonly number[]>();
    for (const { post, positions } of lookup(need)) {
      const before = places?.get(post);
      if (places && !before) continue;
      const starts = positions.map((position) => position - need.offset);
      const earlier = new Set(before);
      const kept = before ? starts.filter((start) => earlier.has(start)) : starts;
      if (kept.length > 0) next.set(post, kept);
    }
    places = next;
  }
  return places ?? new Map();
}

/** Where all phrases stand, each somewhere in the post. */
export function findAll(phrases: readonly Places[]): Places {
  const [first, ...others] = phrases;
  if (!first) return new Map();
  const posts = [...first].filter(([post]) => others.every((places) => places.has(post)));
  return new Map(posts.map(([post, starts]) => [post, [...starts, ...others.flatMap((one) => known(one, post))]]));
}

/** A post that has some of the words that were asked for. */
export interface LooseHit {
  readonly post: number;
  /** Weight of the words that it has, of all; rare words weigh more. */
  readonly share: number;
}

/** Least share of the words that a post must have to be called related. */
const minShare = 0.6;

/** Posts that have most of the words, at least two of them, though not side by side; best first, then in the order of posts. */
export function findLoose(words: readonly Places[], posts: number): readonly LooseHit[] {
  const weights = words.map((places) => Math.log(1 + posts / (places.size + 1)));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const found = new Map<number, { words: number; weight: number }>();
  for (const [index, places] of words.entries()) {
    for (const post of places.keys()) {
      const one = found.get(post) ?? { words: 0, weight: 0 };
      found.set(post, { words: one.words + 1, weight: one.weight + Number(weights[index]) });
    }
  }
  return [...found]
    .map(([post, one]) => ({ post, words: one.words, share: one.weight / all }))
    .filter((hit) => hit.words > 1 && hit.share >= minShare)
    .map(({ post, share }) => ({ post, share }))
    .toSorted((a, b) => b.share - a.share || a.post - b.post);
}
