import type { TexMacro } from "../model/ports.ts";
import type { SourceFormula } from "../model/post.ts";
import { rewriteForKatex } from "./compat/steps.ts";
import { expandEnvironments } from "./macros/expand-environments.ts";
import { liftDefinitions } from "./macros/lift.ts";
import { arityWith, commandsIn, commandsOf, rewriteBody, type MacroPlace } from "./macros/macro-table.ts";
import type { TexEnvironment } from "./macros/read-definition.ts";
import { findRows, type Display } from "./numbers/find-rows.ts";
import { problemBack, type Problem } from "./problem.ts";
import { refuse, type Refusal } from "./refuse.ts";
import { applyEdits, unchanged, type Rewritten } from "./rewrite.ts";
import { lex } from "./tex/lex.ts";

/** A formula ready to be numbered and handed over. */
export interface PreparedFormula {
  readonly source: SourceFormula;
  readonly refusal?: Refusal;
  /** The TeX without definitions, rewritten for KaTeX, and the way back. */
  readonly rewritten: Rewritten;
  readonly display: Display;
  /** Macros to be defined before this formula is set. */
  readonly macros: readonly TexMacro[];
  /** What `\setCounter` in the formula says. */
  readonly counter?: number;
  /** The formula defines something and shows nothing. */
  readonly isEmpty: boolean;
  readonly problems: readonly Problem[];
  /** Names of the rewrites that changed something. */
  readonly applied: readonly string[];
}

export interface PreparedPost {
  readonly formulas: readonly PreparedFormula[];
  /** Every definition of the post, in order. */
  readonly places: readonly MacroPlace[];
  /** Commands that stand in formulas or in bodies of macros. */
  readonly used: ReadonlySet<string>;
}

interface Known {
  readonly macros: Map<string, TexMacro>;
  readonly environments: Map<string, TexEnvironment>;
  readonly commands: ReadonlySet<string>;
}

/** What is defined before the first formula. */
export interface Definitions {
  readonly macros: readonly TexMacro[];
  readonly environments?: readonly TexEnvironment[];
}

/**
 * Lifts definitions out of the formulas of a post in document order, expands its environments, rewrites for KaTeX,
 * and takes displays apart. Nothing is typeset yet.
 *
 * @param defined by the site and the front matter
 * @param commands those of the renderer; `\providecommand` yields to them
 */
export function prepareFormulas(
  formulas: readonly SourceFormula[],
  { macros, environments = [] }: Definitions,
  commands: ReadonlySet<string>,
): PreparedPost {
  const byName = <T extends { readonly name: string }>(all: readonly T[]) => new Map(all.map((one) => [one.name, one]));
  const known: Known = { macros: byName(macros), environments: byName(environments), commands };
  const places: MacroPlace[] = [];
  const used = new Set(macros.flatMap(({ body }) => commandsIn(body)));
  /** A third of the formulas of a post are there before, and read the same until something is defined. */
  const before = new Map<string, PreparedFormula>();
  const prepared = formulas.map((source, index) => {
    const written = `${source.layout} ${source.env ?? ""} ${source.tex}`;
    const same = before.get(written);
    if (same) return { ...same, source };
    const one = prepareFormula(source, index, known);
    places.push(...one.places);
    for (const command of one.used) used.add(command);
    if (one.defines) before.clear();
    else before.set(written, one.formula);
    return one.formula;
  });
  return { formulas: prepared, places, used };
}

function prepareFormula(source: SourceFormula, index: number, known: Known) {
  const refusal = refuse(source.tex, known.commands);
  // What is too large is not looked into either; all else keeps its number even if it is not set.
  const tex = refusal?.code === "math/too-large" ? "" : source.tex;
  const lifted = liftDefinitions(lex(tex));
  const found = lifted.macros.filter(
    ({ intent, macro: { name } }) => intent !== "provide" || !(known.macros.has(name) || known.commands.has(name)),
  );
  for (const { macro } of found) known.macros.set(macro.name, macro);
  for (const environment of lifted.environments) known.environments.set(environment.name, environment);
  const arity = arityWith(known.macros);
  const plain = expandEnvironments(applyEdits(unchanged(tex), lifted.edits), known.environments);
  const display = source.layout !== "inline";
  const { rewritten, lexed, problems, applied } = rewriteForKatex(plain, { inMacro: false, display, arity });
  const defines = lifted.edits.length > 0;
  const macros = found.map(({ macro }) => rewriteBody(macro, arity));
  const formula: PreparedFormula = {
    source,
    ...(refusal && { refusal }),
    rewritten,
    display: findRows(lexed),
    macros,
    ...(lifted.counter !== undefined && { counter: lifted.counter }),
    isEmpty: defines && lexed.tokens.every(({ kind }) => kind === "space" || kind === "comment"),
    problems,
    applied,
  };
  return {
    formula,
    defines,
    places: found.map(({ macro: { name }, intent, offset, length }): MacroPlace => {
      return { name, intent, index, formula: source, at: { offset, length } };
    }),
    used: [...commandsOf(lexed), ...found.flatMap(({ macro }) => commandsIn(macro.body))],
  };
}

/** Problems of a prepared formula at places of the author's TeX. */
export function atSource({ rewritten }: PreparedFormula, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => problemBack(problem, rewritten.toSource));
}
