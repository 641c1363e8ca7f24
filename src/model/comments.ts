import type { SourcePath, Template } from "./brand.ts";
import type { Formula, PostDate, PostLink, PostReference } from "./post.ts";
import type { Point, Span } from "./position.ts";

/** A string of a JSON file as it is written there, without its quotes, and where that starts. */
export interface JsonText {
  readonly literal: string;
  readonly start: Point;
}

/** Comments that are asked to be forgotten: `data/comments/redacted.yaml`. */
export interface Redaction {
  /** `12`, or `disqus-12` for that of one file. */
  readonly ids: readonly string[];
  /** Names of commenters, as they are written. */
  readonly names: readonly string[];
}

/** What every stage knows of a comment. */
export interface CommentHead {
  /** Of its own file at first; unique among the comments of its post later. */
  readonly id: string;
  /** Empty: the commenter gave none. */
  readonly name: string;
  /** Page of the commenter, `http` or `https`. */
  readonly link?: string;
  readonly date: PostDate;
  readonly isPinned: boolean;
  /** Folded by whoever kept the comments. */
  readonly isCollapsed: boolean;
}

/** A comment of an archive. Nothing private (addresses of people and machines, passwords) is ever in it. */
export interface SourceComment extends CommentHead {
  /** The comment that it answers; absent for the first of a thread. */
  readonly parent?: string;
  /** Marked as someone of the site. */
  readonly hasBadge: boolean;
  /** Address of the page below which it stood. */
  readonly page: string;
  readonly content: JsonText;
  readonly places: Readonly<Record<"id" | "parent" | "page", Span>>;
}

/** One file of `data/comments/`. */
export interface CommentFile {
  readonly path: SourcePath;
  /** Of the file, without folder and extension: `disqus`. */
  readonly name: string;
  readonly comments: readonly SourceComment[];
  /** Comments that are not shown → what they answer, so that replies to them find their place. */
  readonly hidden: ReadonlyMap<string, string | undefined>;
}

/** A comment at its place in the thread of a post. */
export interface ThreadComment extends CommentHead {
  /** By the author of the post. */
  readonly isAuthor: boolean;
  /** How many comments it stands below; at most three. */
  readonly depth: number;
  /** The comment that it answers, if that is another one than it stands below. */
  readonly answers?: { readonly id: string; readonly name: string };
  readonly file: SourcePath;
  readonly content: JsonText;
}

/** All comments of a post in reading order: each is followed by its replies. */
export type CommentThread = readonly ThreadComment[];

/** Something in the text of a comment that cannot be shown as it was meant. */
export interface CommentProblem {
  /** Index of the comment in its thread. */
  readonly comment: number;
  readonly message: string;
  /** Place in the text; absent: all of it. */
  readonly range?: { readonly start: number; readonly end: number };
}

/** A comment with its formulas typeset. The holes of its templates are indices into its lists. */
export interface SetComment extends Omit<ThreadComment, "file" | "content"> {
  readonly body: Template;
  /** The first words on one line. */
  readonly excerpt: Template;
  readonly formulas: readonly Formula[];
  readonly references: readonly PostReference[];
  readonly links: readonly PostLink[];
}
