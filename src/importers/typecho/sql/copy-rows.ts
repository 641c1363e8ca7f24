import { endOfCopy } from "./statements.ts";
import type { Sql } from "./token.ts";
import type { SqlValue, ValueRange } from "./value.ts";

export interface CopyRow {
  readonly start: number;
  readonly values: readonly ValueRange[];
}

/** The lines that `COPY … FROM stdin` brings, each with the places of its columns. */
export function* copyRows(sql: Sql, body: number): Generator<CopyRow> {
  const { text } = sql;
  const end = endOfCopy(sql, body);
  for (let at = body; at < end && !text.startsWith("\\.", at);) {
    const newline = text.indexOf("\n", at);
    const stop = newline === -1 ? text.length : newline;
    const values: ValueRange[] = [];
    for (let start = at; start <= stop;) {
      const tab = text.indexOf("\t", start);
      const last = tab === -1 || tab > stop ? stop : tab;
      values.push({ start, end: last });
      start = last + 1;
    }
    yield { start: at, values };
    at = stop + 1;
  }
}

/** Whether the rows have their end mark. */
export function hasEnd({ text }: Sql, body: number): boolean {
  return text.startsWith("\\.", body) || text.includes("\n\\.", body);
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** What a column of `COPY` stands for: `\N` is NULL; other backslashes are those of C. */
export function copyValue({ text }: Sql, { start, end }: ValueRange): SqlValue {
  const raw = text.slice(start, end);
  if (raw === "\\N") return null;
  return raw.replace(/\\(?:x([0-9a-f]{1,2})|([0-7]{1,3})|([^]))/gi, (_all, hex?: string, octal?: string, one = "") => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return escapes[String(one)] ?? String(one);
  });
}
