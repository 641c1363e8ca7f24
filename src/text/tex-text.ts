import {
  fraction,
  inBrackets,
  texCommands,
  texSilent,
  texTables,
  texTexts,
  texWithArgument,
  type TexCommand,
} from "./tex-commands.ts";
import { scriptText } from "./tex-scripts.ts";
import { texSymbols } from "./tex-symbols.ts";

/** Groups deeper than this are read as if their braces were not there. */
const maxDepth = 40;

/** A part of the text; a word is kept apart from letters and digits beside it. */
interface Piece {
  readonly text: string;
  readonly word?: boolean;
  /** A script behind it needs brackets around it if it is more than one thing. */
  readonly group?: boolean;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

const token =
  /%[^\n]*(?:\n|$)|\\(?:begin|end)\s*\{[^{}\\$]*\}|\\(?:operatorname|tag|hspace)\*|\\\\\*?(?:\[[^[\]{}\\$]*\])?|\\[A-Za-z]+|\\.?|\s+|'+|[^]/gu;

/**
 * A formula as plain text, for titles of windows, descriptions, alternative texts, search and slugs: `\alpha_i^2`
 * is `αᵢ²`, `\frac{a+b}{2}` is `(a+b)/2`, rows are parted by `; `. Nothing is evaluated: macros print their name.
 *
 * Total: any string gives one line without control characters, in linear time.
 */
export function texToText(tex: string): string {
  const reader: Reader = { tokens: clean(tex).match(token) ?? [], at: 0, depth: 0 };
  const rows: string[] = [""];
  while (reader.at < reader.tokens.length) {
    const text = sequence(reader, (one) => isClosing(one) || isNewRow(one));
    rows.push(String(rows.pop()) + text);
    if (isNewRow(reader.tokens[reader.at])) rows.push("");
    // A closing brace too many is skipped.
    reader.at += 1;
  }
  return joinRows(rows).replace(/\s+/g, " ");
}

/** Without control characters and halves of characters; every kind of white space that breaks a line is a space. */
function clean(tex: string): string {
  return tex.replace(/[\t\v\f\r\u0085\u2028\u2029]/g, " ").replace(/[^\P{C}\n]/gu, "");
}

function isClosing(one: string): boolean {
  return one === "}";
}

function isNewRow(one: string | undefined): boolean {
  return one !== undefined && /^\\(?:\\|cr$|newline$)/.test(one);
}

function joinRows(rows: readonly string[]): string {
  return rows
    .map((row) => row.trim())
    .filter((row) => row !== "")
    .join("; ");
}

/** The text up to a token that ends it, which is left. */
function sequence(reader: Reader, ends: (one: string) => boolean): string {
  const pieces: Piece[] = [];
  const isTooDeep = reader.depth >= maxDepth;
  reader.depth += 1;
  for (let next = reader.tokens[reader.at]; next !== undefined && !ends(next); next = reader.tokens[reader.at]) {
    reader.at += 1;
    if (isTooDeep) pieces.push({ text: sign(next) });
    else if (next === "^" || next === "_") addScript(pieces, next, argument(reader));
    else if (next === "\\over" || next === "\\atop" || next === "\\choose") {
      const below = sequence(reader, ends).trim();
      const above = join(pieces.splice(0)).trim();
      pieces.push({ text: next === "\\choose" ? `C(${above},${below})` : fraction(above, below), word: true });
    } else pieces.push(piece(reader, next));
  }
  reader.depth -= 1;
  return join(pieces);
}

/** A token by itself. */
function sign(one: string): string {
  return /^[\\{}&$%^_]/.test(one) ? (texSymbols.get(one.slice(1)) ?? "") : one;
}

/** Puts pieces together, with a space where a word would run into its neighbour, and rows with `; `. */
function join(pieces: readonly Piece[]): string {
  const parts: string[] = [];
  let last: Piece = { text: "" };
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const isWord = piece.word === true || last.word === true;
    const end = last.word === true ? /[\p{L}\p{N}\p{M})]$/u : /[\p{L}\p{N}\p{M}]$/u;
    const start = piece.word === true ? /^[\p{L}\p{N}(]/u : /^[\p{L}\p{N}]/u;
    const touches = isWord && end.test(last.text.slice(-2)) && start.test(piece.text);
    parts.push(touches ? " " : "", piece.text);
    last = piece;
  }
  return parts.join("");
}

function addScript(pieces: Piece[], sign: "^" | "_", script: string): void {
  while (pieces.at(-1)?.text === " ") pieces.pop();
  const base = pieces.pop() ?? { text: "" };
  const text = base.group === true ? inBrackets(base.text) : base.text;
  pieces.push({ text: text + scriptText(sign, script), word: base.word ?? false });
}

function piece(reader: Reader, one: string): Piece {
  if (one.startsWith("\\")) return command(reader, one);
  if (one === "{") return { text: group(reader), group: true };
  if (one === "}" || one === "&" || one === "$" || one.startsWith("%")) return { text: "" };
  if (one.startsWith("'")) return { text: "′".repeat(one.length) };
  if (one === "~") return { text: " " };
  if (/^\s/.test(one)) return { text: isSwallowed(reader) ? "" : " " };
  return { text: one };
}

