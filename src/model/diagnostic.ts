import type { SourcePath } from "./brand.ts";
import type { Span } from "./position.ts";

export type Severity = "error" | "warning" | "info";

/** A second place that explains a diagnostic, such as the first of two definitions. */
export interface Related {
  readonly file: SourcePath;
  readonly span?: Span;
  readonly message: string;
}

/** Something wrong with the content: data, never thrown. */
export interface Diagnostic {
  /** Permanent name, `area/what`; explained in `diagnostics/codes.ts`. */
  readonly code: string;
  readonly severity: Severity;
  readonly file: SourcePath;
  /** Absent when the whole file is meant. */
  readonly span?: Span;
  /** One sentence: what is wrong and why, values in quotes, no position. */
  readonly message: string;
  /** What to do, if possible the exact text. */
  readonly hint?: string;
  readonly related?: readonly Related[];
  /** Text of an underlying error of a library. */
  readonly cause?: string;
}

/** A value that can be used even if there were problems, and the problems. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
