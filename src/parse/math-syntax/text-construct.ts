import type { Construct, State, TokenizeContext } from "micromark-util-types";
import { endOf, findTextFormula } from "./find-formula.ts";
import { isLineEnd, widthOf } from "./flow-construct.ts";
import type { FormulaRange } from "./formula-range.ts";
import type { MathSource } from "./math-source.ts";

const reference = /\\(?:eqref|ref)\{[^{}\n]*[^{}\s][^{}\n]*\}/y;

/** End of the reference `\eqref{…}` or `\ref{…}` that starts at `offset`; -1 if there is none. */
function referenceEnd(text: string, offset: number): number {
  reference.lastIndex = offset;
  return reference.test(text) ? reference.lastIndex : -1;
}

/**
 * Formulas and references inside a paragraph, heading or cell. The closer is known from the source; if the
 * text ends before it, the opener is text, and so are all later ones whose closers lie behind that end.
 *
 *     可得：$$        start at the first `$`, then inside
 *     > a=b          lineStart behind the prefix of the container, lineContent, inside
 *     > $$成立        finish behind the second `$`; `成立` is text again
 */
export function textConstruct(source: MathSource): Construct {
  const ends = new WeakMap<TokenizeContext, number>();
  let previousEnd = -1;
  return {
    name: "mathFormula",
    tokenize(effects, ok, nok) {
      let starts: number[] = [];
      let range: FormulaRange | undefined;
      let end = -1;
      let left = 0;

      const start: State = (code) => {
        const { offset } = this.now();
        range = findTextFormula(source, offset, previousEnd);
        end = range ? range.end : referenceEnd(source.text, offset);
        if (end === -1 || end > (ends.get(this) ?? Number.POSITIVE_INFINITY)) return nok(code);
        starts = [offset];
        if (range) effects.enter("mathFormula", { formula: { range, flow: false, starts } });
        else effects.enter("mathReference");
        return lineContent(code);
      };

      const lineContent: State = (code) => {
        if (code === null) {
          ends.set(this, this.now().offset);
          return nok(code);
        }
        if (isLineEnd(code)) return lineEnd(code);
        effects.enter("mathLine");
        left = end - this.now().offset;
        return inside(code);
      };

      const inside: State = (code) => {
        if (left !== 0 && code !== null && !isLineEnd(code)) {
          left -= widthOf(code);
          effects.consume(code);
          return inside;
        }
        effects.exit("mathLine");
        return left === 0 ? finish(code) : lineContent(code);
      };

      const lineEnd: State = (code) => {
        effects.enter("lineEnding");
        effects.consume(code);
        effects.exit("lineEnding");
        return lineStart;
      };

      const lineStart: State = (code) => {
        starts.push(this.now().offset);
        return lineContent(code);
      };

      const finish: State = (code) => {
        if (range) {
          effects.exit("mathFormula");
          previousEnd = endOf(source, range, previousEnd);
        } else effects.exit("mathReference");
        return ok(code);
      };

      return start;
    },
  };
}
