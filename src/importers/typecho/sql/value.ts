import { stringValue } from "./string-value.ts";
import { tokenAt, type Sql, type Token } from "./token.ts";

/** Text of a value; `null` for NULL, `undefined` for a form that no dump writes. */
export type SqlValue = string | null | undefined;

/** Where a value stands. */
export interface ValueRange {
  readonly start: number;
  readonly end: number;
}

/** Longest value that is read. */
export const maxValue = 16_000_000;

/**
 * Reads a value: NULL, a number, a string with or without a mark of its character set, hexadecimal digits, and the
 * calls by which SQLite writes line ends. Nothing is computed but these.
 */
export function readValue(sql: Sql, { start, end }: ValueRange): SqlValue {
  const reader: Reader = { sql, at: start, depth: 0 };
  const value = expression(reader);
  return tokenAt(sql, reader.at).start >= end ? value : undefined;
}

interface Reader {
  readonly sql: Sql;
  at: number;
  depth: number;
}

/** Calls within calls; a line end and a carriage return make two. */
const maxDepth = 8;

function next(reader: Reader): { readonly token: Token; readonly text: string } {
  const token = tokenAt(reader.sql, reader.at);
  reader.at = token.end;
  return { token, text: token.kind === "string" ? "" : reader.sql.text.slice(token.start, token.end) };
}

function expression(reader: Reader): SqlValue {
  reader.depth += 1;
  const { token, text } = next(reader);
  if (reader.depth > maxDepth) return undefined;
  if (token.kind === "string") return stringValue(reader.sql, token);
  if (token.kind === "sign" && (text === "-" || text === "+")) return signed(reader, text);
  if (token.kind !== "word") return undefined;
  const lower = text.toLowerCase();
  if (lower === "null") return null;
  if (/^\d[\d.]*(?:e\d+)?$/.test(lower)) return text;
  if (/^0x(?:[0-9a-f]{2})*$/.test(lower)) return fromHex(lower.slice(2));
  if (lower === "x") return hexString(reader);
  if (lower === "n" || lower.startsWith("_")) return expression(reader);
  return call(reader, lower);
}

function signed(reader: Reader, sign: string): SqlValue {
  const { text } = next(reader);
  return /^\d[\d.]*$/.test(text) ? sign.replace("+", "") + text : undefined;
}

function hexString(reader: Reader): SqlValue {
  const digits = expression(reader);
  return typeof digits === "string" && /^(?:[0-9a-f]{2})*$/i.test(digits) ? fromHex(digits) : undefined;
}

function fromHex(digits: string): SqlValue {
  const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** `replace('a\nb','\n',char(10))`, `unistr('a\u000ab')` and `CAST(X'…' AS TEXT)`, as SQLite's shell writes them. */
function call(reader: Reader, name: string): SqlValue {
  if (next(reader).text !== "(") return undefined;
  if (name === "char") {
    const { text } = next(reader);
    return closed(reader, /^\d{1,6}$/.test(text) ? String.fromCodePoint(Number(text)) : undefined);
  }
  const inner = expression(reader);
  if (typeof inner !== "string") return undefined;
  if (name === "replace") return replaced(reader, inner);
  if (name === "unistr") return closed(reader, unistr(inner));
  if (name !== "cast" || next(reader).text.toLowerCase() !== "as") return undefined;
  next(reader);
  return closed(reader, inner);
}

function replaced(reader: Reader, inner: string): SqlValue {
  if (next(reader).text !== ",") return undefined;
  const from = expression(reader);
  if (next(reader).text !== ",") return undefined;
  const to = expression(reader);
  if (typeof from !== "string" || from === "" || typeof to !== "string") return undefined;
  return closed(
    reader,
    inner.replaceAll(from, () => to),
  );
}

function closed(reader: Reader, value: SqlValue): SqlValue {
  return next(reader).text === ")" ? value : undefined;
}

function unistr(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|\+([0-9a-f]{6})|(\\))/gi, (_all, four?: string, six?: string) => {
    const digits = four ?? six;
    return digits === undefined ? "\\" : String.fromCodePoint(Math.min(Number.parseInt(digits, 16), 0x10ffff));
  });
}
