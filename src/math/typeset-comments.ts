import type { MathConfig } from "../model/config.ts";
import type { TexRenderer } from "../model/ports.ts";
import type { Formula, PostLabel, PostReference, SourceFormula, SourceReference } from "../model/post.ts";
import type { Span } from "../model/position.ts";
import { itemAt } from "../text/known.ts";
import { numberPrepared } from "./numbers/number-formulas.ts";
import { placeIn } from "./place.ts";
import { prepareFormulas, type Definitions } from "./prepare.ts";
import { resolveReference } from "./references/resolve.ts";
import { openFormulas } from "./set-formula.ts";

/** What the comments of a post know of it. */
export interface CommentMath {
  readonly math: MathConfig;
  /** As they are at the end of the post. */
  readonly definitions: Definitions;
  readonly labels: readonly PostLabel[];
}

export interface CommentFormulas {
  readonly formulas: readonly SourceFormula[];
  readonly references: readonly SourceReference[];
}

export interface TypesetComment {
  readonly formulas: readonly Formula[];
  readonly references: readonly PostReference[];
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

/**
 * Gives a function that typesets the formulas of a comment with the macros and the labels of its post. A comment
 * defines nothing for the post or for other comments, has no numbers but those it writes itself with `\tag`, and
 * links to nothing but equations. A formula that fails becomes a box with its source.
 */
export function openComments(
  { math, definitions, labels }: CommentMath,
  tex: TexRenderer,
): (comment: CommentFormulas) => TypesetComment {
  const names = new Map(labels.map((one) => [one.label, one]));
  const input = { tex, macros: definitions.macros, names, isClosed: true };
  const open = (places: ReturnType<typeof prepareFormulas>["places"]) =>
    openFormulas({ ...input, prepared: { places }, titleFormulas: 0 });
  // Comments that define nothing share a session, which is dear to open.
  let shared: ReturnType<typeof open> | undefined;
  return ({ formulas, references }) => {
    const prepared = prepareFormulas(formulas, definitions, tex.commands);
    const numbered = numberPrepared(prepared.formulas, { ...math, numbering: "none", after: 0, taken: [] });
    const own = prepared.places.length > 0 ? open(prepared.places) : undefined;
    const found: PostReference[] = [];
    const problems: { message: string; span: Span }[] = [];
    const done = numbered.formulas.map(({ prepared: formula, rows }, index): Formula => {
      const { source } = formula;
      const session = own ?? (shared ??= open([]));
      const one = session.set(formula, { index, rows, firstReference: references.length + found.length });
      found.push(...one.references.map(({ at, ...reference }) => ({ ...reference, span: placeIn(source, at) })));
      if (one.failed) {
        const { message, at } = itemAt(one.problems, one.problems.length - 1);
        problems.push({ message, span: at ? placeIn(source, at) : source.span });
      }
      const layout = source.layout === "inline" && formula.display.environment ? "display" : source.layout;
      return { tex: source.tex, layout, rows: rows.map(session.printed), html: one.html, failed: one.failed };
    });
    const inText = references.map(({ kind, label, span }): PostReference => {
      const { row: _row, ...resolved } = resolveReference(label, names);
      const target = names.get(resolved.label);
      return { kind, tex: `\\${kind}{${label}}`, span, ...resolved, ...(target && { target }) };
    });
    for (const { target, post, label, span } of [...inText, ...found])
      if (!target && post === undefined)
        problems.push({ message: `no numbered formula of the post is labelled “${label}”`, span });
    return { formulas: done, references: [...inText, ...found], problems };
  };
}
