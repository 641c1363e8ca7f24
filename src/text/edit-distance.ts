/**
 * How many insertions, deletions, replacements and swaps of neighbours turn `a` into `b` (Damerau and
 * Levenshtein, no part edited twice), counted in code points. More than `limit` gives `limit + 1`: work
 * stops there, and only a band of `limit` around the diagonal is looked at.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const left = Array.from(a);
  const right = Array.from(b);
  const above = limit + 1;
  if (Math.abs(left.length - right.length) > limit) return above;
  let before: readonly number[] = [];
  let row: readonly number[] = right.map((_, j) => j).concat(right.length);
  for (let i = 1; i <= left.length; i += 1) {
    const next = nextRow({ left, right, i, limit, row, before });
    // A swap reaches two rows back, but costs one: it cannot come below the limit either.
    if (next.every((cost) => cost > limit)) return above;
    before = row;
    row = next;
  }
  // The lengths differ by at most the limit, so the last cell of the table lies in the band.
  return Math.min(Number(row.at(-1)), above);
}

interface Step {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Code points of `left` that the new row covers. */
  readonly i: number;
  readonly limit: number;
  readonly row: readonly number[];
  readonly before: readonly number[];
}

/** Costs outside of the band are absent; they read as too large. */
function nextRow({ left, right, i, limit, row, before }: Step): readonly number[] {
  const at = (costs: readonly number[], j: number) => costs[j] ?? limit + 1;
  const next: number[] = [];
  for (let j = Math.max(0, i - limit); j <= Math.min(right.length, i + limit); j += 1) {
    const same = left[i - 1] === right[j - 1];
    const swapped = j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
    next[j] = Math.min(
      at(row, j) + 1,
      at(next, j - 1) + 1,
      at(row, j - 1) + (same ? 0 : 1),
      swapped ? at(before, j - 2) + 1 : Infinity,
    );
  }
  return next;
}

/** The candidate that differs least from `word`, by at most `limit` edits; the first one of several. */
export function nearest(word: string, candidates: readonly string[], limit: number): string | undefined {
  let best: string | undefined;
  let bound = limit;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate, bound);
    if (distance > bound) continue;
    if (distance === 0) return candidate;
    best = candidate;
    bound = distance - 1;
  }
  return best;
}
