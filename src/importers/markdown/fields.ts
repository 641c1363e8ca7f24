import { parseDate } from "../../text/dates.ts";

/** Values of foreign front matter, read leniently; `undefined` is unknown. */
export type Fields = ReadonlyMap<string, unknown>;

/** One line of text; white space of any kind is folded. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return text === "" ? undefined : text;
}

/** The first of several keys that has a text. */
export function firstText(fields: Fields, keys: readonly string[]): string | undefined {
  return keys.map((key) => textOf(fields.get(key))).find((text) => text !== undefined);
}

/** Texts of a list, or of one text that `split` takes apart; each once. */
export function textsOf(value: unknown, split: (text: string) => readonly string[]): readonly string[] {
  const all = Array.isArray(value) ? (value.flat(9) as readonly unknown[]).map(textOf) : split(textOf(value) ?? "");
  return [...new Set(all.flatMap((text) => (text === undefined || text.trim() === "" ? [] : [text.trim()])))];
}

/** A day as it is, a time with the offset of its zone; `undefined` if it is no date. */
export function dateOf(value: unknown, timeZone: string): string | undefined {
  const date = parseDate(textOf(value) ?? "", timeZone);
  return date && (date.time === undefined ? date.day : date.instant);
}

/** Path of an address on its site, percent-encoding undone; `undefined` if front matter could not hold it. */
export function pathOf(address: string): string | undefined {
  const path = address.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, "").replace(/#.*$/s, "");
  const decoded = decodePath(path.startsWith("/") ? path : `/${path}`);
  return /^\/(?!\/)[^\s\\\p{Cc}]*$/u.test(decoded) ? decoded : undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
