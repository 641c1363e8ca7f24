import { mathEnvironments } from "./environments.ts";
import { findMarks, type Marks } from "./marks.ts";
import { lineTable, type LineTable } from "./boundaries.ts";

/** One source and what is known about it before it is parsed. */
export interface MathSource {
  readonly text: string;
  readonly lines: LineTable;
  readonly marks: Marks;
  /** Environments that are read without `$`. */
  readonly known: ReadonlySet<string>;
}

export interface MathSourceOptions {
  readonly environments?: readonly string[];
  readonly brackets?: boolean;
}

/** Indexes a source: two passes over the text, then every search is a look-up. */
export function mathSource(text: string, { environments = [], brackets = false }: MathSourceOptions = {}): MathSource {
  const known = mathEnvironments(text, environments);
  return { text, known, lines: lineTable(text), marks: findMarks(text, known, brackets) };
}

/** Number of quotes around the place at which a line's content starts. */
export function quoteDepth({ text, lines }: MathSource, offset: number): number {
  let depth = 0;
  for (let at = lines.startOf(offset); at < offset; at++) if (text.charCodeAt(at) === 62) depth++;
  return depth;
}
