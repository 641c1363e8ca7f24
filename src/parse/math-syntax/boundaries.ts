import { countUpTo, firstAfter } from "./ascending.ts";

/**
 * Lines at which a search for a closer ends, as offsets of line starts, ascending. `depth` is the number
 * of quotes around the opener: inside one quote, `>` alone is a blank line.
 */
export interface Boundaries {
  readonly blank: readonly number[];
  /** Lines that look like an ATX heading. */
  readonly heading: readonly number[];
  /** Lines that look like the fence of a code block. */
  readonly fence: readonly number[];
  /** Lines that end a paragraph by starting another block: headings, fences, quotes, list items. */
  readonly block: readonly number[];
}

/** The lines of a source. Everything is found by binary search in lists that are made once. */
export interface LineTable {
  /** Number of the line that holds `offset`, from 1. */
  numberOf(offset: number): number;
  /** Offset of the start of the line that holds `offset`. */
  startOf(offset: number): number;
  /** Offset of the next line end, or the length of the source. */
  endOf(offset: number): number;
  boundaries(depth: number): Boundaries;
}

/** Quotes deeper than this share one list: the cost stays linear for hostile nesting. */
const deepest = 8;

const heading = /#{1,6}(?:[ \t\n]|$)/y;
const fence = /`{3,}[^`\n]*(?:\n|$)|~{3}/y;
const item = /(?:[-+*]|1[.)])[ \t]+[^ \t\n]/y;

/** Indexes the lines of a source with `\n` line ends. */
export function lineTable(source: string): LineTable {
  const starts = [0];
  for (let end = source.indexOf("\n"); end !== -1; end = source.indexOf("\n", end + 1)) starts.push(end + 1);
  const known: (Boundaries | undefined)[] = [];
  return {
    numberOf: (offset) => countUpTo(starts, offset),
    startOf: (offset) => Number(starts[countUpTo(starts, offset) - 1]),
    endOf: (offset) => Math.min(firstAfter(starts, offset) - 1, source.length),
    boundaries(depth) {
      const level = Math.min(depth, deepest);
      return (known[level] ??= findBoundaries(source, starts, level === deepest ? Number.POSITIVE_INFINITY : level));
    },
  };
}

function findBoundaries(source: string, starts: readonly number[], depth: number): Boundaries {
  const found = { blank: [] as number[], heading: [] as number[], fence: [] as number[], block: [] as number[] };
  for (const start of starts) {
    const at = afterQuotes(source, start, depth);
    const matches = (pattern: RegExp): boolean => {
      pattern.lastIndex = at;
      return pattern.test(source);
    };
    const code = source.charCodeAt(at);
    if (at === source.length || code === 10) found.blank.push(start);
    else if (code === 35 && matches(heading)) found.heading.push(start);
    else if ((code === 96 || code === 126) && matches(fence)) found.fence.push(start);
    else if (code !== 62 && !matches(item)) continue;
    found.block.push(start);
  }
  return found;
}

/** Offset of the first character of a line that is neither white space nor one of at most `depth` quote marks. */
function afterQuotes(source: string, start: number, depth: number): number {
  let left = depth;
  for (let at = start; ; at++) {
    const code = source.charCodeAt(at);
    if (code === 62 && left > 0) left--;
    else if (code !== 32 && code !== 9) return at;
  }
}
