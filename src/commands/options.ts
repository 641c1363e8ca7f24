import { parseArgs, type ParseArgsConfig } from "node:util";
import { useError } from "../host/use-error.ts";
import { nearest } from "../text/edit-distance.ts";

/** One option of a command: what help, parsing and error messages follow from. */
interface OptionSpec {
  readonly type: "string" | "boolean";
  /** Placeholder of the value in the help. */
  readonly value?: string;
  readonly help: string;
}

export const buildOptions = {
  content: {
    type: "string",
    value: "DIR",
    help: "content folder with posts/ and data/, or any folder of Markdown (default: content)",
  },
  out: { type: "string", value: "DIR", help: "output folder, replaced as a whole (default: dist)" },
  base: { type: "string", value: "PATH", help: "path under which the site is served, such as /blog/" },
  books: { type: "boolean", help: "with every series as an EPUB, linked from its page" },
  relative: { type: "boolean", help: "with links that name files, for a folder that opens from a disk; no search" },
  strict: { type: "boolean", help: "publish nothing if there is an error or a warning" },
  "no-cache": { type: "boolean", help: "make everything anew" },
  jobs: { type: "string", value: "N", help: "worker threads (default: by the number of processors)" },
  compress: { type: "boolean", help: "write every text once more as .br and .gz, for servers that send such files" },
  profile: { type: "boolean", help: "print the time of every stage" },
  report: { type: "string", value: "FILE.json", help: "write counts, diagnostics and times" },
} as const satisfies Record<string, OptionSpec>;

export const checkOptions = {
  content: buildOptions.content,
  explain: { type: "string", value: "CODE", help: "explain a diagnostic" },
  links: { type: "boolean", help: "ask other sites whether the links to them still lead somewhere" },
  json: { type: "boolean", help: "print diagnostics as JSON" },
} as const satisfies Record<string, OptionSpec>;

export const devOptions = {
  content: buildOptions.content,
  base: buildOptions.base,
  port: { type: "string", value: "N", help: "port of the server (default: 4321)" },
} as const satisfies Record<string, OptionSpec>;

export const previewOptions = {
  out: { type: "string", value: "DIR", help: "built folder (default: dist)" },
  base: buildOptions.base,
  port: devOptions.port,
} as const satisfies Record<string, OptionSpec>;

export const newOptions = {
  content: { type: "string", value: "DIR", help: "content folder (default: content)" },
} as const satisfies Record<string, OptionSpec>;

export const importOptions = {
  into: { type: "string", value: "DIR", help: "content folder to write to (default: content)" },
  public: { type: "string", value: "DIR", help: "folder for pictures that keep their address (default: public)" },
  profile: {
    type: "string",
    value: "NAME",
    help: "where the parts of a saved page are: a built-in profile, or a file NAME.json",
  },
  uploads: { type: "string", value: "DIR", help: "for typecho: the folder usr/uploads of the old site" },
  prefix: {
    type: "string",
    value: "NAME",
    help: "for typecho: what the names of its tables begin with, if it cannot be told",
  },
  "site-url": {
    type: "string",
    value: "URL",
    help: "for typecho: address of the old site, if the source does not say it",
  },
  permalink: {
    type: "string",
    value: "PATTERN",
    help: "for typecho: addresses of its posts, if the source does not say them: /[slug].html",
  },
  drafts: { type: "boolean", help: "import drafts and private posts too, as drafts" },
  "as-of": { type: "string", value: "DATE", help: "day at which the reader counts were copied" },
  report: {
    type: "string",
    value: "FILE.html",
    help: "where to write the report, with FILE.json beside it (default: .suanjing/import/KIND.html)",
  },
  "dry-run": { type: "boolean", help: "write nothing, print what would be written" },
  force: { type: "boolean", help: "overwrite files that were changed by hand" },
} as const satisfies Record<string, OptionSpec>;

