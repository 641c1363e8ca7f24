import { readData, type DataForm, type Problem } from "./data-forms.ts";

/** Front matter of a foreign Markdown file, and the text below it. */
export interface ReadHead {
  /** Keys with plain values: texts, numbers, booleans, lists, maps. */
  readonly fields: ReadonlyMap<string, unknown>;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** Places are lines of the file. */
  readonly problems: readonly Problem[];
}

/** Longest front matter that is read, in UTF-16 units. */
const maxLength = 65_536;

/**
 * Reads front matter in any of the forms that generators use: YAML between `---` (Hexo also without the first line), TOML
 * between `+++`, JSON in braces or ended by `;;;`. A plain YAML value that holds `: ` is read as if it were quoted, and
 * reported with the quoted form. Nothing is run, and keys that would reach a prototype are refused.
 */
export function readHead(text: string): ReadHead {
  const found = findHead(text);
  if (!found) return { fields: new Map(), body: text, bodyLine: 1, problems: [] };
  const { form, start, length, end } = found;
  const source = text.slice(start, start + length);
  const before = text.slice(0, start).split("\n").length - 1;
  const { fields, problems } = readData(source, form);
  const blank = /^\s*\n/.exec(text.slice(end))?.[0].length ?? 0;
  return {
    fields,
    body: text.slice(end + blank).trimEnd(),
    bodyLine: text.slice(0, end + blank).split("\n").length,
    problems: problems.map(({ line, message }) => ({ line: line + before, message })),
  };
}

interface FoundHead {
  readonly form: DataForm;
  /** Extent of the data, and offset of the text below. */
  readonly start: number;
  readonly length: number;
  readonly end: number;
}

function findHead(text: string): FoundHead | undefined {
  const head = text.slice(0, maxLength);
  const fenced = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)^\1[ \t]*(?:\n|$)/m.exec(head);
  if (fenced?.index === 0) {
    const [all, fence = "", inner = ""] = fenced;
    const start = all.indexOf("\n") + 1;
    return { form: fence === "---" ? "yaml" : "toml", start, length: inner.length, end: all.length };
  }
  if (head.startsWith("{")) return findJson(head);
  // Hexo: the first line of dashes may be missing; then the text begins with a key.
  const open = /^(?=[\w-]+:(?:[ \t]|\n))([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(head);
  if (open?.index === 0) return { form: "yaml", start: 0, length: open[1]?.length ?? 0, end: open[0].length };
  const ended = /^(?=")([\s\S]*?)^;;;[ \t]*(?:\n|$)/m.exec(head);
  return ended?.index === 0
    ? { form: "json", start: 0, length: ended[1]?.length ?? 0, end: ended[0].length }
    : undefined;
}

/** The braces at the start of a text, strings skipped. */
function findJson(head: string): FoundHead | undefined {
  const form = /"(?:[^"\\]|\\.)*"|[{}]/g;
  let depth = 0;
  for (let match = form.exec(head); match; match = form.exec(head)) {
    depth += match[0] === "{" ? 1 : match[0] === "}" ? -1 : 0;
    if (depth > 0) continue;
    const rest = /^[ \t]*(?:\n;;;[ \t]*)?(?:\n|$)/.exec(head.slice(form.lastIndex));
    return rest ? { form: "json", start: 0, length: form.lastIndex, end: form.lastIndex + rest[0].length } : undefined;
  }
  return undefined;
}
