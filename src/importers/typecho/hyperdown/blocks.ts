import type { Holes } from "../../html/holes.ts";
import { isDisplay } from "../../html/print-formula.ts";
import { convertInline } from "./inline.ts";
import type { InlineNotes } from "./notes.ts";
import { readLines, type Line, type LineKind } from "./lines.ts";

/** Where the texts of a list begin; items that are indented less than that belong to the item above for HyperDown. */
interface List {
  indent: number;
  content: number;
}

/** What the texts of lines need. */
export interface Tools {
  readonly holes: Holes;
  readonly notes: InlineNotes;
}

/** Writes lines for HyperDown as lines for CommonMark. */
export function convertBlocks(source: readonly string[], tools: Tools): readonly string[] {
  const lines = readLines(source);
  const written: string[] = [];
  const list: List = { indent: 0, content: 0 };
  for (let index = 0; index < lines.length; index += 1) {
    const line = lineAt(lines, index);
    const [before, after] = [lineAt(lines, index - 1), lineAt(lines, index + 1)];
    if (needsBlank(before, line, after)) written.push("");
    if (line.kind === "quote") {
      const quoted = quoteFrom(lines, index);
      written.push(...convertBlocks(quoted, tools).map((text) => (text === "" ? ">" : `> ${text}`)));
      index += quoted.length - 1;
      continue;
    }
    if (line.kind === "delimiter" && before.kind !== "table") written.push(line.text.replace(/[-:]/g, " "));
    const text = within(list, convertLine(line, tools), line.kind);
    written.push(isBroken(line, after, lineAt(lines, index + 2), tools.holes) ? `${text.trimEnd()}\\` : text);
  }
  return written;
}

function lineAt(lines: readonly Line[], index: number): Line {
  return lines[index] ?? { text: "", kind: "blank" };
}

/** A quote goes on up to the next empty line; one sign is taken from each of its lines. */
function quoteFrom(lines: readonly Line[], start: number): readonly string[] {
  const rest = lines.slice(start);
  const end = rest.findIndex(({ kind }) => kind !== "quote" && kind !== "text");
  return (end === -1 ? rest : rest.slice(0, end)).map(({ text }) => text.replace(/^\s*> ?/, ""));
}

function convertLine({ text, kind }: Line, { holes, notes }: Tools): string {
  const inline = (part: string) => notes.convert(convertInline(part, holes));
  switch (kind) {
    case "blank":
    case "rule":
    case "html":
      return text;
    case "code":
      return text.replace(/^(\s*(?:`{3,}|~{3,})\s*[^:\s`~]+):.*$/, "$1");
    case "delimiter":
      return text.replaceAll("+", "|");
    case "heading": {
      const level = Math.min(6, /^#+/.exec(text)?.[0].length ?? 1);
      return `${"#".repeat(level)} ${inline(text.replace(/^[# ]+|[# ]+$/g, ""))}`;
    }
    case "item":
    case "note":
      return text.replace(
        /^(\s*(?:\d+\.|[-+*]|\[\^[^\]]+\]:)\s*)(.*)$/,
        (_all, mark: string, rest: string) => mark + inline(rest),
      );
    default:
      return asText(inline(text));
  }
}

/** What begins a block for CommonMark only. */
function asText(text: string): string {
  return text.replace(/^(\s*\d+)(?=\)\s)/, "$1\\").replace(/^(\s+)(?=#{1,6}\s)/, "$1\\");
}

/** Indents what belongs to an item, so that it does for CommonMark. */
function within(list: List, text: string, kind: LineKind): string {
  const indent = /^ */.exec(text)?.[0].length ?? 0;
  if (list.content > 0 && indent > list.indent && indent < list.content && (kind === "item" || kind === "text"))
    return " ".repeat(list.content) + text.trimStart();
  if (kind === "item" && (list.content === 0 || indent <= list.indent)) {
    list.indent = indent;
    list.content = /^\s*\S+\s+/.exec(text)?.[0].length ?? 0;
  } else if (kind !== "blank" && indent === 0 && kind !== "item") list.content = 0;
  return text;
}

const underline = /^\s*(?:={2,}|-{2,})\s*$/;

/** Whether CommonMark would join two lines that are two blocks to HyperDown. */
function needsBlank(before: Line, { text, kind }: Line, after: Line): boolean {
  if (before.kind === "html") return kind !== "html" && kind !== "blank";
  if (kind === "delimiter") return before.kind !== "table" && before.kind !== "blank";
  const isBullet = before.kind === "item" && !/^\s*\d/.test(before.text);
  if (before.kind !== "text" && !(isBullet && kind === "item")) return false;
  if (kind === "item") return !/^\s*(?:1\.|[-+*])\s/.test(text);
  if (kind === "text") return underline.test(after.text) && after.kind === "rule";
  return kind === "table" || kind === "html" || (kind === "code" && /^ {4}/.test(text));
}

/** A line end within a paragraph is a break to HyperDown; beside a display it shows nothing. */
function isBroken(line: Line, after: Line, next: Line, holes: Holes): boolean {
  const isParagraph = (line.kind === "text" || line.kind === "item" || line.kind === "note") && after.kind === "text";
  if (!isParagraph || needsBlank(line, after, next)) return false;
  const parts = holes.split(line.text.trimEnd());
  const [last, end] = [parts.at(-2), parts.at(-1)];
  const [start, first] = holes.split(after.text.trimStart());
  const touches = (outer: string | undefined, piece: string | undefined) =>
    outer === "" && piece !== undefined && isDisplay(piece);
  return !touches(end, last) && !touches(start, first);
}
