/** What a token of TeX is. `char` is one character without a meaning of its own, brackets included. */
export type TokenKind = "command" | "open" | "close" | "cell" | "dollar" | "script" | "comment" | "space" | "char";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Half-open range in the TeX, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** TeX cut into tokens that cover it without gaps. */
export interface Lexed {
  readonly tex: string;
  readonly tokens: readonly Token[];
  /** Index of the brace that belongs to the brace at this index; -1 for all other tokens and for stray braces. */
  readonly partner: readonly number[];
}

/** Commands whose group is text: `%` is a character there, as in MathJax, and `$` opens mathematics. */
export const textCommands: ReadonlySet<string> = new Set(
  "text textbf textit textmd textnormal textrm textsf texttt textup mbox hbox fbox tag"
    .split(" ")
    .map((name) => `\\${name}`),
);

const pattern = /(\\verb\*?([^A-Za-z*\s])[^\n]*?\2|\\[A-Za-z@]+|\\[^])|(\s+)|([{}&$^_%])|[^]/gu;

const kinds: Readonly<Record<string, TokenKind>> = {
  "{": "open",
  "}": "close",
  "&": "cell",
  $: "dollar",
  "^": "script",
  _: "script",
};

/** Cuts TeX into tokens. Total: any text has tokens, and their texts joined are the text. Linear. */
export function lex(tex: string): Lexed {
  const tokens: Token[] = [];
  const partner: number[] = [];
  const open: { readonly index: number; readonly text: boolean }[] = [];
  let opensText = false;
  pattern.lastIndex = 0;
  for (let offset = 0; offset < tex.length; offset = pattern.lastIndex) {
    pattern.lastIndex = offset;
    // Some alternative matches at every place before the end.
    const [text, command, , space, sign] = pattern.exec(tex) as RegExpExecArray;
    const index = tokens.length;
    const inText = open.at(-1)?.text === true;
    if (sign === "%" && !inText) {
      const end = endOfComment(tex, offset);
      tokens.push({ kind: "comment", text: tex.slice(offset, end), start: offset, end });
      partner.push(-1);
      pattern.lastIndex = end;
      continue;
    }
    const kind = command !== undefined ? "command" : space !== undefined ? "space" : (kinds[text] ?? "char");
    tokens.push({ kind, text, start: offset, end: offset + text.length });
    partner.push(-1);
    if (kind === "open") open.push({ index, text: opensText || inText });
    if (kind === "close") {
      const opener = open.pop();
      if (opener) {
        partner[opener.index] = index;
        partner[index] = opener.index;
      }
    }
    // White space and the star of `\tag*` stand between a command and its group.
    if (kind !== "space" && text !== "*") opensText = kind === "command" && textCommands.has(text);
  }
  return { tex, tokens, partner };
}

/** A comment takes the end of its line with it, and the white space that begins the next one. */
function endOfComment(tex: string, start: number): number {
  const line = tex.indexOf("\n", start);
  let end = line < 0 ? tex.length : line + 1;
  while (tex[end] === " " || tex[end] === "\t") end += 1;
  return end;
}
