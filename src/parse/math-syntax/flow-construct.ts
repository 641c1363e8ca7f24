import type { Code, Construct, Effects, State, TokenizeContext } from "micromark-util-types";
import { firstAfter } from "./ascending.ts";
import { findFlowFormula } from "./find-formula.ts";
import type { FormulaRange } from "./formula-range.ts";
import { type MathSource, quoteDepth } from "./math-source.ts";

/** What the constructs of one parse share. */
export interface FlowContext {
  readonly source: MathSource;
  /** Whether the offset lies inside a display that belongs to a paragraph. */
  isInside(offset: number): boolean;
}

/**
 * Formulas that are blocks of their own. The end is looked up in the source before anything is consumed:
 * lines that are given back have already lost their lists and quotes.
 */
export function flowConstruct(context: FlowContext): Construct {
  /** Closers of formulas that a line without the container's prefix has cut off: they open nothing. */
  const cut = new Set<number>();
  return {
    name: "mathFormula",
    concrete: true,
    tokenize(effects, ok, nok) {
      const start: State = (code) => {
        const { offset } = this.now();
        if (context.isInside(offset) || cut.has(offset)) return nok(code);
        const range = findFlowFormula(context.source, offset);
        if (!range) return nok(code);
        if (this.interrupt) return ok(code);
        const refuse: State = (last) => {
          if (last !== null && !hasBlankLine(context.source, range)) cut.add(range.valueEnd);
          return nok(last);
        };
        return block({ self: this, effects, ok, nok: refuse }, range)(code);
      };
      return start;
    },
  };
}

/** After a blank line no paragraph goes on, so what stands there is not cut off but a block of its own. */
function hasBlankLine(source: MathSource, { start, valueEnd }: FormulaRange): boolean {
  return firstAfter(source.lines.boundaries(quoteDepth(source, start)).blank, start) < valueEnd;
}

interface Machine {
  readonly self: TokenizeContext;
  readonly effects: Effects;
  readonly ok: State;
  readonly nok: State;
}

/**
 *     > $$            start
 *     > a             line, after the prefix of the container
 *     > $$ {#eq:b}␠   trailing, after `range.end`; the line end is left to the caller
 */
function block({ self, effects, ok, nok }: Machine, range: FormulaRange): State {
  const starts = [range.start];
  const indent = indentBefore(self);
  let columns = 0;
  let left = 0;

  const lineContent: State = (code) => {
    if (code === null) return nok(code);
    if (isLineEnd(code)) return lineEnd(code);
    effects.enter("mathLine");
    left = range.end - self.now().offset;
    return inside(code);
  };

  const inside: State = (code) => {
    if (left !== 0 && code !== null && !isLineEnd(code)) {
      left -= widthOf(code);
      effects.consume(code);
      return inside;
    }
    effects.exit("mathLine");
    if (left !== 0) return lineContent(code);
    effects.exit("mathFormula");
    return trailing(code);
  };

  const lineEnd: State = (code) => {
    effects.enter("lineEnding");
    effects.consume(code);
    effects.exit("lineEnding");
    return lineStart;
  };

  const lineStart: State = (code) => {
    if (self.parser.lazy[self.now().line]) return nok(code);
    columns = 0;
    return lineIndent(code);
  };

  const lineIndent: State = (code) => {
    if (code === 32 && columns < indent) {
      if (columns++ === 0) effects.enter("linePrefix");
      effects.consume(code);
      return lineIndent;
    }
    if (columns > 0) effects.exit("linePrefix");
    starts.push(self.now().offset);
    return lineContent(code);
  };

  const trailing: State = (code) => {
    if (code === null || isLineEnd(code)) return ok(code);
    effects.enter("whitespace");
    return trailingSpace(code);
  };

  const trailingSpace: State = (code) => {
    if (code === null || isLineEnd(code)) {
      effects.exit("whitespace");
      return ok(code);
    }
    effects.consume(code);
    return trailingSpace;
  };

  effects.enter("mathFormula", { formula: { range, flow: true, starts } });
  return lineContent;
}

function indentBefore({ events }: TokenizeContext): number {
  const last = events.at(-1);
  return last?.[1].type === "linePrefix" ? last[2].sliceSerialize(last[1], true).length : 0;
}

/** How many characters of the source a code stands for: the spaces that fill up a tab are none. Asking for the offset costs more. */
export function widthOf(code: NonNullable<Code>): number {
  return code === -1 ? 0 : 1;
}

/** Line ends have the codes below the one of a tab. */
export function isLineEnd(code: Code): code is number {
  return code !== null && code < -2;
}
