import type { Code, Construct, Extension, TokenizeContext } from "micromark-util-types";
import type { Point } from "../../model/position.ts";

/** What is read of one paragraph, heading or cell, for each may cost a look at all that stands before it: so many marks, so many words. */
const most = 2000;

const marks = "!*<[]_`~";
/** A word may begin a bare address. Behind the bound those are found all the same, in the finished text. */
const beginsOfWords = "+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** `<` counts for more: the rest of the paragraph is searched for what ends a comment, an instruction or a tag. */
const lessThan = 60;
const weightOf = (code: Code): number => (code === lessThan ? 4 : 1);

/**
 * The syntax that makes text of all marks of a paragraph behind the first thousands, so that reading takes time in
 * proportion to the length. It must be the last extension, for the last one is asked first.
 *
 * @param found is told of the first such mark of each paragraph
 */
export function boundMarks(found: (mark: Point) => void): Extension {
  return {
    text: {
      ...at(
        beginsOfWords,
        asText(() => {}),
      ),
      ...at(marks, asText(found)),
    },
  };
}

function at(signs: string, construct: Construct): Extension["text"] {
  return Object.fromEntries(Array.from(signs, (sign) => [sign.charCodeAt(0), construct]));
}

/** Makes text of a sign, but of the first thousands only in a paragraph. */
function asText(found: (sign: Point) => void): Construct {
  const counts = new WeakMap<TokenizeContext, number>();
  return {
    name: "excess",
    // It is asked where another construct is, and nowhere else.
    previous: () => false,
    tokenize(effects, ok, nok) {
      return (code) => {
        const before = counts.get(this) ?? 0;
        const count = before + weightOf(code);
        counts.set(this, count);
        if (count <= most) return nok(code);
        if (before <= most) found(this.now());
        effects.enter("data");
        effects.consume(code);
        effects.exit("data");
        return ok;
      };
    },
  };
}
