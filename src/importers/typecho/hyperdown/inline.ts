import type { Holes } from "../../html/holes.ts";

/** What stands for itself in a line: code, addresses between angle brackets, tags, comments; each of bounded length. */
const verbatim =
  /(?<!`)(`+)(?!`).{1,4000}?(?<!`)\1(?!`)|<https?:\/\/[^>\s]{1,2000}>|<\/?[a-z][a-z0-9-]*(?:\s[^>]{0,2000})?\/?>|<!--.{0,4000}?-->/gi;
/** The address of a link or picture; the title is what follows its first space, with quotation marks or without. */
const target =
  /(?<=\[[^\]]{0,500}\]|\)\])\(\s{0,9}((?:[^()\s\\]|\\.|\([^()\s]*\))+)(?:\s{1,9}([^)]{0,500}?))?\s{0,9}\)/g;
const bareAddress = /(?<!["(<\w])https?:\/\/[-a-zA-Z0-9@:%._+~#=]{1,256}[-a-zA-Z0-9@:%_+.~#?&/=]*/g;

/**
 * Writes the text of one line so that CommonMark shows what HyperDown shows: a backslash stays visible before signs
 * that HyperDown knows no escape for, `_` means something only between white space, and an address ends where the
 * letters of addresses end.
 */
export function convertInline(line: string, holes: Holes): string {
  const kept = (text: string) => holes.add(text);
  const protectedParts = line
    .replace(verbatim, kept)
    .replace(/\\(.)|\\$/gu, (all: string, one?: string) => kept(one === undefined ? "\\\\" : escaped(all, one)))
    .replace(target, (_all, address: string, title?: string) => kept(`(${address}${titleOf(title)})`))
    .replace(bareAddress, (address) => kept(`<${address}>`));
  return emphasis(protectedParts);
}

/** HyperDown takes the backslash away before these signs only, and shows it before all others. */
function escaped(all: string, one: string): string {
  if (/^[-[\]/{}()*+?.\\^$|]$/.test(one)) return all;
  return /^[!-/:-@[-`{-~]$/.test(one) ? `\\\\\\${one}` : `\\\\${one}`;
}

function titleOf(title: string | undefined): string {
  const text = title?.trim().replace(/^["']+|["']+$/g, "") ?? "";
  return text === "" ? "" : ` "${text.replaceAll('"', "&quot;")}"`;
}

/** Between white space HyperDown reads `_`; between letters and digits it means nothing to CommonMark either. */
const underscores = /((?<=^|\s)(_{1,3})(?:\S.*?)\2(?=\s|$)|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}]))|_+/gu;
/** Asterisks may have white space on their inner sides, which CommonMark wants outside. */
const asterisks = /(\*{1,3})(?!\*)(\s*)([^*\s](?:[^*]*[^*\s])?)(\s*)\1(?!\*)/g;

function emphasis(line: string): string {
  return line
    .replace(asterisks, "$2$1$3$1$4")
    .replace(underscores, (all: string, kept?: string) => (kept === undefined ? all.replaceAll("_", "\\_") : all));
}
