import { argumentAt, groupAt, optionalAt, skipBlank, sliceOf, type Argument } from "../tex/arguments.ts";
import type { Lexed } from "../tex/lex.ts";
import type { TexMacro } from "../../model/ports.ts";

/** `\newenvironment{name}[count][default]{begin}{end}`. */
export interface TexEnvironment {
  readonly name: string;
  readonly count: number;
  readonly optional?: string;
  readonly begin: string;
  readonly end: string;
}

/** What a command that defines something says. */
export type Definition =
  | {
      readonly kind: "macro";
      readonly macro: TexMacro;
      /** `\providecommand` yields to what is there; `\renewcommand` and its kin mean to replace. */
      readonly intent: "new" | "replace" | "provide";
      readonly next: number;
      /** Tokens of the name. */
      readonly nameFirst: number;
    }
  | { readonly kind: "environment"; readonly environment: TexEnvironment; readonly next: number };

type Reader = (lexed: Lexed, index: number) => Definition | undefined;

/** Reads the definition whose command stands at a token; `undefined` if it is not complete. */
export const readers: Readonly<Record<string, Reader>> = {
  "\\newcommand": newCommand("new"),
  "\\renewcommand": newCommand("replace"),
  "\\providecommand": newCommand("provide"),
  "\\def": primitive("macro"),
  "\\gdef": primitive("macro"),
  "\\edef": primitive("expanded"),
  "\\xdef": primitive("expanded"),
  "\\let": letCommand,
  "\\DeclareMathOperator": operator,
  "\\newenvironment": environment,
  "\\renewenvironment": environment,
};

/** `*` behind the command says that arguments hold no paragraphs; it changes nothing here. */
function afterStar(lexed: Lexed, index: number): { readonly index: number; readonly starred: boolean } {
  const at = skipBlank(lexed, index);
  const starred = lexed.tokens[at]?.text === "*";
  return { index: starred ? at + 1 : index, starred };
}

/** The name in `{\x}`, `\x`, and, as MathJax takes it, `{x}`. */
function nameOf({ inner }: Argument): string | undefined {
  const name = inner.trim();
  if (/^\\(?:[A-Za-z@]+|[^A-Za-z@\s])$/u.test(name)) return name;
  return /^[A-Za-z]+$/.test(name) ? `\\${name}` : undefined;
}

/** `[2][default]`: the number of arguments and what the first one is if it is left out. */
function signature(lexed: Lexed, index: number) {
  const count = optionalAt(lexed, index);
  const optional = count && optionalAt(lexed, count.next);
  const number = Number(count?.inner ?? 0);
  return {
    count: Number.isInteger(number) && number >= 0 && number <= 9 ? number : undefined,
    optional: optional?.inner,
    next: (optional ?? count)?.next ?? index,
  };
}

function parametersOf(count: number): string {
  return Array.from({ length: count }, (_, index) => `#${index + 1}`).join("");
}

function newCommand(intent: "new" | "replace" | "provide"): Reader {
  return (lexed, index) => {
    const at = afterStar(lexed, index + 1).index;
    const named = argumentAt(lexed, at);
    const name = named && nameOf(named);
    if (!named || name === undefined) return undefined;
    const { count, optional, next } = signature(lexed, named.next);
    const body = argumentAt(lexed, next);
    if (count === undefined || !body) return undefined;
    const macro: TexMacro = {
      name,
      parameters: parametersOf(count),
      body: body.inner,
      ...(optional !== undefined && count > 0 && { optional }),
      kind: "macro",
    };
    return { kind: "macro", macro, intent, next: body.next, nameFirst: named.innerFirst };
  };
}

/** `\def\x#1(#2){…}`: everything between name and group is the parameter text. */
function primitive(kind: "macro" | "expanded"): Reader {
  return (lexed, index) => {
    const nameFirst = skipBlank(lexed, index + 1);
    const named = lexed.tokens[nameFirst];
    if (named?.kind !== "command") return undefined;
    const open = lexed.tokens.findIndex(({ kind: one }, at) => at > nameFirst && (one === "open" || one === "close"));
    const body = open < 0 ? undefined : groupAt(lexed, open);
    if (!body) return undefined;
    const parameters = sliceOf(lexed, nameFirst + 1, open).trim();
    const macro: TexMacro = { name: named.text, parameters, body: body.inner, kind };
    return { kind: "macro", macro, intent: "replace", next: body.next, nameFirst };
  };
}

/** `\let\x=\y`, `\let\x\y`. */
function letCommand(lexed: Lexed, index: number): Definition | undefined {
  const nameFirst = skipBlank(lexed, index + 1);
  const named = lexed.tokens[nameFirst];
  const behind = skipBlank(lexed, nameFirst + 1);
  const target = skipBlank(lexed, lexed.tokens[behind]?.text === "=" ? behind + 1 : behind);
  const body = lexed.tokens[target];
  if (named?.kind !== "command" || !body) return undefined;
  const macro: TexMacro = { name: named.text, parameters: "", body: body.text, kind: "alias" };
  return { kind: "macro", macro, intent: "replace", next: target + 1, nameFirst };
}

/** `\DeclareMathOperator{\x}{y}`; starred, limits go above and below. */
function operator(lexed: Lexed, index: number): Definition | undefined {
  const { index: at, starred } = afterStar(lexed, index + 1);
  const named = argumentAt(lexed, at);
  const name = named && nameOf(named);
  const body = named && argumentAt(lexed, named.next);
  if (!named || name === undefined || !body) return undefined;
  const macro: TexMacro = {
    name,
    parameters: "",
    body: `\\operatorname${starred ? "*" : ""}{${body.inner}}`,
    kind: "macro",
  };
  return { kind: "macro", macro, intent: "new", next: body.next, nameFirst: named.innerFirst };
}

function environment(lexed: Lexed, index: number): Definition | undefined {
  const named = groupAt(lexed, afterStar(lexed, index + 1).index);
  if (!named) return undefined;
  const { count, optional, next } = signature(lexed, named.next);
  const begin = argumentAt(lexed, next);
  const end = begin && argumentAt(lexed, begin.next);
  if (count === undefined || !end) return undefined;
  return {
    kind: "environment",
    environment: {
      name: named.inner.trim(),
      count,
      ...(optional !== undefined && { optional }),
      begin: begin.inner,
      end: end.inner,
    },
    next: end.next,
  };
}