export const hostConfigOptions = {
  content: buildOptions.content,
  base: buildOptions.base,
  folder: { type: "string", value: "DIR", help: "the built folder on the server (default: dist here)" },
} as const satisfies Record<string, OptionSpec>;

export const readersOptions = {
  content: newOptions.content,
} as const satisfies Record<string, OptionSpec>;

export const readersRemoveOptions = {
  ...readersOptions,
  "dry-run": importOptions["dry-run"],
} as const satisfies Record<string, OptionSpec>;

export const readersImportOptions = {
  ...readersRemoveOptions,
  name: { type: "string", value: "NAME", help: "name of the source in the files (default: its kind)" },
  "as-of": importOptions["as-of"],
  profile: importOptions.profile,
  website: { type: "string", value: "ID", help: "for a database of Umami: which of its websites" },
} as const satisfies Record<string, OptionSpec>;

export const commentsOptions = readersOptions;

export const commentsImportOptions = {
  ...readersRemoveOptions,
  name: { type: "string", value: "NAME", help: "name of the file of comments (default: its kind)" },
  force: importOptions.force,
} as const satisfies Record<string, OptionSpec>;

export const commentsRedactOptions = readersRemoveOptions;

export const pushOptions = {
  out: { type: "string", value: "DIR", help: "built folder (default: dist)" },
  "dry-run": { type: "boolean", help: "send nothing, print what would be sent" },
} as const satisfies Record<string, OptionSpec>;

export const exportOptions = {
  content: buildOptions.content,
  series: { type: "string", value: "NAME", help: "the book of a series" },
  post: { type: "string", value: "ID", help: "a book of one post" },
  all: { type: "boolean", help: "a book for every series" },
  out: { type: "string", value: "DIR", help: "folder for the books (default: books)" },
  math: { type: "string", value: "FORM", help: "formulas of an EPUB: mathml (default), or svg by MathJax" },
  paper: { type: "string", value: "SIZE", help: "of a PDF: a4 (default), tablet, or WIDTHxHEIGHT in millimetres" },
  comments: { type: "boolean", help: "with the archived comments below each chapter" },
} as const satisfies Record<string, OptionSpec>;

export const cacheOptions = {} as const satisfies Record<string, OptionSpec>;

export type OptionTable = Readonly<Record<string, OptionSpec>>;

export type OptionValues<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: Table[Name]["type"] extends "boolean" ? boolean : string;
};

/**
 * Reads the arguments of a command.
 * @throws a use error for an unknown option, with the nearest known one, or a missing value
 */
export function readOptions<Table extends OptionTable>(
  args: readonly string[],
  table: Table,
): { readonly values: OptionValues<Table>; readonly positionals: readonly string[] } {
  const unknown = args.find((arg) => /^--[^=]/.test(arg) && !Object.hasOwn(table, arg.slice(2).replace(/=.*$/s, "")));
  if (unknown !== undefined) {
    const known = nearest(unknown.slice(2).replace(/=.*$/s, ""), Object.keys(table), 3);
    throw useError(`there is no option ${unknown}`, known === undefined ? undefined : `did you mean --${known}?`);
  }
  const options: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
    Object.entries(table).map(([name, { type }]) => [name, { type }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as OptionValues<Table>, positionals };
  } catch (error) {
    throw useError(error instanceof Error ? error.message : String(error));
  }
}

/** A whole number of at least `least`. */
export function readNumber(text: string | undefined, name: string, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw useError(`--${name} takes a whole number from ${least}, not “${text}”`);
  return number;
}

/** Lines of help for a table of options. */
export function optionHelp(table: OptionTable): string {
  const rows = Object.entries(table).map(
    ([name, { value, help }]) => [`--${name}${value === undefined ? "" : ` ${value}`}`, help] as const,
  );
  const width = Math.max(...rows.map(([flag]) => flag.length));
  return rows.map(([flag, help]) => `  ${flag.padEnd(width)}  ${help}`).join("\n");
}
