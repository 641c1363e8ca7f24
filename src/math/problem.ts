import type { TexRange } from "../model/ports.ts";
import type { Severity } from "../model/diagnostic.ts";
import type { SourceFormula } from "../model/post.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";

/** Something to say about a formula, at a range of some stage of its TeX. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  /** Absent: the whole formula. */
  readonly at?: TexRange;
  readonly severity?: Severity;
  /** A second place, in this or another formula of the post. */
  readonly related?: readonly RelatedPlace[];
}

export interface RelatedPlace {
  readonly formula: SourceFormula;
  readonly at: TexRange;
  readonly message: string;
}

/** Moves a range back through rewrites. Its last character counts, not the place behind, where an edit may begin. */
export function rangeBack({ offset, length }: TexRange, toSource: (offset: number) => number): TexRange {
  const start = toSource(offset);
  if (length === 0) return { offset: start, length };
  return { offset: start, length: Math.max(0, toSource(offset + length - 1) + 1 - start) };
}

/** The problem with its place in the author's TeX. */
export function problemBack(problem: Problem, toSource: (offset: number) => number): Problem {
  return problem.at ? { ...problem, at: rangeBack(problem.at, toSource) } : problem;
}
