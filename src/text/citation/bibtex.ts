import type { Citable, TitlePiece } from "../../model/citation.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * The citation as a BibTeX entry `@online{key, …}`.
 *
 * The key is kept but for characters that end it. The address is bare. In all other fields TeX's special characters are
 * escaped; formulas of the title stay as they are; words with Latin capitals stand in braces, because styles would
 * write them small.
 */
export function bibtex({ key, titlePieces, authors, day, url }: Citable): string {
  const fields: readonly (readonly [name: string, value: string])[] = [
    ["title", titlePieces.map(titlePiece).join("")],
    ...(authors.length === 0 ? [] : [["author", authors.map(authorName).join(" and ")] as const]),
    ...(day === undefined ? [] : dateFields(day)),
    ["url", bareUrl(url)],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@online{${key.replace(/[\s"#%'(),={}~\\]/g, "-")},\n${lines.join("")}}\n`;
}

function dateFields(day: string): readonly (readonly [name: string, value: string])[] {
  const [year = "", month = ""] = day.split("-");
  return [
    ["year", year],
    ["month", String(months[Number(month) - 1])],
    ["date", day],
  ];
}

/** A formula whose braces do not match would swallow the rest of the entry; it is printed as text. */
function titlePiece({ kind, value }: TitlePiece): string {
  if (kind === "math" && isBalanced(value)) return `$${value}$`;
  return value
    .split(latinWord)
    .map((part, index) => (index % 2 === 1 && /\p{Lu}/u.test(part) ? `{${part}}` : escape(part)))
    .join("");
}

const latinWord = /([\p{Script=Latin}\p{N}]+(?:['’+-][\p{Script=Latin}\p{N}]+)*)/u;
const special = /[\\#%&_${}~^]|\s+/g;
const escapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escape(text: string): string {
  return text.replace(special, (sign) => escapes[sign] ?? (/\s/.test(sign) ? " " : `\\${sign}`));
}

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const character of tex) {
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if (depth < 0 || character === "\n" || character === "$") return false;
  }
  return depth === 0;
}

/** A name that holds a comma or “and” is one name and stands in braces. */
function authorName(name: string): string {
  const escaped = escape(name);
  return /,|\band\b/.test(escaped) ? `{${escaped}}` : escaped;
}

function bareUrl(url: string): string {
  return url.replace(/[\s{}\\]/g, encodeURIComponent);
}
