/** What stands before the text of a post. */
export type Block =
  | { readonly kind: "none" }
  /** Closed by a second line of dashes; `end` is the offset after that line. */
  | { readonly kind: "yaml"; readonly end: number }
  | { readonly kind: "unclosed" }
  /** A language after the dashes, as in `---js`. */
  | { readonly kind: "language"; readonly language: string };

/** Longest front matter that is read, in UTF-16 units. */
const maxLength = 65_536;

/**
 * Finds the front matter of a file: a first line of exactly `---` (and spaces), closed by a line of
 * `---`. A document that begins with a rule (`---`, blank line) has no front matter.
 */
export function findBlock(text: string): Block {
  const first = /^---([^\n]*)(?:\n|$)/.exec(text);
  if (!first) return { kind: "none" };
  const language = text.slice(3, first[0].length).trim();
  if (/^-+$/.test(language)) return { kind: "none" };
  if (language !== "") return { kind: "language", language };
  const start = first[0].length;
  if (/^[^\S\n]*(?:\n|$)/.test(text.slice(start))) return { kind: "none" };
  const close = /^---[^\S\n]*(?:\n|$)/m.exec(text.slice(start, start + maxLength));
  return close ? { kind: "yaml", end: start + close.index + close[0].length } : { kind: "unclosed" };
}

/** The text with its beginning replaced by spaces, so that every position of the rest stays. */
export function blankOut(text: string, end: number): string {
  return text.slice(0, end).replace(/[^\n]/g, " ") + text.slice(end);
}
