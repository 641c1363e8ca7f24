import type { Html } from "../model/brand.ts";
import type { TexFailure, TexMacro, TexRange, TexRenderer, TexSession } from "../model/ports.ts";
import type { EquationTarget, FormulaRow, PostReference } from "../model/post.ts";
import { escapeHtml } from "../text/escape.ts";
import { macroTable } from "./compat/macro-table.ts";
import { errorBox } from "./katex/error-box.ts";
import { finish, presentation, type PlacedReference } from "./katex/finish.ts";
import { handOver } from "./katex/hand-over.ts";
import { lintFormula } from "./lints/formula-lints.ts";
import { problemsOfRemarks } from "./lints/renderer-remarks.ts";
import { failureProblem } from "./macros/failure.ts";
import { arityWith, rewriteBody } from "./macros/macro-table.ts";
import type { PreparedFormula, PreparedPost } from "./prepare.ts";
import { problemBack, rangeBack, type Problem } from "./problem.ts";
import { innerReferences, type InnerReference } from "./references/in-formula.ts";
import { resolveReference, type Resolved, type RowName } from "./references/resolve.ts";
import { applyEdits, unchanged } from "./rewrite.ts";
import { lex } from "./tex/lex.ts";

export interface FormulasInput {
  readonly tex: TexRenderer;
  /** Macros of the site and of the front matter. */
  readonly macros: readonly TexMacro[];
  readonly prepared: Pick<PreparedPost, "places">;
  /** What labels name. */
  readonly names: ReadonlyMap<string, RowName>;
  /** How many of the first formulas belong to the title, which is a link in lists and may hold no other. */
  readonly titleFormulas: number;
  /** Whether formulas may link to nothing but equations. */
  readonly isClosed?: boolean;
}

/** A reference inside a formula, at its place in the author's TeX. */
export interface FoundReference extends Omit<PostReference, "span"> {
  readonly at: TexRange;
}

export interface SetFormula {
  readonly html: Html;
  readonly failed: boolean;
  readonly problems: readonly Problem[];
  readonly references: readonly FoundReference[];
  /** The command that does not exist, about which the last problem is. */
  readonly unknown?: string;
}

export interface FormulaPlace {
  readonly index: number;
  readonly rows: readonly FormulaRow[];
  /** Index that the first reference of the formula has among those of the post. */
  readonly firstReference: number;
}

/** Sets the formulas of one post, in order, in a session of its own. */
export function openFormulas(input: FormulasInput) {
  const arity = arityWith(new Map(input.macros.map((one) => [one.name, one])));
  const session = input.tex.open([...macroTable, ...input.macros.map((macro) => rewriteBody(macro, arity))]);
  const { names } = input;
  /** Formulas that were prepared as one are set once. */
  const before = new Map<PreparedFormula["rewritten"], SetFormula>();
  return {
    resolve: (label: string): Resolved => resolveReference(label, names),
    /** Number and identifier as they are printed; the macros are those at the end of the post. */
    target: ({ id, number }: RowName): EquationTarget => {
      return { id, ...printedNumber(withNumbers(number, names), session) };
    },
    /** A row with its number as text. */
    printed: (row: FormulaRow): FormulaRow => ({
      ...row,
      number: printedNumber(withNumbers(row.number, names), session).number,
      shown: printedNumber(withNumbers(row.shown, names), session).number,
    }),
    set(formula: PreparedFormula, place: FormulaPlace): SetFormula {
      if (formula.macros.length > 0) before.clear();
      const same = before.get(formula.rewritten);
      if (same) return same;
      const one = setFormula(formula, place, { ...input, session });
      // What has a number, or names one, is not the same a second time.
      if (place.rows.length === 0 && one.references.length === 0) before.set(formula.rewritten, one);
      return one;
    },
  };
}

interface Context extends FormulasInput {
  readonly session: TexSession;
}

