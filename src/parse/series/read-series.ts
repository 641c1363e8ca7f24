import * as z from "zod";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { NoteSource, SeriesInfo } from "../../model/series-info.ts";
import type { Span } from "../../model/position.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { nearest } from "../../text/edit-distance.ts";
import { lineIndex } from "../../text/line-index.ts";
import { withoutUndefined } from "../../text/without-undefined.ts";
import { readYamlFile, type Range, type YamlFile } from "../front-matter/yaml.ts";
import { noteSource } from "./note-source.ts";

export interface SeriesFile {
  readonly infos: readonly SeriesInfo[];
  readonly notes: readonly NoteSource[];
}

const text = z.string("is not a text").trim().min(1, "is empty");
const id = z.union([text, z.number().transform(String)], "is not an id");
const number = z.int("is not a whole number").min(0, "is negative");

const section = z.strictObject({ title: text, note: text.optional(), from: id });
const planned = z.strictObject({ part: number.optional(), title: text, note: text.optional() });

/** The keys of a series in `data/series.yaml`. */
const series = z.strictObject({
  name: text,
  description: text.optional(),
  finished: z.boolean("is neither true nor false").optional(),
  order: z.array(id, "is not a list of ids").default([]),
  sections: z.array(section, "is not a list").default([]),
  planned: z.array(planned, "is not a list").default([]),
  missing: z.record(z.string().regex(/^\d+$/), text, "is not a map of numbers to reasons").default({}),
  before: z.array(id, "is not a list of ids and names").default([]),
});

/**
 * Reads `data/series.yaml`: a list of series with what their posts do not say. A series with a wrong value is reported
 * at its place and left out; the others are used.
 */
export function readSeries(source: SourceFile): Outcome<SeriesFile> {
  const points = lineIndex(source.text);
  const spanOf = (range: Range | undefined): Span | undefined =>
    range && { start: points.pointAt(range.start), end: points.pointAt(range.end) };
  const file = readYamlFile(source.text);
  const wrong = (message: string, range: Range | undefined, hint?: string) =>
    diagnostic("series/invalid", source.path, message, { span: spanOf(range), hint });
  if (!file.ok) return { value: { infos: [], notes: [] }, diagnostics: [wrong(file.message, file.range)] };
  if (file.data === null) return { value: { infos: [], notes: [] }, diagnostics: [] };
  if (!Array.isArray(file.data)) {
    const hint = "begin each series with “- name: …”";
    return {
      value: { infos: [], notes: [] },
      diagnostics: [wrong("the file is not a list of series", undefined, hint)],
    };
  }
  const diagnostics: Diagnostic[] = [];
  const infos: SeriesInfo[] = [];
  const notes: NoteSource[] = [];
  file.data.forEach((item: unknown, index) => {
    const result = series.safeParse(item);
    if (!result.success) {
      diagnostics.push(...result.error.issues.flatMap((issue) => problems(issue, index, { file, wrong })));
      return;
    }
    const { description, finished, missing, ...rest } = result.data;
    infos.push({
      ...rest,
      sections: rest.sections.map(withoutUndefined),
      planned: rest.planned.map(withoutUndefined),
      ...(finished !== undefined && { finished }),
      missing: new Map(Object.entries(missing).map(([part, reason]) => [Number(part), reason])),
      places: placesOf(rest, (path) => spanOf(file.rangeAt([index, ...path]))),
    });
    const range = file.rangeAt([index, "description"]);
    if (description !== undefined && range)
      notes.push(noteSource({ name: rest.name, text: description, source: source.text, range }));
  });
  return { value: { infos, notes }, diagnostics };
}

interface Reporting {
  readonly file: Extract<YamlFile, { ok: true }>;
  readonly wrong: (message: string, range: Range | undefined, hint?: string) => Diagnostic;
}

function problems(issue: z.core.$ZodIssue, index: number, { file, wrong }: Reporting): readonly Diagnostic[] {
  const path = [index, ...issue.path.map((key) => (typeof key === "number" ? key : String(key)))];
  if (issue.code !== "unrecognized_keys") {
    const name = issue.path.join(".");
    const message = issue.code === "invalid_key" ? "is not a number of a part" : issue.message;
    return [wrong(name === "" ? "a series is a map with a name" : `“${name}” ${message}`, nearestRange(path, file))];
  }
  const allowed = issue.path[0] === "sections" ? section : issue.path[0] === "planned" ? planned : series;
  return issue.keys.map((key) => {
    const near = nearest(key, Object.keys(allowed.shape), 2);
    const hint = near === undefined ? undefined : `did you mean ${near}?`;
    return wrong(`“${key}” is not a key of a series`, file.rangeAt([...path, key]), hint);
  });
}

/** Where a value stands; one that is not there has the place of what should hold it. */
function nearestRange(path: readonly (string | number)[], file: Reporting["file"]): Range | undefined {
  // The first of the path is a series of the list, which is there.
  return file.rangeAt(path) ?? nearestRange(path.slice(0, -1), file);
}

/** Places of everything that names a post, a part or a series. */
function placesOf(
  { order, before, sections }: Readonly<Record<"order" | "before" | "sections", readonly unknown[]>>,
  spanAt: (path: readonly (string | number)[]) => Span | undefined,
): ReadonlyMap<string, Span> {
  const paths: readonly (readonly (string | number)[])[] = [
    ["name"],
    ["missing"],
    ...order.map((_id, index) => ["order", index]),
    ...before.map((_id, index) => ["before", index]),
    ...sections.map((_section, index) => ["sections", index, "from"]),
  ];
  return new Map(
    paths.flatMap((path) => {
      const span = spanAt(path);
      return span ? [[path.join("."), span] as const] : [];
    }),
  );
}
