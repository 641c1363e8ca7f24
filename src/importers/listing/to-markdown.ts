import { toLines, type ListingLine, type Part } from "./lines.ts";
import type { ListingPost, Note } from "./read-listing.ts";
import { escapeHeadingEnd, escapeInline, escapeLineStart, hasLinks } from "./markdown-escape.ts";

export interface ListingMarkdown {
  /** Without front matter. */
  readonly markdown: string;
  readonly notes: readonly Note[];
  /**
   * Characters that are not white space: of the body, those of them that are found in the Markdown in their
   * order, and of the Markdown. What the Markdown has more is markup.
   */
  readonly characters: { readonly body: number; readonly found: number; readonly markdown: number };
}

/**
 * Writes the text of a post of a listing as Markdown that shows every character of it.
 *
 * Each line is a paragraph. A display stays next to the lines that were next to it, because it belongs to their
 * sentence. A short line without a mark at its end, not the first one, between a line that is not short and a
 * line of text, becomes a heading `##`; a listing does not say which lines are headings, so each is noted. What
 * Markdown would read as markup gets a backslash, but nothing inside formulas does. A formula that the
 * excerpt cuts off is closed. The same post always gives the same bytes.
 */
export function layOutPost({ body, line }: ListingPost): ListingMarkdown {
  const blocks = toLines(body).map(layOutLine);
  const markdown = blocks.map((block) => block.text).join("");
  return {
    markdown,
    notes: blocks.flatMap((block) => block.notes).map((note) => ({ ...note, line: note.line + line })),
    characters: compareCharacters(body, markdown),
  };
}

function compareCharacters(body: string, text: string): ListingMarkdown["characters"] {
  const visible = (text: string) => Array.from(text.replace(/\s/gu, ""));
  const [wanted, written] = [visible(body), visible(text)];
  let found = 0;
  for (const character of written) found += character === wanted[found] ? 1 : 0;
  return { body: wanted.length, found, markdown: written.length };
}

/** A line with the gap before it; the lines of its notes count from 0. */
function layOutLine(
  line: ListingLine,
  index: number,
  lines: readonly ListingLine[],
): Pick<ListingMarkdown, "notes"> & { readonly text: string } {
  const before = lines[index - 1];
  const kind = kindOf(line, { index, before, after: lines[index + 1] });
  const touches = before?.parts.at(-1)?.kind === "display" || line.parts[0].kind === "display";
  const gap = before === undefined ? "" : touches && !line.apart && kind !== "heading" ? "\n" : "\n\n";
  return {
    text: gap + printLine(line, kind === "heading"),
    notes: [...headingNotes(line, kind), ...line.parts.flatMap(partNotes)],
  };
}

type LineKind = "text" | "heading" | "unsure";

interface Neighbours {
  readonly index: number;
  readonly before: ListingLine | undefined;
  readonly after: ListingLine | undefined;
}

/** A heading, or unsure for one of several short lines in a row, which are rather a list. */
function kindOf(line: ListingLine, { index, before, after }: Neighbours): LineKind {
  if (!before || !line.isShort || !after || after.parts[0].kind === "display") return "text";
  return after.isShort || (before.isShort && index > 1) ? "unsure" : "heading";
}

function printLine({ parts, text }: ListingLine, isHeading: boolean): string {
  const brackets = hasLinks(text);
  const printed = parts.map((part, index) => printPart(part, { brackets, startsLine: index === 0 })).join("");
  return isHeading ? `## ${escapeHeadingEnd(printed)}` : printed;
}

function printPart(
  { kind, text, closer }: Part,
  { brackets, startsLine }: { brackets: boolean; startsLine: boolean },
): string {
  switch (kind) {
    case "text": {
      const escaped = escapeInline(text, brackets);
      return startsLine ? escapeLineStart(escaped) : escaped;
    }
    case "dollar":
      return text.replaceAll("$", "\\$");
    case "address":
      return `<${text}>`;
    default:
      return text + (closer ?? "");
  }
}

function headingNotes({ line, text }: ListingLine, kind: LineKind): readonly Note[] {
  if (kind === "heading") return [{ line, message: `unsure: “${text}” is written as a heading` }];
  return kind === "unsure" ? [{ line, message: `unsure: “${text}” may be a heading; written as a paragraph` }] : [];
}

function partNotes({ kind, line, closer }: Part): readonly Note[] {
  if (closer !== undefined) return [{ line, message: `the text ends inside a formula; closed with “${closer}”` }];
  return kind === "dollar" ? [{ line, message: "unsure: a “$” without a partner; written as a dollar sign" }] : [];
}
