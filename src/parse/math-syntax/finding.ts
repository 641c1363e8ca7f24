import type { Severity } from "../../model/diagnostic.ts";
import type { Span } from "../../model/position.ts";

/** Something suspicious about the marks of Markdown, most often the delimiters of formulas. */
export interface MarkdownFinding {
  readonly code:
    | "markdown/too-many-marks"
    | "math/unclosed-display"
    | "math/unclosed-environment"
    | "math/unknown-environment"
    | "math/stray-end"
    | "math/odd-dollars"
    | "math/dollar-run"
    | "math/table-bar";
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
}

/** A finding whose place is still a range of offsets. */
export interface FindingDraft extends Omit<MarkdownFinding, "span"> {
  readonly start: number;
  readonly end: number;
}
