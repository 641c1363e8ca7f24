import type { Html } from "../model/brand.ts";
import type { EquationTarget } from "../model/post.ts";
import { escapeHtml } from "./escape.ts";
import { fragmentOf } from "./fragment.ts";

/** What a reference says: its kind, and its TeX for copying. */
export interface EquationLink {
  readonly kind: "eqref" | "ref";
  readonly tex: string;
}

/**
 * A reference as a link. `\eqref` always has parentheses, `\ref` the bare number.
 *
 * @param url address of the page of the equation; empty on the same page
 */
export function equationLink({ kind, tex }: EquationLink, { id, numberHtml }: EquationTarget, url: string): Html {
  const text = kind === "eqref" ? `(${numberHtml})` : numberHtml;
  const href = escapeHtml(url + fragmentOf(id));
  return `<a class="eqref ref" href="${href}" data-tex="${escapeHtml(tex)}">${text}</a>` as Html;
}

/** A reference that leads nowhere. */
export function missingEquation({ kind, tex }: EquationLink): Html {
  const text = kind === "eqref" ? "(??)" : "??";
  return `<span class="eqref-missing" data-tex="${escapeHtml(tex)}">${text}</span>` as Html;
}
