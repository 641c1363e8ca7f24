import type { Node } from "jsonc-parser";
import { z } from "zod";
import type { CommentFile, Redaction, SourceComment } from "../../model/comments.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { Span } from "../../model/position.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { parseDate } from "../../text/dates.ts";
import { itemAt, known } from "../../text/known.ts";
import { lineIndex } from "../../text/line-index.ts";
import { readJsonFile } from "./json-file.ts";

export interface ReadCommentsOptions {
  /** IANA name, for dates without an offset. */
  readonly timeZone: string;
  readonly redact: Redaction;
}

const text = z.string("is not a text").trim();
const filled = text.min(1, "is empty");
const id = filled.regex(/^[\p{L}\p{N}._-]+$/u, "holds more than letters, digits and . _ -");
const flag = z.enum(["true", "false", ""], "is neither “true” nor “false”").default("");

/** The keys of an entry that are read. All others are skipped before anything is done with them, private ones above all. */
const entry = z.object({
  id,
  rid: z.union([z.literal(["", "0"]), id], "is not an id").default(""),
  nick: text.default(""),
  link: text.default(""),
  badge_name: text.default(""),
  content: text,
  created_at: filled,
  page_key: filled,
  is_pending: flag,
  is_pinned: flag,
  is_collapsed: flag,
});

type Key = keyof typeof entry.shape;

/**
 * Reads a file of comments as Artrans has it: a list of objects all of whose values are texts. An entry with a wrong
 * value is reported at its place and left out; pending and redacted ones are hidden. Keys that are not known are
 * skipped.
 *
 * Reports comments/invalid, comments/duplicate-id.
 */
export function readComments(source: SourceFile, options: ReadCommentsOptions): Outcome<CommentFile> {
  const name = source.path.replace(/^.*\/|\.json$/g, "");
  const points = lineIndex(source.text);
  const spanOf = ({ offset, length }: Pick<Node, "offset" | "length">): Span => {
    return { start: points.pointAt(offset), end: points.pointAt(offset + length) };
  };
  const diagnostics: Diagnostic[] = [];
  const wrong = (message: string, node: Pick<Node, "offset" | "length">) => {
    diagnostics.push(diagnostic("comments/invalid", source.path, message, { span: spanOf(node) }));
  };
  const file = readJsonFile(source.text);
  if (!file.ok) wrong(file.message, { offset: file.range.start, length: file.range.end - file.range.start });
  else if (file.root.type !== "array") wrong("the file is not a list of comments", file.root);
  const nodes = file.ok && file.root.type === "array" ? (file.root.children ?? []) : [];

  const comments = new Map<string, SourceComment>();
  const hidden = new Map<string, string | undefined>();
  for (const node of nodes) {
    const read = readEntry(node, { source, spanOf, timeZone: options.timeZone, wrong });
    if (!read) continue;
    const { comment, isPending } = read;
    if (comments.has(comment.id) || hidden.has(comment.id)) {
      const message = `comment “${comment.id}” stands in the file twice; the second one is left out`;
      diagnostics.push(diagnostic("comments/duplicate-id", source.path, message, { span: comment.places.id }));
    } else if (isPending || isRedacted(comment, name, options.redact)) hidden.set(comment.id, comment.parent);
    else comments.set(comment.id, comment);
  }
  return { value: { path: source.path, name, comments: [...comments.values()], hidden }, diagnostics };
}

interface Reading {
  readonly source: SourceFile;
  readonly timeZone: string;
  readonly spanOf: (node: Node) => Span;
  readonly wrong: (message: string, node: Node) => void;
}

function readEntry(
  node: Node,
  { source, timeZone, spanOf, wrong }: Reading,
): { readonly comment: SourceComment; readonly isPending: boolean } | undefined {
  if (node.type !== "object") return void wrong("a comment is an object", node);
  const values = valuesOf(node);
  const result = entry.safeParse(Object.fromEntries([...values].map(([key, { value }]) => [key, value])));
  if (!result.success) {
    for (const { path, message } of result.error.issues) {
      const key = path[0] as Key;
      wrong(values.has(key) ? `“${key}” ${message}` : `the comment has no “${key}”`, values.get(key) ?? node);
    }
    return undefined;
  }
  const { data } = result;
  const date = parseDate(data.created_at, timeZone);
  if (!date) return void wrong("“created_at” is not a day and a time", known(values, "created_at"));
  const content = known(values, "content");
  const parent = data.rid === "" || data.rid === "0" ? undefined : data.rid;
  const isWeb = /^https?:\/\/[^\s/]/i.test(data.link);
  const comment: SourceComment = {
    id: data.id,
    ...(parent !== undefined && { parent }),
    name: data.nick,
    ...(isWeb && { link: data.link }),
    hasBadge: data.badge_name !== "",
    date,
    isPinned: data.is_pinned === "true",
    isCollapsed: data.is_collapsed === "true",
    page: data.page_key,
    content: {
      literal: source.text.slice(content.offset + 1, content.offset + content.length - 1),
      start: spanOf({ ...content, offset: content.offset + 1 }).start,
    },
    places: {
      id: spanOf(known(values, "id")),
      parent: spanOf(values.get("rid") ?? node),
      page: spanOf(known(values, "page_key")),
    },
  };
  return { comment, isPending: data.is_pending === "true" };
}

/** The values of an entry that are read, as nodes; of two of one name the last. */
function valuesOf({ children = [] }: Node): ReadonlyMap<Key, Node> {
  return new Map(
    children.flatMap(({ children: pair = [] }) => {
      const key = String(itemAt(pair, 0).value);
      return Object.hasOwn(entry.shape, key) ? [[key as Key, itemAt(pair, 1)] as const] : [];
    }),
  );
}

function isRedacted({ id: own, name }: SourceComment, file: string, { ids, names }: Redaction): boolean {
  return ids.includes(own) || ids.includes(`${file}-${own}`) || names.includes(name);
}
