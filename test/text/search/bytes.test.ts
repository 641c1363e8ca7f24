import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteReader, ByteWriter } from "../../../src/text/search/bytes.ts";
import { cutParts, encodePost, joinShard, readPostings, readShard } from "../../../src/text/search/postings.ts";
import { partCount, partOf, shardCountFor, shardOf } from "../../../src/text/search/shards.ts";

it("numbers and texts are read as they were written", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2 ** 40), fc.string({ unit: "grapheme" }))), (pairs) => {
      const writer = new ByteWriter();
      for (const [number, text] of pairs) writer.number(number).text(text);
      const reader = new ByteReader(writer.done());
      for (const [number, text] of pairs) expect([reader.number(), reader.text()]).toEqual([number, text]);
      expect(reader.isAtEnd).toBe(true);
    }),
  );
});

it("behind the end is nothing", () => {
  const reader = new ByteReader(new Uint8Array());
  expect([reader.number(), reader.text(), reader.isAtEnd]).toEqual([0, "", true]);
});

it("every hanzi and every word of a post stands once in the index", () => {
  const posts = [encodePost(["概率流ODE，概率", "概率"]), encodePost([]), encodePost(["", "ode 流"])];
  const terms = readShard(
    joinShard(
      posts.map(({ postings }) => new ByteReader(postings)),
      partCount,
    ),
  );
  const all = Array.from(terms, ([term, bytes]) => [term, readPostings(bytes)] as const);
  expect(Object.fromEntries(all)).toEqual({
    概率: [{ post: 0, positions: [0, 5, 14] }],
    率: [{ post: 0, positions: [6, 15] }],
    率流: [{ post: 0, positions: [1] }],
    流: [
      { post: 0, positions: [2] },
      { post: 2, positions: [1] },
    ],
    ode: [
      { post: 0, positions: [3] },
      { post: 2, positions: [0] },
    ],
  });
  expect(posts.map(({ length }) => length)).toEqual([23, 0, 9]);
});

it("a file of the index has the terms of its parts, however much of the posts is held", () => {
  const posts = [encodePost(["概率流与扩散模型，以及最速下降"]), encodePost(["概率流 ode and sde"])];
  const shards = 8;
  const all = readShard(
    joinShard(
      posts.map(({ postings }) => new ByteReader(postings)),
      partCount,
    ),
  );
  for (const [from, to] of [
    [0, 8],
    [3, 5],
  ] as const) {
    const readers = posts.map(({ postings }) => new ByteReader(cutParts(postings, from * 32, to * 32)));
    for (let shard = from; shard < to; shard += 1) {
      const own = [...all].filter(([term]) => shardOf(partOf(term), shards) === shard);
      expect([...readShard(joinShard(readers, 32))]).toEqual(own);
    }
  }
});

it("an index is cut into more files as it grows, up to its parts", () => {
  expect([0, 12_000, 12_001, 3_000_000, 1e9].map(shardCountFor)).toEqual([1, 1, 2, 256, partCount]);
});
