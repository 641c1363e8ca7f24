/** What stands before the content of a line: marks of quotes, list items and footnotes, and white space. */
export interface LinePrefix {
  /** Offset of the first character of the content. */
  readonly content: number;
  readonly quotes: number;
  /** Whether the line starts a list item. */
  readonly item: boolean;
  /** Columns before the content. */
  readonly columns: number;
}

const prefix = /(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])|\[\^[^\]\s]+\]:))*[ \t]*/y;
const quoteMarks = /[ \t>]*/y;

/** Reads the prefix of the line that starts at `start`, by its looks: whether a list is open there is not known. */
export function linePrefix(text: string, start: number): LinePrefix {
  const content = endOfMatch(prefix, text, start);
  const marksEnd = endOfMatch(quoteMarks, text, start);
  return {
    content,
    quotes: text.slice(start, marksEnd).split(">").length - 1,
    item: marksEnd < content,
    columns: content - start,
  };
}

/** Where a pattern that matches at least nothing ends. */
function endOfMatch(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  pattern.test(text);
  return pattern.lastIndex;
}

/** White space inside a line, or the mark of a quote. */
export function isPrefix(code: number): boolean {
  return code === 32 || code === 9 || code === 62;
}
