import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { readYamlFile } from "../../parse/front-matter/yaml.ts";
import { lineIndex } from "../../text/line-index.ts";
import type { Fields } from "./fields.ts";

/** Languages in which generators keep data. */
export type DataForm = "yaml" | "toml" | "json";

/** Keys that would reach an object's prototype. */
const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

export interface Problem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** Reads the text of a map of keys to plain values; a text that cannot be read has none. */
export function readData(
  source: string,
  form: DataForm,
): { readonly fields: Fields; readonly problems: readonly Problem[] } {
  const { data, problems } = readers[form](source);
  return { fields: toFields(data), problems };
}

/** Reads a configuration file under the same bounds as front matter; empty if it cannot be read. */
export function readDataFile(text: string, form: DataForm): Fields {
  return readData(text.replace(/^---[ \t]*\n/, ""), form).fields;
}

interface ReadData {
  readonly data: unknown;
  /** Lines count from 1 within the data. */
  readonly problems: readonly Problem[];
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
function quoteValues(source: string): { readonly quoted: string; readonly problems: readonly Problem[] } {
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

/** Deepest nesting of lists and maps, and most values in all: a list that holds itself twice has more than there is time. */
const limits = { depth: 20, values: 10_000 };

interface Budget {
  values: number;
}

function toFields(data: unknown, depth = 0, budget: Budget = { values: limits.values }): Fields {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return new Map();
  const entries = Object.entries(data).filter(([key]) => !forbiddenKeys.has(key));
  return new Map(entries.map(([key, value]) => [key, plain(value, depth, budget)]));
}

/** Dates of TOML become the text that the author wrote; what nests too deeply is left out. */
function plain(value: unknown, depth: number, budget: Budget): unknown {
  if (value instanceof TomlDate) return value.toISOString();
  budget.values -= 1;
  if (depth > limits.depth || budget.values < 0 || value === null) return undefined;
  if (Array.isArray(value)) return value.map((one: unknown) => plain(one, depth + 1, budget));
  return typeof value === "object" ? toFields(value, depth + 1, budget) : value;
}
