import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { readYamlFile } from "../../parse/front-matter/yaml.ts";
import { lineIndex } from "../../text/line-index.ts";

/** Front matter of a foreign Markdown file, and the text below it. */
export interface ReadHead {
  /** Keys with plain values: texts, numbers, booleans, lists, maps. */
  readonly fields: ReadonlyMap<string, unknown>;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** Places are lines of the file. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Longest front matter that is read, in UTF-16 units. */
const maxLength = 65_536;
/** Keys that would reach an object's prototype. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

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
  const { data, problems } = readers[form](source);
  const blank = /^\s*\n/.exec(text.slice(end))?.[0].length ?? 0;
  return {
    fields: toFields(data),
    body: text.slice(end + blank).trimEnd(),
    bodyLine: text.slice(0, end + blank).split("\n").length,
    problems: problems.map(({ line, message }) => ({ line: line + before, message })),
  };
}

/** Languages in which generators keep data. */
export type DataForm = "yaml" | "toml" | "json";

/** Reads a configuration file under the same bounds as front matter; empty if it cannot be read. */
export function readDataFile(text: string, form: DataForm): ReadHead["fields"] {
  return toFields(readers[form](text.replace(/^---[ \t]*\n/, "")).data);
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

interface ReadData {
  readonly data: unknown;
  /** Lines count from 1 within the data. */
  readonly problems: ReadHead["problems"];
}

const readers: Readonly<Record<DataForm, (source: string) => ReadData>> = {
  yaml(source) {
    const spaced = source.replace(/\t/g, "  ");
    const first = readYamlFile(spaced);
    if (first.ok) return { data: first.data, problems: [] };
    const { quoted, problems } = quoteValues(spaced);
    const second = readYamlFile(quoted);
    if (second.ok) return { data: second.data, problems };
    const { line } = lineIndex(spaced).pointAt(first.range.start);
    return { data: {}, problems: [{ line, message: `front matter cannot be read: ${first.message}` }] };
  },
  toml(source) {
    try {
      return { data: parseToml(source), problems: [] };
    } catch (error) {
      if (!(error instanceof TomlError)) throw error;
      const [reason = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n");
      return { data: {}, problems: [{ line: error.line, message: `front matter cannot be read: ${reason}` }] };
    }
  },
  json(source) {
    try {
      return { data: JSON.parse(source.startsWith("{") ? source : `{${source}}`) as unknown, problems: [] };
    } catch {
      return { data: {}, problems: [{ line: 1, message: "front matter cannot be read: it is not JSON" }] };
    }
  },
};

/** Quotes plain values of the first level that hold `: ` or ` #`, or begin with a sign of YAML. */
function quoteValues(source: string): { readonly quoted: string; readonly problems: ReadHead["problems"] } {
  const problems: { line: number; message: string }[] = [];
  const lines = source.split("\n").map((line, index) => {
    const match = /^([\w-]+):[ ]+(?!["'[{|>&*!])(\S.*?)[ ]*$|^([\w-]+):[ ]+([[*&!@`%].*?)[ ]*$/.exec(line);
    const key = match?.[1] ?? match?.[3];
    const value = match?.[2] ?? match?.[4];
    if (key === undefined || value === undefined || !/: |:$|^[[*&!@`%]/.test(value) || /^\[[^[\]]*\]$/.test(value))
      return line;
    const quoted = `${key}: ${JSON.stringify(value)}`;
    problems.push({ line: index + 1, message: `is not YAML as it stands; read as ${quoted}` });
    return quoted;
  });
  return { quoted: lines.join("\n"), problems };
}

/** Deepest nesting of lists and maps. */
const maxDepth = 20;

function toFields(data: unknown): ReadonlyMap<string, unknown> {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return new Map();
  const entries = Object.entries(data).filter(([key]) => !forbiddenKeys.has(key));
  return new Map(entries.map(([key, value]) => [key, plain(value, 0)]));
}

/** Dates of TOML become the text that the author wrote; what nests too deeply is left out. */
function plain(value: unknown, depth: number): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  if (depth > maxDepth || value === null) return undefined;
  if (Array.isArray(value)) return value.map((one: unknown) => plain(one, depth + 1));
  return typeof value === "object" ? toFields(value) : value;
}
