import { itemAt } from "../known.ts";
import { ByteReader, ByteWriter } from "./bytes.ts";
import { partCount, partOf } from "./shards.ts";
import { isPair, wordsIn } from "./words.ts";

/** Words between two blocks of text, so that no phrase runs from one into the next. */
const blockGap = 8;

/** Where a term stands in a post, by the positions of its words, ascending. */
export interface Posting {
  readonly post: number;
  readonly positions: readonly number[];
}

/** The words of a post for the index. */
export interface EncodedPost {
  /** A block of bytes for each part of the index. */
  readonly postings: Uint8Array;
  /** Words and gaps. */
  readonly length: number;
}

/**
 * The terms of a post as bytes. A term is a hanzi with the hanzi behind it, or alone if none follows, or a word: each hanzi
 * begins exactly one term, so that nothing of the text is lost and nothing stands twice.
 */
export function encodePost(texts: readonly string[]): EncodedPost {
  const terms = new Map<string, number[]>();
  let start = 0;
  for (const text of texts) {
    const words = wordsIn(text);
    for (const [index, word] of words.entries()) {
      const next = words[index + 1];
      const term = isPair(word, next) ? word.text + next.text : word.text;
      const positions = terms.get(term) ?? [];
      terms.set(term, positions);
      positions.push(start + word.position);
    }
    const last = words.at(-1);
    if (last) start += last.position + blockGap;
  }
  const parts = Array.from({ length: partCount }, () => new ByteWriter());
  for (const [term, positions] of byTerm(terms)) itemAt(parts, partOf(term)).text(term).block(positionBytes(positions));
  const all = new ByteWriter();
  for (const part of parts) all.block(part.done());
  return { postings: all.done(), length: start };
}

/** How many positions there are, the first one, then the distances. */
function positionBytes(positions: readonly number[]): Uint8Array {
  const bytes = new ByteWriter().number(positions.length);
  for (const [index, position] of positions.entries()) bytes.number(position - (positions[index - 1] ?? 0));
  return bytes.done();
}

/** By code units: the bytes depend on nothing but the terms. */
function byTerm<Value>(terms: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a post has for a run of parts, by itself, so that the rest of the post need not be held. */
export function cutParts(postings: Uint8Array, from: number, to: number): Uint8Array {
  const reader = new ByteReader(postings);
  reader.blocks(from);
  return reader.blocks(to - from).slice();
}

interface Joined {
  readonly body: ByteWriter;
  /** The post that was added last. */
  last: number;
}

/** One file of the index, from the next so many parts of every post, in the order of posts. */
export function joinShard(posts: readonly ByteReader[], parts: number): Uint8Array {
  const terms = new Map<string, Joined>();
  for (const [post, blocks] of posts.entries()) {
    for (let part = 0; part < parts; part += 1) {
      const reader = new ByteReader(blocks.block());
      while (!reader.isAtEnd) addPost(terms, reader.text(), { post, body: reader.block() });
    }
  }
  const shard = new ByteWriter();
  for (const [term, { body }] of byTerm(terms)) shard.text(term).block(body.done());
  return shard.done();
}

function addPost(
  terms: Map<string, Joined>,
  term: string,
  { post, body }: { readonly post: number; readonly body: Uint8Array },
): void {
  const joined = terms.get(term) ?? { body: new ByteWriter(), last: 0 };
  terms.set(term, joined);
  joined.body.number(post - joined.last).raw(body);
  joined.last = post;
}

/** The terms of a file of the index, their postings still as bytes. */
export function readShard(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const terms = new Map<string, Uint8Array>();
  for (const reader = new ByteReader(bytes); !reader.isAtEnd;) terms.set(reader.text(), reader.block());
  return terms;
}

/** The postings of a term, by ascending number of the post. */
export function readPostings(bytes: Uint8Array): readonly Posting[] {
  const postings: Posting[] = [];
  let post = 0;
  for (const reader = new ByteReader(bytes); !reader.isAtEnd;) {
    post += reader.number();
    let position = 0;
    postings.push({ post, positions: Array.from({ length: reader.number() }, () => (position += reader.number())) });
  }
  return postings;
}
