import type { ContentHash, Html, PostId, SourcePath } from "./brand.ts";
import type { BookContent, BookPlan } from "./book.ts";
import type { ParseOptions } from "./config.ts";
import type { Outcome } from "./diagnostic.ts";
import type { SourceFile } from "./source.ts";
import type { OutputFile, PagePlan } from "./page.ts";
import type { CommentProblem, CommentThread, SetComment } from "./comments.ts";
import type { FormulaCount, Glyphs, PostSummary, Post } from "./post.ts";
import type { Note, NoteSource } from "./series-info.ts";
import type { SearchRecord, SearchSize } from "./search.ts";
import type { Site } from "./site.ts";
import type { Theme } from "./theme.ts";

/** A folder: on disk in use, a map in tests. Paths are relative, `/` between segments. */
export interface Files {
  /** Paths of all files below, sorted; an empty list if the folder does not exist. */
  list(): Promise<readonly string[]>;
  /** Throws if the file cannot be read. */
  read(path: string): Uint8Array;
}

/** A macro as plain data. */
export interface TexMacro {
  /** With backslash. */
  readonly name: string;
  /** Parameter text as `\def` has it: `#1#2`, or delimited, `(#1)`. */
  readonly parameters: string;
  readonly body: string;
  /** What `#1` is when no argument in brackets is given; then `parameters` begins with `#1`. */
  readonly optional?: string;
  /** `expanded`: the body is expanded when the macro is defined; `alias`: the body is a token to mean the same as. */
  readonly kind: "macro" | "expanded" | "alias";
}

/** A range in a TeX string. */
export interface TexRange {
  readonly offset: number;
  readonly length: number;
}

/** A remark of the renderer about TeX that it could typeset. */
export interface TexWarning {
  readonly code: string;
  readonly message: string;
  /** Where it is about, if known. */
  readonly at?: TexRange;
}

export interface TexFailure {
  readonly ok: false;
  readonly message: string;
  readonly at?: TexRange;
  /** The fault stands in the body of this macro, not in the formula. */
  readonly macro?: string;
  /** A command that does not exist, with backslash. */
  readonly unknown?: string;
}

export type TexResult =
  | { readonly ok: true; readonly html: Html; readonly warnings: readonly TexWarning[] }
  | TexFailure;

export interface TexRequest {
  readonly display: boolean;
  /** Identifiers and classes that the formula may set, and fragments that it may link to, all made by us. */
  readonly issued?: ReadonlySet<string>;
  /** Links to elsewhere are refused, whatever their protocol. */
  readonly isClosed?: boolean;
}

/** The formulas of one post, in order: it holds their macros and shares nothing with other sessions. */
export interface TexSession {
  /** Adds or replaces a macro for what is rendered from here on. */
  define(macro: TexMacro): TexFailure | undefined;
  /** Typesets TeX to HTML with MathML beside it; what it defines ends with it. */
  render(tex: string, request: TexRequest): TexResult;
}

/** Typesets TeX; never throws. */
export interface TexRenderer {
  readonly version: string;
  /** Every command of letters that it knows by itself, with backslash. */
  readonly commands: ReadonlySet<string>;
  /** @param macros defined in this order before the first formula; what is wrong with them is not reported */
  open(macros?: readonly TexMacro[]): TexSession;
  /** Options for rehype-katex, for formulas that arrive as HTML: a fresh object with these macros. */
  pluginOptions(macros: readonly TexMacro[]): Readonly<Record<string, unknown>>;
}

/** A formula for the second renderer. */
export interface FallbackRequest {
  /** Without labels, tags and references. */
  readonly tex: string;
  readonly display: boolean;
  /** What the author wrote, for copying. */
  readonly source: string;
}

export type FallbackResult =
  | { readonly ok: true; readonly html: Html }
  | { readonly ok: false; readonly message: string };

/** The formulas of one post that the first renderer cannot set; it holds their macros. */
export interface FallbackSession {
  /** TeX that only defines something; it acts on what is rendered from here on. */
  define(tex: string): void;
  render(request: FallbackRequest): Promise<FallbackResult>;
}

/** A second, slower renderer. It is loaded by the first `open`. */
export interface TexFallback {
  readonly version: string;
  /** @param macros of the site and the post, name with backslash → TeX */
  open(macros: Readonly<Record<string, string>>): Promise<FallbackSession>;
}

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Looks up a picture by its path in the output folder. */
export interface Images {
  /** `undefined`: no such file; `"unknown"`: there is one, its size cannot be read. */
  size(path: string): ImageSize | "unknown" | undefined;
}

/** Keeps things between the job that makes them and the jobs that print them; content-addressed. */
export interface Store<Value = StoredPost> {
  get(key: string): Promise<Value | undefined>;
  put(key: string, value: Value): Promise<void>;
}

/** What a post job leaves behind besides the post: everything a later build needs to skip it. */
export interface StoredPost {
  readonly outcome: Outcome<
    | {
        readonly summary: PostSummary;
        readonly count: FormulaCount;
        readonly search?: SearchSize;
        readonly skeleton: Post;
      }
    | undefined
  >;
}

/** The comments of a post, set. Places of problems are places in the text of the comment. */
export interface StoredComments {
  readonly comments: readonly SetComment[];
  readonly problems: readonly CommentProblem[];
  readonly glyphs: Glyphs;
}

