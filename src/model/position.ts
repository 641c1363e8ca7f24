/** A place in a source file. Line and column count from 1, columns and offsets in UTF-16 units, as in unist. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A half-open range of a source file. */
export interface Span {
  readonly start: Point;
  readonly end: Point;
}

/**
 * Where one line of a formula stands in its source file. A formula inside a quote or a list loses the
 * prefixes of its lines (`> `, `  `), so offsets in its TeX are mapped back line by line.
 */
export interface SourceLine {
  /** Offset of the line's first character in the TeX. */
  readonly value: number;
  /** The same character in the source file. */
  readonly start: Point;
}
