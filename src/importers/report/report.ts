import type { ImportedPost, ImportedSite, ImportNote, Inventory } from "../../model/imported.ts";
import { compareInventories, type ComparedInventory } from "./compare.ts";
import { diffLines, type Hunk } from "./line-diff.ts";

/**
 * `new`, `unchanged`; `updated`: as an earlier import left it, and the archive says something else; `kept`: changed by
 * hand since, and left alone; `replaced`: changed by hand, but forced; `deleted`: removed by hand, and left so.
 */
export type FileState = "new" | "unchanged" | "updated" | "kept" | "replaced" | "deleted";

/** What became of one file of the site. */
export interface SettledFile {
  /** As printed for a person: with the folder. */
  readonly path: string;
  readonly state: FileState;
  /** The lines of a file that was changed by hand, and those of the import. */
  readonly byHand: readonly Hunk[];
}

export interface FailedFormula {
  readonly tex: string;
  readonly message: string;
  /** In the imported file, from 1. */
  readonly line: number;
}

/** What the site makes of an imported file. */
export interface After extends Inventory {
  /** The text that readers will see, a line for each block. */
  readonly visible: string;
  /** `undefined` if there is no site whose chain could set them. */
  readonly failed: readonly FailedFormula[] | undefined;
}

export interface ReportPost {
  readonly path: string;
  readonly from: string;
  readonly title: string;
  readonly state: FileState;
  readonly compared: ComparedInventory;
  readonly failed: readonly FailedFormula[] | undefined;
  readonly comments: number;
  /** Where source and result differ. */
  readonly differences: readonly Hunk[];
}

/** Everything that an import has to say about itself; printed as JSON and as HTML. */
export interface ImportReport {
  readonly source: string;
  /** Nothing was written. */
  readonly dryRun: boolean;
  readonly posts: readonly ReportPost[];
  readonly files: readonly SettledFile[];
  readonly comments: number;
  readonly missingFiles: readonly string[];
  readonly notes: readonly ImportNote[];
  readonly leftOut: readonly ImportNote[];
  readonly account: readonly string[];
  readonly totals: Totals;
}

export interface Totals {
  readonly formulas: CountedKind;
  readonly headings: CountedKind;
  readonly links: CountedKind;
  readonly images: CountedKind;
  readonly failed: number | undefined;
  /** Posts in which source and result are the same, line by line. */
  readonly identical: number;
}

export interface CountedKind {
  readonly before: number;
  readonly after: number;
  readonly same: number;
  readonly changed: number;
  readonly lost: number;
  readonly added: number;
}

/** Lays a post of the source beside what the site makes of it. */
export function reportPost(
  post: ImportedPost,
  { path, state, after, comments }: Pick<ReportPost, "path" | "state" | "comments"> & { readonly after: After },
): ReportPost {
  const { before } = post;
  const right = before.form === "visible" ? after.visible : post.body;
  return {
    path,
    from: post.from,
    title: post.head.title ?? post.head.id,
    state,
    compared: compareInventories(before, after),
    failed: after.failed,
    comments,
    differences: diffLines(before.text.split("\n"), right.split("\n")),
  };
}

/** Adds up the posts of an import. */
export function toReport(
  { source, comments, account, leftOut }: ImportedSite,
  rest: Pick<ImportReport, "dryRun" | "posts" | "files" | "notes" | "missingFiles">,
): ImportReport {
  const { posts } = rest;
  const checked = posts.flatMap(({ failed }) => failed ?? []);
  const totals: Totals = {
    formulas: countKind(posts, "formulas"),
    headings: countKind(posts, "headings"),
    links: countKind(posts, "links"),
    images: countKind(posts, "images"),
    failed: posts.some(({ failed }) => failed === undefined) ? undefined : checked.length,
    identical: posts.filter(({ differences }) => differences.length === 0).length,
  };
  return { source, comments: comments.length, leftOut, account, totals, ...rest };
}

function countKind(posts: readonly ReportPost[], kind: keyof Inventory): CountedKind {
  const all = posts.map(({ compared }) => compared[kind]);
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    before: sum(all.map(({ before }) => before)),
    after: sum(all.map(({ after }) => after)),
    same: sum(all.map(({ same }) => same)),
    changed: sum(all.map(({ changed }) => changed.length)),
    lost: sum(all.map(({ lost }) => lost.length)),
    added: sum(all.map(({ added }) => added.length)),
  };
}

/** One remark and all places that it is about. */
export interface NoteGroup {
  readonly message: string;
  /** `a.md:3`, in order. */
  readonly places: readonly string[];
}

/** Puts the same remarks about different places together, in the order in which they first come up. */
export function groupNotes(notes: readonly ImportNote[]): readonly NoteGroup[] {
  const groups = new Map<string, string[]>();
  for (const { file, line, message } of notes) {
    const places = groups.get(message) ?? [];
    groups.set(message, places);
    places.push(line === undefined ? file : `${file}:${line}`);
  }
  return [...groups].map(([message, places]) => ({ message, places }));
}
