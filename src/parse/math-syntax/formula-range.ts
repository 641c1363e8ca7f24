/** Extent of one formula in the source, as offsets. */
export interface FormulaRange {
  /** Opening delimiter. */
  readonly start: number;
  /** TeX between the delimiters; a bare environment with its `\begin` and `\end`. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** After the closing delimiter and the identifier. */
  readonly end: number;
  readonly display: boolean;
  readonly env?: string;
  readonly id?: string;
}
