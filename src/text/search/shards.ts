/** Files that the index of words is cut into; a query loads only those of its words. */
export const shardCount = 64;

/**
 * The file in which a term stands. It follows from the first hanzi, so that all pairs that begin with it stand together,
 * or from the first two letters, so that a word is found while it is being typed.
 */
export function shardOf(term: string): number {
  const [first = "", second = ""] = term;
  const key = /[\p{L}\p{N}]/u.test(first) && !isHan(first) ? first + second : first;
  let sum = 0;
  for (const char of key) sum = (sum * 31 + Number(char.codePointAt(0))) % 65_521;
  return sum % shardCount;
}

function isHan(char: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(char);
}

/** `07.bin` */
export function shardFile(shard: number): string {
  return `${String(shard).padStart(2, "0")}.bin`;
}
