import { itemAt } from "../../text/known.ts";

/** Lines that stand opposite of each other; one side may be empty. */
export interface Hunk {
  /** Line numbers from 1 at which each side begins. */
  readonly leftLine: number;
  readonly rightLine: number;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Cells of the table that is filled; a larger difference is shown as one hunk. */
const maxCells = 4_000_000;

/** What has to be replaced to make `left` into `right`: the hunks around a longest common subsequence of lines. */
export function diffLines(left: readonly string[], right: readonly string[]): readonly Hunk[] {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let tail = 0;
  const most = Math.min(left.length, right.length) - start;
  while (tail < most && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail += 1;
  const inner = { left: left.slice(start, left.length - tail), right: right.slice(start, right.length - tail) };
  const pairs = inner.left.length * inner.right.length > maxCells ? [] : commonLines(inner.left, inner.right);
  return hunksBetween(pairs, inner).map(({ leftLine, rightLine, ...rest }) => ({
    leftLine: leftLine + start,
    rightLine: rightLine + start,
    ...rest,
  }));
}

type Pair = readonly [left: number, right: number];

/** Indices of a longest common subsequence. */
function commonLines(left: readonly string[], right: readonly string[]): readonly Pair[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => itemAt(lengths as unknown as readonly number[], i * width + j);
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}

function hunksBetween(pairs: readonly Pair[], { left, right }: Pick<Hunk, "left" | "right">): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...pairs, [left.length, right.length] as const]) {
    if (nextI > i || nextJ > j)
      hunks.push({ leftLine: i + 1, rightLine: j + 1, left: left.slice(i, nextI), right: right.slice(j, nextJ) });
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return hunks;
}
