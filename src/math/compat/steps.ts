import { problemBack, type Problem } from "../problem.ts";
import { applyEdits, type Rewritten } from "../rewrite.ts";
import { lex, type Lexed } from "../tex/lex.ts";
import { bbox, enclose, style } from "./boxes.ts";
import { doubleStruck, spaces, unicode } from "./characters.ts";
import { colourArguments, colourModels } from "./colour.ts";
import { columns } from "./columns.ts";
import { plainEnvironments, roots, shifts, skew } from "./plain-tex.ts";
import { debris, intertext, lineSizes, toggles, wrapping } from "./rows.ts";
import type { Step, StepContext } from "./step.ts";
import { textSigns } from "./text-signs.ts";
import { unbraced } from "./unbraced.ts";

/** Rewrites in the order in which they are applied; each sees the result of those before. */
export const steps: readonly Step[] = [
  spaces,
  wrapping,
  plainEnvironments,
  roots,
  skew,
  shifts,
  columns,
  lineSizes,
  debris,
  intertext,
  toggles,
  unicode,
  doubleStruck,
  colourModels,
  colourArguments,
  bbox,
  enclose,
  style,
  textSigns,
  unbraced,
];

export interface ForKatex {
  readonly rewritten: Rewritten;
  /** Its tokens. */
  readonly lexed: Lexed;
  /** At places of the author's TeX. */
  readonly problems: readonly Problem[];
  /** Names of the steps that changed something. */
  readonly applied: readonly string[];
}

/** Rewrites TeX, or the body of a macro, into TeX that KaTeX reads as MathJax reads the original. */
export function rewriteForKatex(source: Rewritten, context: Omit<StepContext, "note">): ForKatex {
  const problems: Problem[] = [];
  const applied: string[] = [];
  let rewritten = source;
  let lexed = lex(source.tex);
  for (const { name, trigger, edits: editsOf } of steps) {
    if (!trigger.test(rewritten.tex)) continue;
    const { toSource } = rewritten;
    const note = (problem: Problem) => problems.push(problemBack(problem, toSource));
    const edits = editsOf(lexed, { ...context, note });
    if (edits.length === 0) continue;
    applied.push(name);
    rewritten = applyEdits(rewritten, edits);
    lexed = lex(rewritten.tex);
  }
  return { rewritten, lexed, problems, applied };
}
