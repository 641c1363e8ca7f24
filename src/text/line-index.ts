import type { Point } from "../model/position.ts";

/** Lines of a text, for turning offsets into places. */
export interface LineIndex {
  /** Place of an offset in UTF-16 units; offsets outside of the text give its start or end. */
  pointAt(offset: number): Point;
  /** A line without its line end, counted from 1; empty for a line that does not exist. */
  lineText(line: number): string;
}

/** Indexes a text with `\n` line ends once; each lookup is then a binary search. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return {
    pointAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lastAtOrBelow(starts, inside);
      return { line: line + 1, column: inside - Number(starts[line]) + 1, offset: inside };
    },
    lineText(line) {
      const start = starts[line - 1];
      if (start === undefined) return "";
      const next = starts[line];
      return text.slice(start, next === undefined ? text.length : next - 1);
    },
  };
}

/** Index of the last start that is not after the offset; the first start is 0. */
function lastAtOrBelow(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (Number(starts[middle]) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
