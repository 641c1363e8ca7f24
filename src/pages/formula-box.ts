import type { Html } from "../model/brand.ts";
import type { MathConfig, SiteConfig } from "../model/config.ts";
import type { Formula, FormulaRow } from "../model/post.ts";
import { escapeHtml } from "../text/escape.ts";
import { oldAnchor } from "../text/old-anchor.ts";

/** Words for boxes of displayed formulas, read by screen readers. */
const formulaName = { "zh-CN": "公式", en: "Formula" } as const;

export interface BoxOptions {
  readonly language: SiteConfig["language"];
  readonly anchors: MathConfig["anchors"];
  /** False where the same formula stands on another page: identifiers are left out. */
  readonly identified: boolean;
}

/**
 * A formula in its box: displays scroll by themselves and can be reached by keyboard. The identifier of a single
 * number stands on the box, so that a jump does not scroll it sideways; those of several stand at the rows.
 */
export function formulaBox({ html, layout, rows }: Formula, { language, anchors, identified }: BoxOptions): Html {
  const inner = identified ? html : (html.replace(/ id="[^"]*"/g, "") as Html);
  if (layout === "inline" || html === "") return inner;
  const tag = layout === "block" ? "div" : "span";
  const [only] = rows.length === 1 ? rows : [];
  const id = only && identified ? ` id="${escapeHtml(only.id)}"` : "";
  const label = [formulaName[language], ...rows.map(({ shown }) => shown)].join(" ");
  const old = identified ? rows.map((row) => anchorSpan(row, anchors)).join("") : "";
  const name = rows.length > 0 ? "eq numbered" : "eq";
  return `<${tag} class="${name}"${id}${identified ? numbersOf(rows) : ""} tabindex="0" role="group" aria-label="${escapeHtml(label)}">${old}${inner}</${tag}>` as Html;
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
