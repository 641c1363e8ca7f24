import * as z from "zod";
import type { Redaction } from "../../model/comments.ts";
import type { Outcome } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { lineIndex } from "../../text/line-index.ts";
import { readYamlFile, type Range } from "../front-matter/yaml.ts";

// A number may be another one than is written: 012, or 6e5 of a hexadecimal id.
const texts = z.array(z.string("holds what is not a text; put it in quotes"), "is not a list").default([]);
const form = z.strictObject({ ids: texts, names: texts });

/** Nothing is to be forgotten. */
const nothing: Redaction = { ids: [], names: [] };

/**
 * Reads `data/comments/redacted.yaml`, the lists of comments and commenters that are to be forgotten.
 *
 * Reports comments/invalid.
 * @returns no value if the file is wrong: what it was to keep back is not known then
 */
export function readRedaction(file: SourceFile | undefined): Outcome<Redaction | undefined> {
  if (!file) return { value: nothing, diagnostics: [] };
  const points = lineIndex(file.text);
  const wrong = (message: string, range: Range | undefined) => {
    const span = range && { start: points.pointAt(range.start), end: points.pointAt(range.end) };
    return diagnostic("comments/invalid", file.path, message, { span, hint: "until it is right, no comment is shown" });
  };
  const yaml = readYamlFile(file.text);
  if (!yaml.ok) return { value: undefined, diagnostics: [wrong(yaml.message, yaml.range)] };
  const result = form.safeParse(yaml.data ?? {});
  if (result.success) return { value: result.data, diagnostics: [] };
  const diagnostics = result.error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => wrong(`“${key}” is neither “ids” nor “names”`, yaml.rangeAt([key])));
    const path = issue.path.map(String);
    const message = path.length === 0 ? "the file is not a map of “ids” and “names”" : `“${path[0]}” ${issue.message}`;
    return [wrong(message, yaml.rangeAt(path))];
  });
  return { value: undefined, diagnostics };
}
