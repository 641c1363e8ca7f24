import type { Lexed } from "./lex.ts";

/** An argument of a command. Indexes are those of tokens, the others offsets. */
export interface Argument {
  /** Tokens `[first, end)`, braces or brackets included. */
  readonly first: number;
  readonly next: number;
  /** What stands inside, without braces or brackets. */
  readonly innerFirst: number;
  readonly innerNext: number;
  readonly inner: string;
  readonly start: number;
  readonly end: number;
  readonly braced: boolean;
}

/** Index of the first token from `index` on that is neither white space nor a comment. */
export function skipBlank({ tokens }: Lexed, index: number): number {
  let next = index;
  while (tokens[next]?.kind === "space" || tokens[next]?.kind === "comment") next += 1;
  return next;
}

/** Offset at which the token at `index` starts; the end of the TeX behind the last one. */
export function offsetOf({ tex, tokens }: Lexed, index: number): number {
  return tokens[index]?.start ?? tex.length;
}

/** Text of a token; empty outside of the TeX. */
export function textAt({ tokens }: Lexed, index: number): string {
  return tokens[index]?.text ?? "";
}

/** Offset at which the last token before `next` ends. */
export function endBefore({ tokens }: Lexed, next: number): number {
  return Number(tokens[next - 1]?.end);
}

/** Index of the brace that belongs to the one at `index`; -1 if there is none. */
export function partnerOf({ partner }: Lexed, index: number): number {
  return Number(partner[index]);
}

/** Text of the tokens `[first, next)`. */
export function sliceOf(lexed: Lexed, first: number, next: number): string {
  return lexed.tex.slice(offsetOf(lexed, first), offsetOf(lexed, next));
}

/** The argument that a command finds from `index` on: a group, or a single token as TeX reads it. */
export function argumentAt(lexed: Lexed, index: number): Argument | undefined {
  const first = skipBlank(lexed, index);
  const token = lexed.tokens[first];
  if (!token || token.kind === "close" || token.kind === "cell") return undefined;
  if (token.kind !== "open") return argument(lexed, { first, next: first + 1, edge: 0 });
  const close = partnerOf(lexed, first);
  return close < 0 ? undefined : argument(lexed, { first, next: close + 1, edge: 1 });
}

/** The group that starts at or behind white space after `index`; `undefined` if something else stands there. */
export function groupAt(lexed: Lexed, index: number): Argument | undefined {
  const found = argumentAt(lexed, index);
  return found?.braced === true ? found : undefined;
}

/** An argument in brackets, up to the first `]` outside of braces. */
export function optionalAt(lexed: Lexed, index: number): Argument | undefined {
  const first = skipBlank(lexed, index);
  if (lexed.tokens[first]?.text !== "[") return undefined;
  for (let next = first + 1; next < lexed.tokens.length; next += 1) {
    const token = lexed.tokens[next];
    if (token?.text === "]") return argument(lexed, { first, next: next + 1, edge: 1 });
    if (token?.kind === "close") return undefined;
    if (token?.kind === "open") {
      const close = partnerOf(lexed, next);
      if (close < 0) return undefined;
      next = close;
    }
  }
  return undefined;
}

function argument(lexed: Lexed, { first, next, edge }: { first: number; next: number; edge: 0 | 1 }): Argument {
  return {
    first,
    next,
    innerFirst: first + edge,
    innerNext: next - edge,
    inner: sliceOf(lexed, first + edge, next - edge),
    start: offsetOf(lexed, first),
    end: endBefore(lexed, next),
    braced: edge === 1,
  };
}
