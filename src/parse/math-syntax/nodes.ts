import type { Literal, Node } from "mdast";
import type {} from "mdast-util-math";
import type { SourceLine } from "../../model/position.ts";
import type { FormulaRange } from "./formula-range.ts";

/** What the tokeniser knows about a formula beyond its TeX. */
export interface FormulaFields {
  /** Name of the environment when the formula is written bare; `value` keeps `\begin` and `\end`. */
  env?: string;
  /** Identifier written after the closer, `{#eq:loss}` without the braces and `#`. */
  id?: string;
  /** Where each line of `value` stands in the source; in order, at least one entry. */
  lines: readonly SourceLine[];
}

/** A reference to an equation outside of larger mathematics: `\eqref{a}`, `\ref{a}`, or one of them alone in `$…$`. */
export interface MathRef extends Node {
  type: "mathRef";
  kind: "eqref" | "ref";
  label: string;
}

declare module "mdast-util-math" {
  interface Math extends Literal, FormulaFields {
    display: true;
  }
  interface InlineMath extends Literal, FormulaFields {
    /** A centred formula inside a paragraph, heading or cell. */
    display: boolean;
  }
}

declare module "mdast" {
  interface PhrasingContentMap {
    mathRef: MathRef;
  }
  interface RootContentMap {
    mathRef: MathRef;
  }
  interface ParagraphData {
    /** The paragraph goes on after a display that stands directly above it: no indent. */
    continues?: true;
    /** A display interrupts the paragraph directly below it. */
    continued?: true;
  }
}

declare module "micromark-util-types" {
  interface TokenTypeMap {
    mathFormula: "mathFormula";
    /** What a construct has on one line: micromark needs a token on each. */
    mathLine: "mathLine";
    mathReference: "mathReference";
  }
  interface Token {
    /** Set on `mathFormula`. */
    formula?: FormulaToken;
  }
}

/** What the constructs hand to the compiler. */
export interface FormulaToken {
  readonly range: FormulaRange;
  /** A block of its own, not part of a paragraph. */
  readonly flow: boolean;
  /** Offset at which each line of the construct starts, prefixes of containers left out. */
  readonly starts: number[];
}
