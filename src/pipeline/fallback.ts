import type { Html } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { FallbackRequest, TexFallback } from "../model/ports.ts";
import type { Formula, ParsedPost, Post, SourceFormula } from "../model/post.ts";
import type { Span } from "../model/position.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { liftDefinitions } from "../math/macros/lift.ts";
import { findRows } from "../math/numbers/find-rows.ts";
import { innerReferences } from "../math/references/in-formula.ts";
import { applyEdits, cut, unchanged } from "../math/rewrite.ts";
import { lex } from "../math/tex/lex.ts";

/** Diagnostics of a formula that the first renderer could not set. */
const failures: ReadonlySet<string> = new Set(["math/katex", "math/unknown-command"]);

export interface FallbackInput {
  readonly fallback: TexFallback | undefined;
  /** Macros of the site and of the post. */
  readonly macros: Readonly<Record<string, string>>;
}

export interface WithFallback {
  readonly post: Post;
  /** How many formulas the second renderer has set. */
  readonly count: number;
}

/**
 * Gives the formulas that failed to the second renderer, with the definitions before them. What it can set takes the
 * place of the box; the error becomes the remark math/fallback. Numbers stand beside the formula as they stand
 * beside a box. A formula that is too large or damaged is not tried.
 */
export async function setByFallback(
  parsed: ParsedPost,
  { value: post, diagnostics }: Outcome<Post>,
  { fallback, macros }: FallbackInput,
): Promise<Outcome<WithFallback>> {
  const places = diagnostics.flatMap(({ code, span }) => (failures.has(code) && span ? [span] : []));
  const isTried = (index: number) => {
    const source = parsed.formulas[index];
    return (
      post.formulas[index]?.failed === true && source !== undefined && places.some((one) => isInside(one, source.span))
    );
  };
  const last = parsed.formulas.findLastIndex((_formula, index) => isTried(index));
  if (!fallback || last === -1) return { value: { post, count: 0 }, diagnostics };
  const session = await fallback.open(macros);
  const done = new Map<SourceFormula, Html>();
  for (const [index, source] of parsed.formulas.slice(0, last + 1).entries()) {
    const definitions = definitionsIn(source.tex);
    if (definitions !== "") session.define(definitions);
    if (!isTried(index)) continue;
    const result = await session.render(toRequest(source, post));
    if (result.ok) done.set(source, result.html);
  }
  const formulas = post.formulas.map((formula, index): Formula => {
    const source = parsed.formulas[index];
    const html = source && done.get(source);
    return html === undefined ? formula : { ...formula, html: inPlaceOfBox(formula.html, html), failed: false };
  });
  const isSolved = (place: Span | undefined) => [...done.keys()].some(({ span }) => isInside(place, span));
  const unknownCommands = post.unknownCommands.filter(({ span }) => !isSolved(span));
  return {
    value: { post: { ...post, formulas, unknownCommands }, count: done.size },
    diagnostics: diagnostics.map((one) => (failures.has(one.code) && isSolved(one.span) ? toRemark(one) : one)),
  };
}

/** The definitions of a formula as they are written; those inside are the post's from here on. */
function definitionsIn(tex: string): string {
  return liftDefinitions(lex(tex))
    .edits.map(({ start, end }) => tex.slice(start, end))
    .join("");
}

/** The TeX of a formula without labels, tags and references: their numbers are already known. */
function toRequest({ tex, layout }: SourceFormula, { labels }: Post): FallbackRequest {
  const lexed = lex(tex);
  const { cuts } = findRows(lexed);
  const edits = cuts.map(({ first, next }) => cut(lexed.tokens[first]?.start ?? 0, lexed.tokens[next - 1]?.end ?? 0));
  const references = innerReferences(lexed).map(({ kind, label, start, end }) => {
    const number = labels.find((one) => one.label === label)?.number ?? "??";
    return { start, end, text: `\\text{${kind === "eqref" ? `(${number})` : number}}` };
  });
  const request = applyEdits(unchanged(tex), [...edits, ...references]);
  return { tex: request.tex, display: layout !== "inline", source: tex };
}

/** The numbers behind the box stay. */
function inPlaceOfBox(box: Html, html: Html): Html {
  return box.replace(/^<code class="math-error"[^]*?<\/code>/, () => html) as Html;
}

function isInside(inner: Span | undefined, outer: Span): boolean {
  return inner !== undefined && outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;
}

function toRemark({ file, span, message }: Diagnostic): Diagnostic {
  return diagnostic("math/fallback", file, `MathJax has set the formula, because KaTeX cannot: ${message}`, { span });
}