/** Signs that belong to what follows. */
const prefix = /^\\(?:l(?:angle|ceil|floor|vert|Vert|brace|brack|group)|partial|nabla|forall|exists|nexists|neg|lnot)$/;

/** White space that only ends the name of a command, as in `\alpha x`, but not in `a \le b`. */
function isSwallowed({ tokens, at }: Reader): boolean {
  const before = tokens[at - 2] ?? "";
  return /^\\[A-Za-z]+$/.test(before) && (prefix.test(before) || !/^\s/.test(tokens[at - 3] ?? "x"));
}

function group(reader: Reader): string {
  const text = sequence(reader, isClosing);
  reader.at += 1;
  return text;
}

/** The argument of a command: a group, or the next token with its own arguments. */
function argument(reader: Reader): string {
  while (/^[\s%]/.test(reader.tokens[reader.at] ?? "")) reader.at += 1;
  const next = reader.tokens[reader.at];
  if (next === undefined || isClosing(next) || reader.depth >= maxDepth) return "";
  reader.at += 1;
  reader.depth += 1;
  const { text } = piece(reader, next);
  reader.depth -= 1;
  return text.trim();
}

function command(reader: Reader, one: string): Piece {
  const name = one.slice(1);
  if (name.startsWith("begin")) return { text: environment(reader, nameIn(one)) };
  if (isNewRow(one)) return { text: "; " };
  const symbol = texSymbols.get(name);
  if (symbol !== undefined) return { text: symbol };
  const known = texCommands.get(name);
  if (known) return { text: withArguments(reader, known), word: known.word ?? false };
  if (texTexts.has(name)) return { text: textArgument(reader) };
  if (/^(?:left|right|middle)$/.test(name)) return { text: delimiter(reader) };
  if (name === "not") return { text: (argument(reader) + "\u0338").normalize("NFC") };
  if (texSilent.has(name) || name.startsWith("end")) return { text: "" };
  if (name === "|") return { text: "‖" };
  if (/^(?:q?quad|\s*|space)$/.test(name)) return { text: " " };
  return { text: name, word: true };
}

function withArguments(reader: Reader, { arity, optional, text }: TexCommand): string {
  const inSquare = optional === true && reader.tokens[reader.at] === "[" ? square(reader) : "";
  const one = arity > 0 ? argument(reader) : "";
  return text(one, arity > 1 ? argument(reader) : "", inSquare);
}

function square(reader: Reader): string {
  reader.at += 1;
  const text = sequence(reader, (one) => one === "]" || one === "}");
  reader.at += 1;
  return text;
}

/** `\text{若 $x>0$}`: between `$` stands a formula, the rest is as it is written. */
function textArgument(reader: Reader): string {
  if (reader.tokens[reader.at] !== "{" || reader.depth >= maxDepth) return argument(reader);
  reader.at += 1;
  reader.depth += 1;
  let text = "";
  for (let next = reader.tokens[reader.at]; next !== undefined && next !== "}"; next = reader.tokens[reader.at]) {
    reader.at += 1;
    if (next === "$") {
      text += sequence(reader, (one) => one === "$" || one === "}");
      if (reader.tokens[reader.at] === "$") reader.at += 1;
    } else if (/^[\s'^_&]/.test(next)) text += next;
    else if (next === "{") text += group(reader);
    else text += piece(reader, next).text;
  }
  reader.depth -= 1;
  reader.at += 1;
  return text;
}

/** What stands behind `\left`: a full stop is no delimiter. */
function delimiter(reader: Reader): string {
  if (reader.tokens[reader.at] !== ".") return "";
  reader.at += 1;
  return "";
}

function nameIn(one: string): string {
  return one.slice(one.indexOf("{") + 1, -1).trim();
}

function isEnd(one: string): boolean {
  return one === "&" || one === "}" || one.startsWith("\\end");
}

/** Rows parted by `; `; cells of tables by `, `, while `&` that only aligns is nothing. */
function environment(reader: Reader, name: string): string {
  if (reader.depth >= maxDepth) return "";
  if (texWithArgument.has(name)) argument(reader);
  const [open, close] = texTables.get(name) ?? ["", ""];
  const between = texTables.has(name) ? ", " : "";
  const rows: string[] = [""];
  for (;;) {
    const written = sequence(reader, (one) => isNewRow(one) || isEnd(one)).trim();
    const cell = between === "" ? written : written.replace(/[,，]$/, "");
    const row = String(rows.pop());
    rows.push(row === "" || cell === "" ? row + cell : row + between + cell);
    const end = reader.tokens[reader.at];
    if (end === undefined || isClosing(end)) break;
    reader.at += 1;
    if (end.startsWith("\\end")) break;
    if (end !== "&") rows.push("");
  }
  return open + joinRows(rows) + close;
}
