import { groupAt, type Argument } from "./arguments.ts";
import type { Lexed } from "./lex.ts";

/** `\begin{name}` or `\end{name}` at a token. */
export interface EnvironmentMark {
  readonly kind: "begin" | "end";
  readonly name: string;
  /** Index of the command and of the token behind the name. */
  readonly index: number;
  readonly next: number;
  readonly nameGroup: Argument;
}

/** Reads `\begin{…}` or `\end{…}` at a token. */
export function markAt(lexed: Lexed, index: number): EnvironmentMark | undefined {
  const command = lexed.tokens[index]?.text;
  if (command !== "\\begin" && command !== "\\end") return undefined;
  const nameGroup = groupAt(lexed, index + 1);
  if (!nameGroup) return undefined;
  const kind = command === "\\begin" ? "begin" : "end";
  return { kind, name: nameGroup.inner.trim(), index, next: nameGroup.next, nameGroup };
}

/** A whole environment: its two marks. */
export interface Environment {
  readonly name: string;
  readonly begin: EnvironmentMark;
  readonly end: EnvironmentMark;
}

/** The environment that begins at a token, its end found by counting all environments in between. */
export function environmentAt(lexed: Lexed, index: number): Environment | undefined {
  const begin = markAt(lexed, index);
  if (begin?.kind !== "begin") return undefined;
  let depth = 0;
  for (let at = index; at < lexed.tokens.length; at += 1) {
    const mark = markAt(lexed, at);
    if (!mark) continue;
    depth += mark.kind === "begin" ? 1 : -1;
    if (depth === 0) return mark.name === begin.name ? { name: begin.name, begin, end: mark } : undefined;
  }
  return undefined;
}
