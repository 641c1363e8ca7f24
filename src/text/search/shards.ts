/** Finest cut of the index of words, in which posts are written; the files of a site are unions of these parts. */
export const partCount = 256;

/** Bytes that one file of the index should have at most on the average: a query loads a few of them. */
const fileBytes = 12_000;

/**
 * The part in which a term stands. It follows from the first hanzi, so that all pairs that begin with it stand together, or
 * from the first two letters, so that a word is found while it is being typed.
 */
export function partOf(term: string): number {
  const [first = "", second = ""] = term;
  const key = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first) ? first : first + second;
  let sum = 0;
  for (const char of key) sum = (sum * 31 + Number(char.codePointAt(0))) % 65_521;
  return sum % partCount;
}

/** How many files an index of this size is cut into: a power of two, so that parts are not torn. */
export function shardCountFor(bytes: number): number {
  let count = 1;
  while (count < partCount && bytes / count > fileBytes) count *= 2;
  return count;
}

/** The file in which a part stands: files are runs of parts. */
export function shardOf(part: number, shards: number): number {
  return Math.floor((part * shards) / partCount);
}

/** `007.bin` */
export function shardFile(shard: number): string {
  return `${String(shard).padStart(3, "0")}.bin`;
}
