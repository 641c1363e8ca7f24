import type { Html } from "../model/brand.ts";
import type { MathConfig, SiteConfig } from "../model/config.ts";
import type { Formula, FormulaRow } from "../model/post.ts";
import { escapeHtml } from "../text/escape.ts";
import { formulaSize } from "../text/formula-size.ts";
import { oldAnchor } from "../text/old-anchor.ts";

/** Words for boxes of displayed formulas, read by screen readers. */
const formulaName = { "zh-CN": "公式", en: "Formula" } as const;

/** From this width on, in em, a display may be wider than the smallest page in print, 160 mm less its margins. */
const wideDisplay = 26;

/** Displays are about this high, in em, unless they say something else. */
const highDisplay = 1.6;

/** A part of a formula in the line that is wider than this, in em, is wider than a phone, or than any column. */
const wideInline = { phone: 15, column: 34 } as const;

export interface BoxOptions {
  readonly language: SiteConfig["language"];
  readonly anchors: MathConfig["anchors"];
  /** False where the same formula stands on another page: identifiers are left out. */
  readonly identified: boolean;
}

/**
 * A formula in its box: displays scroll by themselves and can be reached by keyboard, and so does a formula in the
 * line that cannot be broken. The identifier of a single number stands on the box, so that a jump does not scroll it
 * sideways; those of several stand at the rows. A high display says how high it is, so that browsers can keep its place before they lay
 * it out, and how wide if it is too wide for paper, so that print can shrink it.
 */
export function formulaBox({ html, layout, rows }: Formula, { language, anchors, identified }: BoxOptions): Html {
  const inner = identified ? html : (html.replace(/ id="[^"]*"/g, "") as Html);
  if (html === "") return inner;
  const { width, widest, height } = formulaSize(html);
  if (layout === "inline") return inlineBox(inner, widest, language);
  const tag = layout === "block" ? "div" : "span";
  const [only] = rows.length === 1 ? rows : [];
  const id = only && identified ? ` id="${escapeHtml(only.id)}"` : "";
  const label = [formulaName[language], ...rows.map(({ shown }) => shown)].join(" ");
  const old = identified ? rows.map((row) => anchorSpan(row, anchors)).join("") : "";
  const name = ["eq", ...(rows.length > 0 ? ["numbered"] : []), ...(width > wideDisplay ? ["wide"] : [])].join(" ");
  const sizes = [
    ...(height > highDisplay ? [`--h:${Math.round(height * 10) / 10}`] : []),
    ...(width > wideDisplay ? [`--w:${Math.ceil(width)}`] : []),
  ];
  const style = sizes.length > 0 ? ` style="${sizes.join(";")}"` : "";
  const numbers = identified ? numbersOf(rows) : "";
  return `<${tag} class="${name}"${id}${numbers}${style} tabindex="0" role="group" aria-label="${escapeHtml(label)}">${old}${inner}</${tag}>` as Html;
}

/** A formula in the line breaks between its parts; one with a part that is too wide scrolls. */
function inlineBox(html: Html, widest: number, language: SiteConfig["language"]): Html {
  if (widest <= wideInline.phone) return html;
  const name = widest > wideInline.column ? "long always" : "long";
  return `<span class="${name}" tabindex="0" role="group" aria-label="${formulaName[language]}">${html}</span>` as Html;
}

/** The number of every row, for copying; `null` for a row without. */
function numbersOf(rows: readonly FormulaRow[]): string {
  const last = rows.at(-1);
  if (!last) return "";
  const numbers = Array.from({ length: last.row + 1 }, (_, row) => rows.find((one) => one.row === row)?.number ?? null);
  return ` data-numbers="${escapeHtml(JSON.stringify(numbers))}"`;
}

function anchorSpan(row: FormulaRow, form: MathConfig["anchors"]): string {
  const id = oldAnchor(row, form);
  return id === undefined ? "" : `<span id="${escapeHtml(id)}"></span>`;
}
