import type { Sql, Token } from "./token.ts";

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  Z: "\u001a",
};

/** What a string stands for: doubled quotation marks, and backslashes where they mean something. */
export function stringValue({ text }: Pick<Sql, "text">, { start, end, escapes: hasEscapes }: Token): string {
  const inner = text.slice(text.indexOf("'", start) + 1, end - 1);
  if (!hasEscapes) return inner.replaceAll("''", "'");
  return inner.replace(/''|\\([^])/g, (_all, escaped: string | undefined) =>
    escaped === undefined ? "'" : (escapes[escaped] ?? escaped),
  );
}

/** What an identifier in quotes or a word is called; the last part of `public.posts`. */
export function nameValue({ text }: Pick<Sql, "text">, { kind, start, end }: Token): string {
  const raw = text.slice(start, end);
  if (kind !== "name") return raw.replace(/^.*\./, "");
  const mark = raw.charAt(0);
  return raw.slice(1, -1).replaceAll(mark + mark, mark);
}
