/** An entry of a BibTeX file: `@article{key, …}`. */
export interface BibtexEntry {
  /** In small letters. */
  readonly type: string;
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
  /** False if the file ends, or another entry begins on a line of its own, before its bracket is closed. */
  readonly isClosed: boolean;
}

const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
/** The beginning of an entry at the beginning of a line, where nobody writes one inside of another. */
const nextEntry = /\n[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]/g;

/**
 * Cuts a BibTeX file into its entries, so that a fault in one does not touch the others. What stands between them is
 * no BibTeX and is passed over, as BibTeX does. Every brace counts, also behind a backslash, which is BibTeX's rule too.
 */
export function splitEntries(text: string): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [head, type = "", bracket] = match;
    const end = endOf(text, match.index + head.length, bracket === "{" ? "}" : ")");
    const isClosed = end !== undefined;
    const stop = end ?? nextStart(text, match.index + head.length);
    entries.push({ type: type.toLowerCase(), text: text.slice(match.index, stop), start: match.index, isClosed });
    opening.lastIndex = stop;
  }
  return entries;
}

/** Behind the closing bracket; none if another entry begins first. */
function endOf(text: string, from: number, closer: string): number | undefined {
  const limit = nextStart(text, from);
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const sign = text[at];
    if (depth === 0 && sign === closer) return at + 1;
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
  }
  return undefined;
}

function nextStart(text: string, from: number): number {
  nextEntry.lastIndex = from;
  return nextEntry.exec(text)?.index ?? text.length;
}
