import type { MathConfig } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { TexRenderer } from "../model/ports.ts";
import type { Formula, ParsedPost, Post, PostReference, SourceFormula, UnknownCommand } from "../model/post.ts";
import type { Span } from "../model/position.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { expansionsOf } from "./macros/final-macros.ts";
import { configuredMacros, macroProblems } from "./macros/macro-table.ts";
import { numberPrepared } from "./numbers/number-formulas.ts";
import { placeIn } from "./place.ts";
import { prepareFormulas } from "./prepare.ts";
import type { Problem } from "./problem.ts";
import { labelTable } from "./references/label-table.ts";
import { labelProblems } from "./references/label-problems.ts";
import { typedNumberRemarks } from "./references/typed-numbers.ts";
import { openFormulas } from "./set-formula.ts";

export interface TypesetOptions {
  readonly math: MathConfig;
  /** The counter of equations before the first one. */
  readonly after: number;
}

/**
 * Typesets the formulas of one post: macros, numbers, labels, references, then KaTeX. A formula that fails becomes
 * a box with its source and a diagnostic at the place of the fault; all others are as if it were not there.
 * References that the post does not resolve are left for the site, which knows the other posts.
 */
export function typeset(post: ParsedPost, { math, after }: TypesetOptions, tex: TexRenderer): Outcome<Post> {
  const { formulas, references, typedNumbers, ...rest } = post;
  const diagnostics: Diagnostic[] = [];
  const report = (formula: SourceFormula, problem: Problem) => {
    diagnostics.push(toDiagnostic(rest.path, formula, problem));
  };
  const macros = configuredMacros({ ...math.macros, ...rest.meta.macros });
  const prepared = prepareFormulas(formulas, { macros }, tex.commands);
  const numbered = numberPrepared(prepared.formulas, { ...math, after, taken: rest.anchors });
  const labels = labelTable(numbered.formulas);
  const names = new Map([...labels.byName].map(([label, { row }]) => [label, row]));
  const session = openFormulas({ tex, macros, prepared, names, titleFormulas: holesIn(rest.title) });
  const inFormulas: PostReference[] = [];
  const unknownCommands: UnknownCommand[] = [];
  const done = numbered.formulas.map(({ prepared: formula, rows, problems }, index): Formula => {
    const { source } = formula;
    const one = session.set(formula, { index, rows, firstReference: references.length + inFormulas.length });
    inFormulas.push(...one.references.map(({ at, ...reference }) => ({ ...reference, span: placeIn(source, at) })));
    if (one.unknown !== undefined)
      unknownCommands.push({ name: one.unknown, span: spanOf(source, one.problems.at(-1)) });
    for (const problem of [...formula.problems, ...problems, ...one.problems]) report(source, problem);
    const layout = source.layout === "inline" && formula.display.environment ? "display" : source.layout;
    return { tex: source.tex, layout, rows: rows.map(session.printed), html: one.html, failed: one.failed };
  });
  const inText = references.map(({ kind, label, span }): PostReference => {
    const { row, ...resolved } = session.resolve(label);
    return { kind, tex: `\\${kind}{${label}}`, span, ...resolved, ...(row && { target: session.target(row) }) };
  });
  const all = [...inText, ...inFormulas];
  const ofPost = [
    ...labels.problems,
    ...macroProblems(prepared.places, { used: prepared.used, commands: tex.commands }),
    ...labelProblems(numbered.formulas, all),
  ];
  for (const { formula, ...problem } of ofPost) report(formula, problem);
  diagnostics.push(...typedNumberRemarks(rest.path, typedNumbers, numbered.formulas));
  const named = [...labels.byName].map(([label, { row }]) => ({ label, ...session.target(row) }));
  return {
    value: {
      ...rest,
      formulas: done,
      references: all,
      labels: named,
      lastNumber: numbered.last,
      macros: [...new Set(prepared.places.map(({ name }) => name))],
      expansions: expansionsOf(formulas, rest.meta.macros),
      unknownCommands,
      rewrites: prepared.formulas.flatMap(({ applied }) => applied),
    },
    diagnostics,
  };
}

/** The formulas of the title are the first of the post. */
function holesIn(title: ParsedPost["title"]): number {
  return title.split("<x-formula ").length - 1;
}

function spanOf(formula: SourceFormula, problem: Problem | undefined): Span {
  return problem?.at ? placeIn(formula, problem.at) : formula.span;
}

function toDiagnostic(path: ParsedPost["path"], formula: SourceFormula, problem: Problem): Diagnostic {
  const { code, message, hint, severity, related } = problem;
  return diagnostic(code, path, message, {
    span: spanOf(formula, problem),
    hint,
    ...(severity && { severity }),
    ...(related && {
      related: related.map((one) => ({ file: path, span: placeIn(one.formula, one.at), message: one.message })),
    }),
  });
}
