import type { TexRange } from "../model/ports.ts";
import type { SourceFormula } from "../model/post.ts";
import type { Point, Span } from "../model/position.ts";

/** The place in the source file of a range of a formula's TeX. */
export function placeIn(formula: SourceFormula, { offset, length }: TexRange): Span {
  const start = pointAt(formula, offset);
  const end = pointAt(formula, offset + length);
  return { start, end: end.offset > start.offset ? end : start };
}

/** Line by line, because a quote or a list puts prefixes before the lines of a formula. */
function pointAt({ lines, tex }: SourceFormula, offset: number): Point {
  const inside = Math.min(offset, tex.length);
  const { value, start } = lines.reduce((found, line) => (line.value <= inside ? line : found));
  const distance = inside - value;
  return { line: start.line, column: start.column + distance, offset: start.offset + distance };
}
