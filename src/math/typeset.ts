import type { Html } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { TexRenderer, TexResult } from "../model/ports.ts";
import type { Formula, ParsedPost, Post, SourceFormula } from "../model/post.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { escapeHtml } from "../text/escape.ts";
import { normalise } from "./normalise.ts";
import { placeIn } from "./place.ts";
import { refuse } from "./refuse.ts";

/**
 * Typesets the formulas of one post. A formula that fails becomes a box with its source and a diagnostic
 * at the place of the fault; all others are as if it were not there.
 *
 * @param macros those of the site and of the post, name with backslash → TeX
 */
export function typeset(
  { formulas, references: _references, ...rest }: ParsedPost,
  macros: Readonly<Record<string, string>>,
  tex: TexRenderer,
): Outcome<Post> {
  const diagnostics: Diagnostic[] = [];
  const done = formulas.map((formula) => {
    const one = typesetOne(formula, macros, tex);
    for (const { code, message, hint, at } of one.problems) {
      const span = at ? placeIn(formula, at.offset, at.length) : formula.span;
      diagnostics.push(diagnostic(code, rest.path, message, { span, hint }));
    }
    return one.formula;
  });
  return { value: { ...rest, formulas: done }, diagnostics };
}

interface Problem {
  readonly code: "math/katex" | "math/lint" | "math/too-large" | "math/control-character";
  readonly message: string;
  readonly hint?: string;
  readonly at?: { readonly offset: number; readonly length: number };
}

function typesetOne(
  { tex, layout }: SourceFormula,
  macros: Readonly<Record<string, string>>,
  renderer: TexRenderer,
): { readonly formula: Formula; readonly problems: readonly Problem[] } {
  const refused = refuse(tex);
  if (refused) {
    return { formula: failed(tex, layout, refused.message), problems: [refused as Problem] };
  }
  const rewritten = normalise(tex);
  const result: TexResult = renderer.render(rewritten.tex, { display: layout !== "inline", macros });
  const back = (at: Problem["at"]): Problem["at"] => {
    if (!at) return undefined;
    const offset = rewritten.toSource(at.offset);
    return { offset, length: Math.max(0, rewritten.toSource(at.offset + at.length) - offset) };
  };
  if (!result.ok) {
    const at = back(result.at);
    return {
      formula: failed(tex, layout, result.message),
      problems: [{ code: "math/katex", message: result.message, ...(at && { at }) }],
    };
  }
  const problems = result.warnings.map(({ message, at: place }): Problem => {
    const at = back(place);
    return { code: "math/lint", message, ...(at && { at }) };
  });
  return { formula: { tex, layout, html: annotate(result.html, tex), failed: false }, problems };
}

/** The source in a visible box; its text can be selected and copied. */
function failed(tex: string, layout: Formula["layout"], message: string): Formula {
  const html = `<code class="math-error" title="${escapeHtml(message)}">${escapeHtml(tex)}</code>` as Html;
  return { tex, layout, html, failed: true };
}

/** The annotation holds the TeX that the author wrote, not our copy: copying and assistive tools show it. */
function annotate(html: Html, tex: string): Html {
  return html.replace(
    /(<annotation encoding="application\/x-tex">)[\s\S]*?(<\/annotation>)/,
    (_all, open: string, close: string) => open + escapeHtml(tex) + close,
  ) as Html;
}
