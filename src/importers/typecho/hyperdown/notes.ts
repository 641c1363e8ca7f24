/** Texts of notes that stand in brackets in the text itself, and the names that they get. */
export interface InlineNotes {
  readonly convert: (text: string) => string;
  /** Lines that define the notes, for the end of the text. */
  readonly definitions: () => readonly string[];
}

const note = /\[\^((?:[^\]\\]|\\.){1,1000})\](?!:)/g;

/** `[^text]` makes `text` the note itself, unless a line `[^text]:` defines it. */
export function inlineNotes(lines: readonly string[]): InlineNotes {
  const defined = new Set(lines.flatMap((line) => /^\[\^((?:[^\]\\]|\\.){1,1000})\]:/.exec(line)?.[1] ?? []));
  const texts: string[] = [];
  const nameOf = (index: number) => firstFree(`note-${index + 1}`, defined);
  return {
    convert: (line) =>
      line.replace(note, (all: string, text: string) => {
        if (defined.has(text)) return all;
        if (!texts.includes(text)) texts.push(text);
        return `[^${nameOf(texts.indexOf(text))}]`;
      }),
    definitions: () => texts.map((text, index) => `[^${nameOf(index)}]: ${text}`),
  };
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? firstFree(`${name}-`, taken) : name;
}
