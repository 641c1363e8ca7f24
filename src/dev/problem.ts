/** A problem of the content or of the build, as it is shown over pages. */
export interface Problem {
  /** As the terminal prints it: what, where, and the line of the source. */
  readonly text: string;
  /** The place that an editor can open. */
  readonly at?: { readonly file: string; readonly line: number; readonly column: number };
}