function setFormula(formula: PreparedFormula, place: FormulaPlace, context: Context): SetFormula {
  const defined = define(formula, place.index, context);
  const { tex, layout } = formula.source;
  if (formula.isEmpty) return { html: "" as Html, failed: false, problems: defined, references: [] };
  if (formula.refusal) {
    const html = errorBox(tex, formula.refusal.message, place.rows);
    return { html, failed: true, problems: [...defined, formula.refusal], references: [] };
  }
  const lints = lintFormula(formula, context.tex.commands);
  const links = linker(formula, place, context);
  const shown = ({ shown: text }: FormulaRow) => withNumbers(text, context.names);
  const handed = handOver({ formula, rows: place.rows, reference: links.toTex, shown });
  const issued = new Set([...handed.ids.keys(), ...links.placed.map(({ key }) => `#${key}`), missingClass]);
  const display = layout !== "inline" || formula.display.environment !== undefined;
  const { isClosed = false } = context;
  const result = context.session.render(handed.rewritten.tex, { display, issued, isClosed });
  const { toSource } = handed.rewritten;
  if (!result.ok) {
    const { places } = context.prepared;
    const commands = context.tex.commands;
    const failure = { places, index: place.index, commands, tex: handed.rewritten.tex };
    const problem = problemBack(failureProblem(result, failure), toSource);
    const html = errorBox(tex, problem.message, place.rows);
    return {
      html,
      failed: true,
      problems: [...defined, ...lints, problem],
      references: links.found,
      ...unknownIn(result),
    };
  }
  const remarks = problemsOfRemarks(result.warnings, handed.rewritten.tex, !display).map((problem) =>
    problemBack(problem, toSource),
  );
  const numbers = handed.rows ? place.rows.map((row) => numberMathml(shown(row), context.session)) : [];
  const html = finish(result.html, { tex, ids: handed.ids, references: links.placed, numbers, isInline: !display });
  return { html, failed: false, problems: [...defined, ...lints, ...remarks], references: links.found };
}

function unknownIn({ unknown }: TexFailure): { readonly unknown?: string } {
  return unknown === undefined ? {} : { unknown };
}

/** Defines the macros of a formula; what the renderer refuses is reported at the macro's name. */
function define({ macros }: PreparedFormula, index: number, { session, prepared }: Context): readonly Problem[] {
  return macros.flatMap((macro): readonly Problem[] => {
    const failure = session.define(macro);
    if (!failure) return [];
    const place = prepared.places.find((one) => one.index === index && one.name === macro.name);
    const message = `${macro.name} cannot be defined: ${failure.message}`;
    return [{ code: "math/macro-invalid", message, ...(place && { at: place.at }) }];
  });
}

/** Class of a reference that leads nowhere. */
const missingClass = "eqref-missing";

/** Turns the references of a formula into TeX and remembers what they were. */
function linker({ rewritten }: PreparedFormula, { index, firstReference }: FormulaPlace, context: Context) {
  const placed: PlacedReference[] = [];
  const found: FoundReference[] = [];
  const toTex = ({ kind, label, start, end }: InnerReference): string => {
    const resolved = resolveReference(label, context.names);
    const at = rangeBack({ offset: start, length: end - start }, rewritten.toSource);
    const number = firstReference + found.length;
    const { row, ...rest } = resolved;
    const target = row && { id: row.id, ...printedNumber(withNumbers(row.number, context.names), context.session) };
    found.push({ kind, tex: `\\${kind}{${label}}`, at, ...rest, ...(target && { target }) });
    const text = (inner: string) => `\\text{${kind === "eqref" ? `(${inner})` : inner}}`;
    if (!row && resolved.post === undefined) return `\\htmlClass{${missingClass}}{${text("??")}}`;
    const key = `ref${placed.length}`;
    const word = `xref${letters(placed.length)}number`;
    placed.push({ key, index: number, ...(row ? { id: row.id } : { word }) });
    const shown = text(row ? withNumbers(row.number, context.names) : word);
    return index < context.titleFormulas ? `{${shown}}` : `\\href{#${key}}{${shown}}`;
  };
  return { placed, found, toTex };
}

/** `a`, `b`, … for the words that stand for numbers; digits would be set apart. */
function letters(count: number): string {
  return Array.from(String(count), (digit) => String.fromCharCode(97 + Number(digit))).join("");
}

/** The text of a tag with the numbers of what it refers to, as in `\tag{\ref{a}'}`. */
function withNumbers(text: string, names: ReadonlyMap<string, RowName>): string {
  if (!text.includes("\\")) return text;
  const edits = innerReferences(lex(text)).map(({ kind, label, start, end }) => {
    const number = names.get(label)?.number ?? "??";
    return { start, end, text: kind === "eqref" ? `(${number})` : number };
  });
  return applyEdits(unchanged(text), edits).tex;
}

/** Whether a number is more than plain text. */
function isTex(number: string): boolean {
  return /[\\${}~^_]/.test(number);
}

/** A number without the signs of TeX. */
function plain(number: string): string {
  return number.replace(/[$\\{}]/g, "").trim();
}

/** A number as text and as markup. */
function printedNumber(number: string, session: TexSession): Omit<EquationTarget, "id"> {
  const result = isTex(number) ? session.render(`\\text{${number}}`, { display: false }) : undefined;
  if (result?.ok !== true) return { number: plain(number), numberHtml: escapeHtml(plain(number)) };
  return { number: presentation(result.html).replace(/<[^>]*>/g, ""), numberHtml: result.html };
}

function numberMathml(shown: string, session: TexSession): string {
  const result = isTex(shown) ? session.render(`\\text{${shown}}`, { display: false }) : undefined;
  return result?.ok === true ? presentation(result.html) : `<mtext>${escapeHtml(plain(shown))}</mtext>`;
}
