import type { ArtranComment, ImportFile, ImportNote } from "../../model/imported.ts";
import { artranTime } from "../artran-time.ts";
import { textOf } from "../markdown/fields.ts";

export interface CommentExport {
  /** Their page keys are addresses as the source has them. */
  readonly comments: readonly ArtranComment[];
  /** What could not be read, each with its place; never with what stands in it. */
  readonly faults: readonly ImportNote[];
  /** Comments that do not come along, by the reason. */
  readonly leftOut: readonly ImportNote[];
  /** Their ids, so that what was shown once is not shown any longer. */
  readonly hidden: readonly string[];
}

/** Reads the export of one system of comments. Pure; what it cannot read is a fault, never an exception. */
export interface CommentReader {
  /** As typed on the command line, and the name of the file unless another is given. */
  readonly name: string;
  readonly read: (file: ImportFile, options: { readonly timeZone: string }) => CommentExport;
}

export const noComments: CommentExport = { comments: [], faults: [], leftOut: [], hidden: [] };

/** What a source says of a comment, before it is checked. */
export interface RawComment {
  readonly id: unknown;
  readonly parent: unknown;
  readonly nick: unknown;
  readonly link: unknown;
  readonly badge?: unknown;
  /** Markdown. */
  readonly content: string;
  readonly created: unknown;
  readonly page: unknown;
  readonly pageTitle?: unknown;
  readonly isCollapsed?: boolean;
  readonly isPinned?: boolean;
}

/** A comment in the form that the site reads, or what keeps it from being one. */
export function toArtran(raw: RawComment, timeZone: string): ArtranComment | string {
  const id = textOf(raw.id) ?? "";
  const parent = textOf(raw.parent) ?? "";
  const link = textOf(raw.link) ?? "";
  const badge = textOf(raw.badge) ?? "";
  const created = artranTime(textOf(raw.created) ?? "", timeZone);
  const page = textOf(raw.page);
  if (!/^[\p{L}\p{N}._-]+$/u.test(id)) return "a comment whose id is not letters, digits and . _ -";
  if (created === undefined) return "a comment without a date";
  if (page === undefined) return "a comment without a page";
  return {
    id,
    rid: parent === "0" || !/^[\p{L}\p{N}._-]*$/u.test(parent) ? "" : parent,
    nick: textOf(raw.nick) ?? "",
    link: /^https?:\/\//i.test(link) ? link : "",
    ...(badge !== "" && { badge_name: badge }),
    content: raw.content.trim(),
    created_at: created,
    is_collapsed: raw.isCollapsed === true ? "true" : "false",
    is_pending: "false",
    is_pinned: raw.isPinned === true ? "true" : "false",
    page_key: page,
    page_title: textOf(raw.pageTitle) ?? "",
  };
}

/** Sorts checked comments and faults apart. */
export function collect(
  file: string,
  results: readonly { readonly result: ArtranComment | string; readonly line?: number }[],
): Pick<CommentExport, "comments" | "faults"> {
  return {
    comments: results.flatMap(({ result }) => (typeof result === "string" ? [] : [result])),
    faults: results.flatMap(({ result, line }) =>
      typeof result === "string" ? [{ file, ...(line !== undefined && { line }), message: result }] : [],
    ),
  };
}
