import type { WorkName } from "../../model/bibliography.ts";
import type { GbtEdition } from "../../model/citation.ts";

/** How many names are printed before 等 or et al. */
const shown = 3;

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Whether a text is Chinese, Japanese or Korean: then 等 and 译 stand for et al. and trans. */
export function isEastAsian(text: string): boolean {
  return eastAsian.test(text);
}

/**
 * Names by GB/T 7714: family name first, given names as initials without points, three at most. The edition of 2015 has
 * family names in capitals. East Asian names stand as they are, and so do bodies.
 *
 * @param hasMore whether the author has left names out
 */
export function namesOf(names: readonly WorkName[], hasMore: boolean, edition: GbtEdition): string {
  const comma = edition === "2025" ? "，" : ", ";
  const first = names.slice(0, shown);
  const others = isEastAsian(first.map(({ family }) => family).join("")) ? "等" : "et al";
  return [...first.map((name) => nameOf(name, edition)), ...(hasMore || names.length > shown ? [others] : [])].join(
    comma,
  );
}

function nameOf({ family, given, suffix }: WorkName, edition: GbtEdition): string {
  if (given === undefined) return family;
  if (isEastAsian(family)) return family + given;
  const last = edition === "2015" ? family.toUpperCase() : family;
  return [last, initials(given), suffix?.replace(/\.$/, "")].filter(Boolean).join(" ");
}

/** `Geoffrey E.` → `G E`, `Jean-Paul` → `J-P` */
function initials(given: string): string {
  return given
    .split(/[\s.]+/)
    .map((part) => part.replace(/([^-])[^-]*/gu, "$1").toUpperCase())
    .join(" ")
    .trim();
}
