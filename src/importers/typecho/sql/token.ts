/** A piece of SQL; what it means is looked at only where it is asked for. */
export interface Token {
  /** `name` is an identifier in quotes, `end` the end of the text, `broken` a string or comment that never ends. */
  readonly kind: "word" | "name" | "string" | "sign" | "end" | "broken";
  readonly start: number;
  readonly end: number;
  /** Of a string: a backslash means something. */
  readonly escapes: boolean;
}

/** Text of a dump. MySQL gives backslashes a meaning in every string, PostgreSQL in `E'…'`, SQLite nowhere. */
export interface Sql {
  readonly text: string;
  readonly backslashes: boolean;
}

const space = /(?:\s+|--[^\n]*|\/\*[^]*?\*\/)+/y;
const hash = /#[^\n]*/y;
const word = /[\w.$\u0080-\uffff]+/y;
const dollarQuote = /\$\w*\$/y;

/** The token at or behind an offset; white space and comments are passed over. */
export function tokenAt(sql: Sql, offset: number): Token {
  const start = pastSpace(sql, offset);
  const { text } = sql;
  const first = text.charAt(start);
  if (first === "") return token("end", start, start);
  if (text.startsWith("/*", start)) return token("broken", start, text.length);
  if (first === "'") return quoted(text, { start, open: start, escapes: sql.backslashes });
  if (first === '"' || first === "`") return name(text, start, first);
  if (/[Ee]/.test(first) && text.charAt(start + 1) === "'")
    return quoted(text, { start, open: start + 1, escapes: true });
  const dollars = first === "$" && !sql.backslashes ? matchAt(dollarQuote, text, start) : undefined;
  if (dollars !== undefined) return dollarQuoted(text, start, dollars);
  const found = matchAt(word, text, start);
  return found === undefined ? token("sign", start, start + 1) : token("word", start, start + found.length);
}

function token(kind: Token["kind"], start: number, end: number): Token {
  return { kind, start, end, escapes: false };
}

function pastSpace({ text, backslashes }: Sql, offset: number): number {
  let at = offset;
  for (;;) {
    const found = matchAt(space, text, at) ?? (backslashes ? matchAt(hash, text, at) : undefined);
    if (found === undefined) return at;
    at += found.length;
  }
}

function matchAt(form: RegExp, text: string, at: number): string | undefined {
  form.lastIndex = at;
  const found = form.exec(text)?.[0];
  return found === "" ? undefined : found;
}

interface Opening {
  readonly start: number;
  /** Where the quotation mark is. */
  readonly open: number;
  readonly escapes: boolean;
}

/** Steps from mark to mark, for a string may be as long as a book. */
function quoted(text: string, { start, open, escapes }: Opening): Token {
  const marks = escapes ? /['\\]/g : /'/g;
  marks.lastIndex = open + 1;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (match[0] === "\\" || text.charAt(match.index + 1) === "'") marks.lastIndex = match.index + 2;
    else return { kind: "string", start, end: match.index + 1, escapes };
  }
  return token("broken", start, text.length);
}

function name(text: string, start: number, mark: string): Token {
  for (let at = text.indexOf(mark, start + 1); at !== -1; at = text.indexOf(mark, at + 2))
    if (text.charAt(at + 1) !== mark) return token("name", start, at + 1);
  return token("broken", start, text.length);
}

function dollarQuoted(text: string, start: number, mark: string): Token {
  const end = text.indexOf(mark, start + mark.length);
  return end === -1 ? token("broken", start, text.length) : token("sign", start, end + mark.length);
}