/** A post to be made. */
export interface PostInput extends SourceFile {
  /** Number of the last equation of the post that this one continues. */
  readonly after?: number;
  /** The store has lost it. */
  readonly isLost?: true;
}

/** A text inside another file that is to be set like a post. */
export interface NoteInput {
  readonly file: SourceFile;
  readonly note: NoteSource;
}

export interface NoteResult {
  readonly note: Note;
  /** What it needs of fonts is said here. */
  readonly summary: PostSummary;
}

/** A post and its comments, which are to be set with its macros and labels. */
export interface CommentsInput {
  readonly post: Pick<PostSummary, "key" | "path" | "labels">;
  readonly thread: CommentThread;
}

export interface CommentsResult {
  readonly key: ContentHash;
  /** What their formulas need of fonts. */
  readonly glyphs: Glyphs;
}

export interface PostResult {
  readonly summary?: PostSummary;
  /** Counted once: nobody keeps it, because an archive has a million formulas. */
  readonly count?: FormulaCount;
  /** What the search index will take from it; absent for a site without a search. */
  readonly search?: SearchSize;
  /** Found in the store, not made anew. */
  readonly hit: boolean;
  /** Milliseconds spent on reading Markdown and on typesetting; 0 for a hit. */
  readonly parseMs: number;
  readonly mathMs: number;
}

/** A post of which the search index wants its part. */
export interface RecordOrder {
  readonly key: ContentHash;
  readonly path: SourcePath;
}

/** A page to be printed, if it is not the page that a known key stands for. */
export interface PageOrder {
  readonly plan: PagePlan;
  readonly known?: string | undefined;
}

export type PageResult =
  | { readonly kind: "printed"; readonly key: string; readonly files: readonly OutputFile[] }
  | { readonly kind: "known" }
  /** The body of this post is not in the store any more; it must be made again. */
  | { readonly kind: "lost"; readonly post: PostId };

/** The texts of a book, if it is not the book that a known key stands for. */
export interface BookTextsOrder {
  readonly plan: BookPlan;
  /** Identifies what else the book is made with. */
  readonly world: string;
  readonly known?: string | undefined;
}

export type BookResult =
  | { readonly kind: "made"; readonly key: string; readonly content: BookContent }
  | { readonly kind: "known" }
  /** As for a page. */
  | { readonly kind: "lost"; readonly post: PostId };

/** The work that can be done in any worker: name → input and output. */
export interface JobTypes {
  readonly post: { readonly input: PostInput; readonly output: PostResult };
  readonly note: { readonly input: NoteInput; readonly output: NoteResult | undefined };
  readonly comments: { readonly input: CommentsInput; readonly output: CommentsResult | undefined };
  /** `undefined`: the store has lost it. */
  readonly record: { readonly input: RecordOrder; readonly output: SearchRecord | undefined };
  readonly page: { readonly input: PageOrder; readonly output: PageResult };
  readonly book: { readonly input: BookTextsOrder; readonly output: BookResult };
}
export type JobName = keyof JobTypes;
export type Jobs = {
  readonly [Name in JobName]: (input: JobTypes[Name]["input"]) => Promise<Outcome<JobTypes[Name]["output"]>>;
} & { readonly share: (site: Site) => void };

/** The world as the jobs see it. */
export interface JobDeps {
  readonly options: ParseOptions;
  readonly tex: TexRenderer;
  /** Absent if none is installed. */
  readonly fallback?: TexFallback;
  readonly images: Images;
  readonly theme: Theme;
  readonly store: Store;
  /** Posts with all that they say. */
  readonly bodies: Store<Post>;
  /** What the search index takes from posts. */
  readonly records: Store<SearchRecord>;
  readonly comments: Store<StoredComments>;
  /** The stylesheet of the KaTeX that typesets, which says what font each class is drawn with. */
  readonly katexCss: string;
  /** Identifies code, settings and pictures: what else than its text decides over a post. */
  readonly version: string;
  /** Identifies the theme. */
  readonly themeVersion: string;
  readonly hash: (text: string) => ContentHash;
  /** Milliseconds from any origin. */
  readonly now: () => number;
}

/** An index of words by another program: it is fed with pages and gives the files of the index. */
export interface WordIndexer {
  add(href: string, html: string): Promise<void>;
  files(): Promise<readonly OutputFile[]>;
  close(): Promise<void>;
}

/** Plain data from which a worker opens the same world as everybody else. */
export interface JobInit {
  readonly options: ParseOptions;
  /** Bundled theme to import. */
  readonly themeFile: string;
  /** Folders in which pictures are looked up, in order. */
  readonly imageFolders: readonly string[];
  /** Where posts are kept; absent: in memory, for one thread and one build. */
  readonly storeFolder?: string;
  readonly version: string;
}

/** Runs jobs, inline or in threads; results come in the order of the inputs. */
export interface Pool {
  map<Name extends JobName>(
    job: Name,
    inputs: Iterable<JobTypes[Name]["input"]>,
  ): AsyncIterable<Outcome<JobTypes[Name]["output"]>>;
  /** The posts are made. Pages are less work and need more memory: only half of the threads go on. */
  postsMade(): Promise<void>;
  /** Gives every worker the site, once a build. */
  share(site: Site): Promise<void>;
  close(): Promise<void>;
}
