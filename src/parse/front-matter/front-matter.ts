import type { PostId } from "../../model/brand.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { PostDate, PostMeta, SeriesOverride } from "../../model/post.ts";
import type { Span } from "../../model/position.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import { parseDate } from "../../text/dates.ts";
import { nearest } from "../../text/edit-distance.ts";
import { lineIndex } from "../../text/line-index.ts";
import { blankOut, findBlock } from "./block.ts";
import { fromPath, titleHeading } from "./derive.ts";
import { fieldNames, fields, isFieldName, type FieldName, type FieldValues } from "./fields.ts";
import { readYaml, type Range } from "./yaml.ts";

export interface FrontMatterOptions {
  readonly timeZone: string;
  /** Author of posts that name none. */
  readonly author: string;
}

export interface FrontMatter {
  readonly meta: PostMeta;
  /** The file with the front matter blanked out: same length, same positions. */
  readonly body: string;
  /** The title was taken from a heading of the body, which is not shown a second time. */
  readonly titleFromHeading: boolean;
  /** Where the title stands, for diagnostics of its formulas. */
  readonly titleSpan: Span;
  /** Where the summary stands. */
  readonly summarySpan: Span;
}

type Report = (code: DiagnosticCode, message: string, range?: Range, hint?: string) => void;

/**
 * Reads and checks the front matter of one post.
 *
 * A wrong value is reported and treated as absent; unknown keys are kept in `extra`. A missing title
 * comes from a heading or the file name, a missing date from the file name.
 * @returns `undefined` only if the block is written in another language (`---js`)
 */
export function readFrontMatter(source: SourceFile, options: FrontMatterOptions): Outcome<FrontMatter | undefined> {
  const diagnostics: Diagnostic[] = [];
  const points = lineIndex(source.text);
  const report: Report = (code, message, range, hint) => {
    const span: Span | undefined = range && { start: points.pointAt(range.start), end: points.pointAt(range.end) };
    diagnostics.push(diagnostic(code, source.path, message, { span, hint }));
  };
  const block = findBlock(source.text);
  if (block.kind === "language") {
    const range = { start: 0, end: source.text.search(/\n|$/) };
    report(
      "front-matter/language",
      `front matter in “${block.language}” is not read`,
      range,
      "write it as YAML between lines of ---",
    );
    return { value: undefined, diagnostics };
  }
  if (block.kind === "unclosed") {
    report(
      "front-matter/unclosed",
      "the block that starts here is never closed",
      { start: 0, end: 3 },
      "add a line --- after it",
    );
  }
  const end = block.kind === "yaml" ? block.end : 0;
  const read = readFields(source.text.slice(0, end), report);
  const body = blankOut(source.text, end);
  const spanOf = (key: "title" | "summary"): Span => {
    const { start = 0, end: keyEnd = 0 } = read.rangeOf(key) ?? {};
    return { start: points.pointAt(start), end: points.pointAt(keyEnd) };
  };
  const spans = { titleSpan: spanOf("title"), summarySpan: spanOf("summary") };
  return { value: { ...toMeta(source, body, read, { ...options, report }), body, ...spans }, diagnostics };
}

interface ReadFields {
  readonly values: FieldValues;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly rangeOf: (key: string) => Range | undefined;
}

/** Checks every key by itself, so that one wrong value costs only itself. */
function readFields(head: string, report: Report): ReadFields {
  const nothing = { values: {}, extra: {}, rangeOf: () => undefined };
  if (head === "") return nothing;
  const yaml = readYaml(head);
  if (!yaml.ok) {
    report("front-matter/syntax", yaml.message, yaml.range, "quote values that hold “: ” or begin with a sign");
    return nothing;
  }
  const values: Partial<Record<FieldName, unknown>> = {};
  const extra: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(yaml.data)) {
    if (value === null) continue;
    if (!isFieldName(key)) {
      extra[key] = value;
      const known = key.length > 3 ? nearest(key, fieldNames, 1) : undefined;
      if (known !== undefined && !(known in yaml.data)) {
        report(
          "front-matter/suspicious-key",
          `“${key}” is not a key of the generator`,
          yaml.rangeOf(key),
          `did you mean ${known}?`,
        );
      }
      continue;
    }
    const result = fields[key].safeParse(value);
    if (result.success) values[key] = result.data;
    else
      report(
        "front-matter/invalid",
        `“${key}” ${result.error.issues.map(({ message }) => message).join(", ")}`,
        yaml.rangeOf(key),
      );
  }
  return { values: values as FieldValues, extra, rangeOf: yaml.rangeOf };
}

function toMeta(
  source: SourceFile,
  body: string,
  { values, extra, rangeOf }: ReadFields,
  { timeZone, author, report }: FrontMatterOptions & { report: Report },
): Pick<FrontMatter, "meta" | "titleFromHeading"> {
  const derived = fromPath(source.path);
  const { title, titleFromHeading } = titleOf(values, body, derived.name, report);
  const day = (name: "date" | "updated" | "readersAsOf"): PostDate | undefined => {
    const text = values[name];
    const date = text === undefined ? undefined : parseDate(text, timeZone);
    if (text !== undefined && !date)
      report("post/bad-date", `“${text}” is not a date`, rangeOf(name), "write 2024-03-29 or 2024-03-29 09:30");
    return date;
  };
  const { category, readers, summary, original, license, equations } = values;
  const optional = {
    date: day("date") ?? dateFromName(derived.date, { timeZone, report }),
    updated: day("updated"),
    category,
    readers,
    readersAsOf: day("readersAsOf")?.day,
    series: seriesOverride(values),
    summary,
    equations: equations && withoutUndefined(equations),
    original: original && withoutUndefined(original),
    license,
  };
  return {
    titleFromHeading,
    meta: {
      id: (values.id ?? derived.id) as PostId,
      title,
      author: values.author ?? author,
      tags: values.tags ?? [],
      draft: values.draft ?? false,
      aliases: values.aliases ?? [],
      macros: values.macros ?? {},
      ...withoutUndefined(optional),
      extra,
    },
  };
}

/** The title that the author gave, else that of a heading, else the name of the file, with a remark. */
function titleOf(
  { title: given }: FieldValues,
  body: string,
  name: string,
  report: Report,
): { readonly title: string; readonly titleFromHeading: boolean } {
  if (given !== undefined) return { title: given, titleFromHeading: false };
  const heading = titleHeading(body);
  const title = heading?.text ?? name;
  report("post/missing-title", `no title; using “${title}”`, undefined, "add a line title: …");
  return { title, titleFromHeading: heading !== undefined };
}

function dateFromName(
  text: string | undefined,
  { timeZone, report }: { timeZone: string; report: Report },
): PostDate | undefined {
  const date = text === undefined ? undefined : parseDate(text, timeZone);
  if (date)
    report(
      "post/derived-date",
      `no date; using ${date.day} from the file name`,
      undefined,
      `add a line date: ${date.day}`,
    );
  else
    report(
      "post/missing-date",
      "no date; the post stands at the end of the archive",
      undefined,
      "add a line date: 2024-03-29",
    );
  return date;
}

function seriesOverride({ series, part }: FieldValues): SeriesOverride | undefined {
  if (series === undefined) return undefined;
  return { name: series, ...(part !== undefined && { part }) };
}

/** Drops keys without a value, which optional keys of zod's objects may have. */
function withoutUndefined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
