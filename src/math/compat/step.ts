import type { Edit } from "../rewrite.ts";
import type { Problem } from "../problem.ts";
import type { Lexed } from "../tex/lex.ts";

/** What a step must know besides the TeX. */
export interface StepContext {
  /** The TeX is the body of a macro: `#1` is a parameter. */
  readonly inMacro: boolean;
  readonly display: boolean;
  /** Number of arguments of a command; `undefined` if it takes none or is not known. */
  readonly arity: (command: string) => number | undefined;
  /** Reports something, at a range of the TeX that the step sees. */
  readonly note: (problem: Problem) => void;
}

/** One rewrite of TeX written for MathJax into TeX that KaTeX reads. */
export interface Step {
  readonly name: string;
  /** Before → after, and why. */
  readonly doc: string;
  /** Cheap test: without a match there is nothing to do. */
  readonly trigger: RegExp;
  readonly edits: (lexed: Lexed, context: StepContext) => readonly Edit[];
}
