import type { CommentFile, Redaction, SourceComment } from "../../model/comments.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { lineIndex } from "../../text/line-index.ts";
import type { Range } from "../front-matter/yaml.ts";
import { rangeOf, readJsonFile } from "./json-file.ts";
import { readEntry } from "./read-entry.ts";

export interface ReadCommentsOptions {
  /** IANA name, for dates without an offset. */
  readonly timeZone: string;
  readonly redact: Redaction;
}

/**
 * Reads a file of comments as Artrans has it: a list of objects all of whose values are texts. An entry with a wrong
 * value is reported at its place and left out; pending and redacted ones are hidden. Keys that are not known are
 * skipped.
 *
 * Reports comments/invalid, comments/duplicate-id.
 */
export function readComments(source: SourceFile, { timeZone, redact }: ReadCommentsOptions): Outcome<CommentFile> {
  const { path, text } = source;
  const name = path.replace(/^.*\/|\.json$/g, "");
  const points = lineIndex(text);
  const spanOf = ({ start, end }: Range) => ({ start: points.pointAt(start), end: points.pointAt(end) });
  const diagnostics: Diagnostic[] = [];
  const wrong = (message: string, range: Range) => {
    diagnostics.push(diagnostic("comments/invalid", path, message, { span: spanOf(range) }));
  };
  const comments = new Map<string, SourceComment>();
  const hidden = new Map<string, string | undefined>();
  for (const node of entriesOf(text, wrong)) {
    const read = readEntry(node, { text, spanOf, timeZone, wrong });
    if (!read) continue;
    const { comment, isPending } = read;
    if (comments.has(comment.id) || hidden.has(comment.id)) {
      const message = `comment “${comment.id}” stands in the file twice; the second one is left out`;
      diagnostics.push(diagnostic("comments/duplicate-id", path, message, { span: comment.places.id }));
    } else if (isPending || isRedacted(comment, name, redact)) hidden.set(comment.id, comment.parent);
    else comments.set(comment.id, comment);
  }
  return { value: { path, name, comments: [...comments.values()], hidden }, diagnostics };
}

function entriesOf(text: string, wrong: (message: string, range: Range) => void) {
  const file = readJsonFile(text);
  if (!file.ok) wrong(file.message, file.range);
  else if (file.root.type !== "Array") wrong("the file is not a list of comments", rangeOf(file.root));
  else return file.root.elements.map(({ value }) => value);
  return [];
}

function isRedacted({ id, name }: SourceComment, file: string, { ids, names }: Redaction): boolean {
  return ids.includes(id) || ids.includes(`${file}-${id}`) || names.includes(name);
}
