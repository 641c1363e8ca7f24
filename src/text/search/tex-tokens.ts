/** A token of TeX, and the range of the TeX that it stands for. */
export interface TexToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const token = /\\(?:begin|end)\s*\{[^}]*\}|\\[A-Za-z@]+|\\[^]|%[^\n]*\n?|\s+|[^]/gu;

/** The tokens of a formula without white space and comments; the beginning of an environment is one. */
export function cutTex(tex: string): readonly TexToken[] {
  return Array.from(tex.matchAll(token), ({ 0: text, index }) => ({
    text: /^\\(?:begin|end)/.test(text) ? text.replace(/\s/g, "") : text,
    start: index,
    end: index + text.length,
  })).filter(({ text }) => !/^(?:\s|%)/.test(text));
}

/** Index behind the argument that begins at `index`: a group, braces included, or one token. */
export function behindArgument(tokens: readonly TexToken[], index: number): number {
  let depth = 0;
  for (let end = index; end < tokens.length; end += 1) {
    const text = tokens[end]?.text;
    if (text === "{") depth += 1;
    if (text === "}") depth -= 1;
    if (depth <= 0) return end + 1;
  }
  return tokens.length;
}

/** Tokens as TeX, with a blank only where two of them would become one. */
export function printTex(tokens: readonly Pick<TexToken, "text">[]): string {
  let tex = "";
  for (const { text } of tokens) tex += /\\[A-Za-z@]+$/.test(tex) && /^[A-Za-z@]/.test(text) ? ` ${text}` : text;
  return tex;
}

/** The tokens of TeX that `printTex` wrote. */
export function readTokens(printed: string): readonly string[] {
  return cutTex(printed).map(({ text }) => text);
}
