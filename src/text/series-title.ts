import type { Half, PartNumber } from "../model/site.ts";
import { parseChineseNumeral } from "./chinese-numeral.ts";

/** What a title says about its place in a series. */
export interface SeriesTitle {
  /** With the author's characters, without the separators before the number. */
  readonly name: string;
  readonly part: PartNumber;
  /** What follows the number, without separators and without the half. */
  readonly subtitle?: string;
}

interface Candidate {
  /** Where the number begins with its bracket or colon, and where it ends. */
  readonly start: number;
  readonly end: number;
  readonly part: PartNumber;
}

/** 名（三）, 名（上）, 名（25上） */
const bracketed =
  /[（(]\s{0,9}([0-9０-９]{1,2}|[〇零一二两三四五六七八九十廿卅]{1,3})?\s{0,9}([上中下])?篇?\s{0,9}[）)]/gu;
/** 名：17、副题 and 名：1. 副题, but neither `：3.12` nor `：2.x` */
const afterColon =
  /[：:]\s{0,9}([0-9０-９]{1,2}|[〇零一二两三四五六七八九十廿卅]{1,3})\s{0,9}(?:、|[.．](?![0-9]|x\b))/gu;
const halfAtEnd = /[（(]\s{0,9}([上中下])篇?\s{0,9}[）)]\s*$/u;
const formula = /\\[^]|\$(?:\\[^]|[^$\\])*\$/g;
const chinese = "[〇零一二两三四五六七八九十廿卅]";
const separators = "：:·⋅•\\-—–~～|｜\\s";
const leading = new RegExp(`^[${separators}]+`, "u");
const trailing = new RegExp(`(?<![${separators}])[${separators}]+$`, "u");
/** Longest title that is read, in UTF-16 units. */
const maxLength = 500;

/**
 * Reads name and part number out of a title, or `undefined` if it names no part of a series.
 *
 * Forms, with full-width or half-width punctuation and any spaces: `名（三）：副题`, `名（三）`, `名（上）`,
 * `名（25）：副题（上）`, `【名】·（一）副题`, `名：3、副题`, `名：3. 副题`. Numbers go from 0 to 99, so that years are none. The
 * first number of the title counts. Not taken: numbers in formulas (`$f(3)$`), in quoted titles
 * (`读《名（三）：副题》`), groups and functions (`SO(3)`), lists (`名：1、2、3`), and names without a letter.
 */
export function parseSeriesTitle(title: string): SeriesTitle | undefined {
  if (title.length > maxLength) return undefined;
  // Formulas keep their length, so that offsets fit the title.
  const masked = title.replace(formula, (tex) => "\ufffc".repeat(tex.length));
  const [first] = [...candidates(masked, bracketed), ...candidates(masked, afterColon)]
    .filter((one) => fits(masked, one))
    .sort((a, b) => a.start - b.start);
  if (!first) return undefined;
  const half = halfAtEnd.exec(masked.slice(first.end));
  const rest = title.slice(first.end, half ? first.end + half.index : undefined);
  const subtitle = rest.replace(leading, "").trimEnd();
  return {
    name: title.slice(0, first.start).replace(trailing, "").trimStart(),
    part: { ...(half && toPart(undefined, half[1])), ...first.part },
    ...(subtitle !== "" && { subtitle }),
  };
}

function candidates(masked: string, form: RegExp): Candidate[] {
  return Array.from(masked.matchAll(form), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    part: toPart(match[1], match[2]),
  }));
}

function toPart(numeral: string | undefined, half: string | undefined): PartNumber {
  const number = numeral === undefined ? undefined : parseChineseNumeral(numeral);
  return {
    ...(number !== undefined && { number }),
    ...(half !== undefined && { half: ("上中下".indexOf(half) + 1) as Half }),
  };
}

/** Whether what stands around a number lets it be a part number. */
function fits(masked: string, { start, end, part }: Candidate): boolean {
  const name = masked.slice(0, start).trimEnd();
  const marker = masked.slice(start, end);
  const rest = masked.slice(end);
  if (part.number === undefined && part.half === undefined) return false;
  if (!/\p{L}/u.test(name) || insideQuotes(name)) return false;
  return /^[：:]/.test(marker) ? startsText(marker, rest) : endsName({ name: masked.slice(0, start), marker, rest });
}

/** After `名：3、` stands a text, not the next item of a list. */
function startsText(marker: string, rest: string): boolean {
  if (rest.trim() === "") return false;
  const next = new RegExp(chinese, "u").test(marker)
    ? new RegExp(`^\\s*${chinese}`, "u")
    : /^\s*[0-9０-９]+\s*(?:[、，,]|$)/u;
  return !next.test(rest);
}

/** After `名（3）` the title ends or goes on behind a separator; a name in 【】 needs none. */
function endsName({ name, marker, rest }: { name: string; marker: string; rest: string }): boolean {
  // SO(3), f(2): a short Latin word right before half-width brackets is a group or a function.
  if (/^\(\s*[0-9]/.test(marker) && /(?<![A-Za-z])[A-Za-z]{1,3}$/.test(name)) return false;
  if (/】[·⋅•\s]*$/u.test(name) || halfAtEnd.exec(rest.trimStart())?.index === 0) return true;
  const spaced = new RegExp(chinese, "u").test(marker) ? /^\s/u : /^\s*$/u;
  return /^\s*(?:$|[：:·⋅•\-–—|｜])/u.test(rest) || spaced.test(rest);
}

function insideQuotes(name: string): boolean {
  const count = (character: string) => name.split(character).length;
  return ["《》", "〈〉", "“”", "「」", "『』", "【】", "（）"].some(
    (pair) => count(pair.charAt(0)) > count(pair.charAt(1)),
  );
}

/**
 * A key under which spellings of one title are the same: NFKC, lower case, no white space, one form of
 * each quote, dash, middle dot, bracket and comma. Only for comparison, not for printing.
 */
export function foldTitle(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{DI}]+/gu, "")
    .normalize("NFKC")
    .replace(/[“”„‟«»「」『』〝〞〟]/gu, '"')
    .replace(/[‘’‚‛`´]/gu, "'")
    .replace(/[-‐‑‒–—―−─]+/gu, "-")
    .replace(/[⋅•‧∙・]/gu, "·")
    .replace(/[【〔〖]/gu, "[")
    .replace(/[】〕〗]/gu, "]")
    .replace(/[《〈]/gu, "<")
    .replace(/[》〉]/gu, ">")
    .replace(/[、]/gu, ",")
    .replace(/[。]/gu, ".");
}
