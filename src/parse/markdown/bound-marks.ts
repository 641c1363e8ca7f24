import type { Code, Extension, TokenizeContext } from "micromark-util-types";
import type { Point } from "../../model/position.ts";

/** Marks of one paragraph, heading or cell that are read: each may cost a look at all that stand before it. */
const mostMarks = 4000;

/** `<` counts for more: the rest of the paragraph is searched for what ends a comment, an instruction or a tag. */
const lessThan = 60;
const weightOf = (code: Code): number => (code === lessThan ? 8 : 1);

/**
 * The syntax that makes text of all marks of a paragraph behind the first thousands, so that reading takes time in
 * proportion to the length. It must be the last extension, for the last one is asked first.
 *
 * @param found is told of the first such mark of each paragraph
 */
export function boundMarks(found: (mark: Point) => void): Extension {
  const counts = new WeakMap<TokenizeContext, number>();
  const excessMark: Extension["text"] = {};
  for (const mark of "!*<[]_`~")
    excessMark[mark.charCodeAt(0)] = {
      name: "excessMark",
      // It is asked where another construct is, and nowhere else.
      previous: () => false,
      tokenize(effects, ok, nok) {
        return (code) => {
          const before = counts.get(this) ?? 0;
          const count = before + weightOf(code);
          counts.set(this, count);
          if (count <= mostMarks) return nok(code);
          if (before <= mostMarks) found(this.now());
          effects.enter("data");
          effects.consume(code);
          effects.exit("data");
          return ok;
        };
      },
    };
  return { text: excessMark };
}
