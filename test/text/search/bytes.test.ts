import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteReader, ByteWriter } from "../../../src/text/search/bytes.ts";
import { encodePost, joinShard, partsOfPost, readPostings, readShard } from "../../../src/text/search/postings.ts";
import { partCount, shardCountFor } from "../../../src/text/search/shards.ts";

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
  const parts = posts.map(({ postings }) => partsOfPost(postings));
  const terms = readShard(joinShard(parts));
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

it("an index is cut into more files as it grows, up to its parts", () => {
  expect([0, 12_000, 12_001, 3_000_000, 1e9].map(shardCountFor)).toEqual([1, 1, 2, 256, partCount]);
});
