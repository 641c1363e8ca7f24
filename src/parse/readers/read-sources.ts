import * as z from "zod";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { ReaderCount, ReaderData, ReaderSourceInfo } from "../../model/readers.ts";
import type { Span } from "../../model/position.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { isIsoDay } from "../../text/dates.ts";
import { nearest } from "../../text/edit-distance.ts";
import { lineIndex } from "../../text/line-index.ts";
import { frontMatterSource } from "../../text/reader-sources.ts";
import { withoutUndefined } from "../../text/without-undefined.ts";
import { readYamlFile, type Range, type YamlFile } from "../front-matter/yaml.ts";

const notADay = "is not a day such as 2024-03-29";
const text = z.string("is not a text").trim().min(1, "is empty");

/** The keys of a source in `data/readers/sources.yaml`. */
const source = z.strictObject({
  source: text,
  label: text.optional(),
  asOf: z.string(notADay).refine(isIsoDay, notADay).optional(),
  robotsFiltered: z.boolean("is neither true nor false").optional(),
});

type Report = (
  code: "readers/invalid" | "readers/unknown-source",
  message: string,
  at?: { readonly range: Range | undefined; readonly hint?: string | undefined },
) => Diagnostic;

/**
 * Reads `data/readers/sources.yaml`: a list of sources with what their rows do not say. A source with a wrong value is
 * reported at its place and left out; one that no row has is reported, because its name is probably misspelt.
 */
export function readSources(file: SourceFile, counts: readonly ReaderCount[]): Outcome<ReaderData["infos"]> {
  const points = lineIndex(file.text);
  const spanOf = (range: Range | undefined): Span | undefined =>
    range && { start: points.pointAt(range.start), end: points.pointAt(range.end) };
  const report: Report = (code, message, at) =>
    diagnostic(code, file.path, message, { span: spanOf(at?.range), hint: at?.hint });
  const yaml = readYamlFile(file.text);
  const infos = new Map<string, ReaderSourceInfo>();
  if (!yaml.ok) return { value: infos, diagnostics: [report("readers/invalid", yaml.message, yaml)] };
  if (yaml.data === null) return { value: infos, diagnostics: [] };
  if (!Array.isArray(yaml.data)) {
    const hint = "begin each source with “- source: …”";
    const wrong = report("readers/invalid", "the file is not a list of sources", { range: undefined, hint });
    return { value: infos, diagnostics: [wrong] };
  }
  const names = new Set([frontMatterSource, ...counts.map((count) => count.source)]);
  const diagnostics: Diagnostic[] = [];
  yaml.data.forEach((item: unknown, index) => {
    const result = source.safeParse(item);
    if (!result.success) {
      diagnostics.push(...result.error.issues.flatMap((issue) => problems(issue, index, { yaml, report })));
      return;
    }
    const info = result.data;
    if (!names.has(info.source))
      diagnostics.push(unknown(info.source, names, { report, range: yaml.rangeAt([index, "source"]) }));
    infos.set(info.source, withoutUndefined(info));
  });
  return { value: infos, diagnostics };
}

function problems(
  issue: z.core.$ZodIssue,
  index: number,
  { yaml, report }: { readonly yaml: Extract<YamlFile, { ok: true }>; readonly report: Report },
): readonly Diagnostic[] {
  const path = [index, ...issue.path.map(String)];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => {
      const near = nearest(key, Object.keys(source.shape), 3);
      const hint = near === undefined ? undefined : `did you mean ${near}?`;
      return report("readers/invalid", `“${key}” is not a key of a source`, {
        range: yaml.rangeAt([index, key]),
        hint,
      });
    });
  const [name] = issue.path;
  const message = name === undefined ? "a source is a map with its name" : `“${String(name)}” ${issue.message}`;
  return [report("readers/invalid", message, { range: yaml.rangeAt(path) ?? yaml.rangeAt([index]) })];
}

function unknown(
  name: string,
  names: ReadonlySet<string>,
  { report, range }: { readonly report: Report; readonly range: Range | undefined },
): Diagnostic {
  const near = nearest(name, [...names], 3);
  const hint = near === undefined ? undefined : `did you mean “${near}”?`;
  return report("readers/unknown-source", `no row has the source “${name}”`, { range, hint });
}
