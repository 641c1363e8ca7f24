import type { Taxonomy } from "./page.ts";

/** What a foreign archive is turned into, whatever it was: plain data, no file is written by who makes it. */
export interface ImportedSite {
  /** Name of the kind of archive, which is also that of the record: `hexo`. */
  readonly source: string;
  /** In the order of the source. */
  readonly posts: readonly ImportedPost[];
  readonly comments: readonly ArtranComment[];
  /** Files of the source that the posts show or link to. */
  readonly attachments: readonly Attachment[];
  /** Old addresses of what is no post; of two with one address the first counts. */
  readonly moved: readonly MovedAddress[];
  /** What a person should look at. */
  readonly notes: readonly ImportNote[];
  /** What does not come along, each with the reason. */
  readonly leftOut: readonly ImportNote[];
  /** Sentences in which the importer accounts for all that it was given. */
  readonly account: readonly string[];
}

export interface ImportedPost {
  /** A page (`about`) has no place of its own here: it becomes a post without a date. */
  readonly kind: "post" | "page";
  /** File of the source, and the line at which the post begins there, from 1. */
  readonly from: string;
  readonly line: number;
  readonly head: ImportedHead;
  /** Markdown, line ends `\n`, no white space at either end. */
  readonly body: string;
  /** What the source holds, to be compared with what the site makes of the body. */
  readonly before: Before;
}

/** Front matter of an imported post; absent is unknown. */
export interface ImportedHead {
  /** Identity on the old site where it has one (`42`), else a slug. */
  readonly id: string;
  readonly title?: string;
  readonly author?: string;
  /** A day, or an instant with its offset. */
  readonly date?: string;
  readonly updated?: string;
  readonly category?: string;
  readonly tags?: readonly string[];
  readonly series?: string;
  readonly part?: number;
  readonly summary?: string;
  readonly draft?: boolean;
  /** Reader count of the old site, and the day of the count. */
  readonly readers?: number;
  readonly readersAsOf?: string;
  /** Addresses on the old site, each starting with `/`. */
  readonly aliases?: readonly string[];
}

/** The parts of a text that must not be lost, each in the order of the text. */
export interface Inventory {
  /** TeX without delimiters; a bare environment keeps its `\begin` and `\end`. */
  readonly formulas: readonly string[];
  /** Texts of headings. */
  readonly headings: readonly string[];
  /** Addresses as written. */
  readonly links: readonly string[];
  readonly images: readonly string[];
}

export interface Before extends Inventory {
  /** What is laid beside the result, line by line. */
  readonly text: string;
  /** `markdown`: compared with the Markdown; `visible`: the text that readers saw, compared with that which they will see. */
  readonly form: "markdown" | "visible";
}

export interface ImportNote {
  readonly file: string;
  /** From 1; absent if it is about the file as a whole. */
  readonly line?: number;
  readonly message: string;
}

/** An old address of what is no post, and what is here in its place. */
export interface MovedAddress {
  /** Begins with `/`; with `*` at its end it means every address that begins so and at which nothing stands. */
  readonly from: string;
  readonly to: Destination;
}

export type Destination =
  | { readonly kind: "home" | "search" }
  | { readonly kind: "list"; readonly of: "posts" | "comments" | Taxonomy }
  | { readonly kind: "term"; readonly taxonomy: Taxonomy; readonly name: string }
  | { readonly kind: "feed"; readonly form: "rss" | "atom" }
  /** An address on the old site. Of a pattern, with what the star stands for behind it. */
  | { readonly kind: "address"; readonly address: string };

/** A file to be copied as it is. */
export interface Attachment {
  /** Path in the source. */
  readonly from: string;
  /** Where it goes: `public` keeps its address on the site, `content` stands beside a post. */
  readonly folder: "public" | "content";
  readonly to: string;
}

/** A comment in Artalk's form of exchange, in which every value is a text; e-mail, IP and agent are never read. */
export interface ArtranComment {
  readonly id: string;
  /** Identity of the comment that is answered; empty for none. */
  readonly rid: string;
  readonly nick: string;
  /** Web address that the author gave. */
  readonly link: string;
  /** Absent or empty: none. Whoever has one is marked as someone of the site. */
  readonly badge_name?: string;
  /** Markdown. */
  readonly content: string;
  /** `2021-10-28 20:50:15 +0800` */
  readonly created_at: string;
  readonly is_collapsed: "true" | "false";
  readonly is_pending: "true" | "false";
  readonly is_pinned: "true" | "false";
  /** An address of the post on the old site, which is among its aliases. */
  readonly page_key: string;
  readonly page_title: string;
}

/** A file of the source. */
export interface ImportFile {
  /** Relative to the folder that is imported, `/` between segments. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A table of a database, as its columns say. */
export interface TableShape {
  readonly table: string;
  readonly columns: readonly string[];
}

/** What is read of a table: nothing but what is named here ever leaves the database or the file. */
export interface TableQuery {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns of which is read only whether they hold anything: `1` if they do. */
  readonly marks: readonly string[];
  /** Only rows that have one of some values in a column. */
  readonly where?: { readonly column: string; readonly values: readonly string[] };
}

/** The tables to read, or a sentence on why there are none. */
export type TableChoice =
  | { readonly ok: true; readonly queries: readonly TableQuery[] }
  | { readonly ok: false; readonly message: string };

/** A row by its columns; every value is a text, and one that is NULL is absent. */
export interface TableRow {
  readonly table: string;
  readonly values: ReadonlyMap<string, string>;
  /** File, and line of it; rows of a database have the name of the table, and their number in it from 1. */
  readonly file: string;
  readonly line: number;
}

export interface ImportInput {
  /** The files that the importer wants, sorted by path. */
  readonly files: readonly ImportFile[];
  /** Paths of all files, sorted, for attachments. */
  readonly paths: readonly string[];
  /** Rows of a database, by what the importer has chosen. */
  readonly rows?: readonly TableRow[];
  /** MD5 in hexadecimal digits, for archives that carry it. */
  readonly md5: (bytes: Uint8Array) => string;
}

export interface ImportOptions {
  /** IANA name; dates without an offset are read in it. */
  readonly timeZone: string;
  /** Day at which reader counts were seen. */
  readonly asOf?: string;
  /** Whether drafts and private posts come along, marked as drafts. */
  readonly drafts: boolean;
  /** Name or JSON of a selector profile. */
  readonly profile?: string;
  /** What the names of the tables begin with. */
  readonly prefix?: string;
  /** Address of the old site, and the pattern of its posts' addresses, where the source does not say them. */
  readonly siteUrl?: string;
  readonly permalink?: string;
}

/** Turns one kind of archive into posts. Pure; what it cannot read is a note, never an exception. */
export interface Importer {
  /** As typed on the command line, and the name of its record. */
  readonly name: string;
  /** Which files of the source it reads. */
  readonly wants: (path: string) => boolean;
  /** Chooses among the tables of a database; absent if it reads none. */
  readonly choose?: (shapes: readonly TableShape[], options: ImportOptions) => TableChoice;
  readonly read: (input: ImportInput, options: ImportOptions) => ImportedSite;
}
