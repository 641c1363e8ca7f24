/** How the parts of an entry are called in messages; citation-js has names of its own. */
const partNames: Readonly<Record<string, string>> = {
  lbrace: "“{”",
  rbrace: "“}”",
  comma: "“,”",
  equals: "“=”",
  quote: '“"”',
  hash: "“#”",
  label: "a name",
  identifier: "a name",
  number: "a number",
  EOF: "its end",
};

/** What is wrong with an entry. */
export interface BibtexFault {
  readonly cause: string;
  /** Where in the entry; at its beginning if that is not known. */
  readonly offset: number;
}

/**
 * Reads a message of citation-js, `expected "comma", got "label" at line 1 col 16: …`.
 *
 * @param strings what stood before the entry when it was read, whole lines
 */
export function bibtexFault({ message }: Error, strings: string, entry: string): BibtexFault {
  const [, cause, line, column] = /^(.*?) at line (\d+) col (\d+)/.exec(message) ?? [];
  if (cause === undefined) return { cause: message, offset: 0 };
  const before = strings.split("\n").length - 1;
  const lines = entry.split("\n").slice(0, Number(line) - before - 1);
  const offset = lines.reduce((sum, { length }) => sum + length + 1, 0) + Number(column) - 1;
  return {
    cause: cause.replace(/"(\w+)"|EOF/g, (written, part: string | undefined) => partNames[part ?? written] ?? written),
    offset: Math.min(offset, entry.length - 1),
  };
}
