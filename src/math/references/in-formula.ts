import { groupAt } from "../tex/arguments.ts";
import type { Lexed } from "../tex/lex.ts";

/** `\eqref{a}` or `\ref{a}` inside of a larger formula. */
export interface InnerReference {
  readonly kind: "eqref" | "ref";
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

const kinds: Readonly<Record<string, InnerReference["kind"]>> = { "\\eqref": "eqref", "\\ref": "ref" };

/** The references in a TeX, in order. */
export function innerReferences(lexed: Lexed): readonly InnerReference[] {
  return lexed.tokens.flatMap(({ text, start }, index) => {
    const kind = Object.hasOwn(kinds, text) ? kinds[text] : undefined;
    const group = kind && groupAt(lexed, index + 1);
    return kind && group ? [{ kind, label: group.inner.trim(), start, end: group.end }] : [];
  });
}
