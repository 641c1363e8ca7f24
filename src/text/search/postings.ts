import { ByteReader, ByteWriter } from "./bytes.ts";
import { shardCount, shardOf } from "./shards.ts";
import { isPair, wordsIn } from "./words.ts";

/** Words between two blocks of text, so that no phrase runs from one into the next. */
const blockGap = 8;

/** Where a term stands in a post, by the positions of its words, ascending. */
export interface Posting {
  readonly post: number;
  readonly positions: readonly number[];
}

/**
 * The terms of a post as bytes, one block for each shard. A term is a hanzi with the hanzi behind it, or alone if none
 * follows, or a word: each hanzi begins exactly one term, so that nothing of the text is lost and nothing stands twice.
 */
export function encodePost(blocks: readonly string[]): { readonly postings: Uint8Array; readonly length: number } {
  const terms = new Map<string, number[]>();
  let start = 0;
  for (const block of blocks) {
    const words = wordsIn(block);
    for (const [index, word] of words.entries()) {
      const next = words[index + 1];
      const term = isPair(word, next) ? word.text + next.text : word.text;
      const positions = terms.get(term);
      if (positions) positions.push(start + word.position);
      else terms.set(term, [start + word.position]);
    }
    const last = words.at(-1);
    if (last) start += last.position + blockGap;
  }
  const shards = Array.from({ length: shardCount }, () => new ByteWriter());
  for (const term of [...terms.keys()].toSorted()) writeTerm(term, terms, shards);
  const all = new ByteWriter();
  for (const shard of shards) all.block(shard.done());
  return { postings: all.done(), length: start };
}

function writeTerm(term: string, terms: ReadonlyMap<string, readonly number[]>, shards: readonly ByteWriter[]): void {
  const body = new ByteWriter();
  const positions = terms.get(term) ?? [];
  body.number(positions.length);
  let before = 0;
  for (const position of positions) {
    body.number(position - before);
    before = position;
  }
  shards[shardOf(term)]?.text(term).block(body.done());
}

/** The blocks of a post, one for each shard. */
export function shardsOfPost(postings: Uint8Array): readonly Uint8Array[] {
  const reader = new ByteReader(postings);
  return Array.from({ length: shardCount }, () => reader.block());
}

/** One file of the index, from the blocks of all posts in their order. */
export function joinShard(blocks: Iterable<Uint8Array>): Uint8Array {
  const terms = new Map<string, { readonly body: ByteWriter; last: number }>();
  let post = 0;
  for (const block of blocks) {
    for (const reader = new ByteReader(block); !reader.isAtEnd;) {
      const term = reader.text();
      const entry = terms.get(term) ?? { body: new ByteWriter(), last: 0 };
      terms.set(term, entry);
      entry.body.number(post - entry.last).raw(reader.block());
      entry.last = post;
    }
    post += 1;
  }
  const shard = new ByteWriter();
  for (const term of [...terms.keys()].toSorted()) {
    const entry = terms.get(term);
    if (entry) shard.text(term).block(entry.body.done());
  }
  return shard.done();
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
