import { groupAt, optionalAt, textAt, type Argument } from "../tex/arguments.ts";
import { cut } from "../rewrite.ts";
import { markAt } from "../tex/environments.ts";
import { lex, type Lexed } from "../tex/lex.ts";
import type { Step } from "./step.ts";

const arrays: ReadonlySet<string> = new Set(["array", "darray"]);
/** Columns of a fixed width, and what stands between columns or around cells. */
const widths: ReadonlySet<string> = new Set(["p", "m", "b"]);
const decorations: ReadonlySet<string> = new Set(["@", "!", ">", "<"]);
const maxRepeat = 100;

export const columns: Step = {
  name: "array-columns",
  doc: "{*{3}{c}} → {ccc}, {r@{}l} → {rl}, {>{…}c} → {c}, {p{2cm}} → {l}: KaTeX knows l, c, r and bars. The position in \\begin{array}[t] is dropped.",
  trigger: /\\begin\s*\{d?array\}[^]*?[*@!<>pmb[]/,
  edits: (lexed, { note }) =>
    lexed.tokens.flatMap((_token, index) => {
      const mark = markAt(lexed, index);
      if (mark?.kind !== "begin" || !arrays.has(mark.name)) return [];
      const position = optionalAt(lexed, mark.next);
      const spec = groupAt(lexed, position?.next ?? mark.next);
      if (!spec) return [];
      const moved = position ? [cut(position.start, position.end)] : [];
      const plain = simplify(lexed, spec);
      if (plain === spec.inner.replace(/\s/g, "")) return moved;
      note({
        code: "math/simplified",
        message: `the columns “${spec.inner}” are set as “${plain}”`,
        at: { offset: spec.start, length: spec.end - spec.start },
      });
      return [...moved, { start: spec.start, end: spec.end, text: `{${plain}}` }];
    }),
};

/** The specification in letters and bars. */
function simplify(lexed: Lexed, { innerFirst, innerNext }: Pick<Argument, "innerFirst" | "innerNext">): string {
  let plain = "";
  for (let index = innerFirst; index < innerNext; index += 1) {
    const text = textAt(lexed, index);
    const first = groupAt(lexed, index + 1);
    if (text === "*" && first) {
      const second = groupAt(lexed, first.next);
      const inner = lex(second?.inner ?? "");
      const repeated = simplify(inner, { innerFirst: 0, innerNext: inner.tokens.length });
      plain += repeated.repeat(Math.min(maxRepeat, Math.max(0, Math.floor(Number(first.inner)) || 0)));
      index = (second ?? first).next - 1;
    } else if (widths.has(text) && first) {
      plain += "l";
      index = first.next - 1;
    } else if (decorations.has(text) && first) {
      index = first.next - 1;
    } else if (text.trim() !== "") {
      plain += text;
    }
  }
  return plain;
}
