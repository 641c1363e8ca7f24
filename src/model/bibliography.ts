import type { SourcePath } from "./brand.ts";
import type { Span } from "./position.ts";

/** A person (`given` in full, as written) or a body, which has only a family name. */
export interface WorkName {
  readonly family: string;
  readonly given?: string;
  /** `Jr.` */
  readonly suffix?: string;
}

/** What a work is, as far as its entry in a list of references depends on it. */
export type WorkKind =
  | "article"
  | "book"
  | "chapter"
  | "paper"
  | "proceedings"
  | "thesis"
  | "report"
  | "patent"
  | "preprint"
  | "dataset"
  | "software"
  | "online"
  | "other";

/** A work of `references.bib`, as plain text: TeX is read already, nothing is escaped. */
export interface Work {
  readonly key: string;
  readonly kind: WorkKind;
  readonly title: string;
  readonly authors: readonly WorkName[];
  /** The list of authors ends with `and others`. */
  readonly hasMoreAuthors: boolean;
  readonly editors: readonly WorkName[];
  readonly translators: readonly WorkName[];
  /** Journal, proceedings, book that it stands in; archive of a preprint. */
  readonly container?: string;
  /** Publisher, school, institution. */
  readonly publisher?: string;
  readonly place?: string;
  readonly edition?: string;
  readonly volume?: string;
  readonly issue?: string;
  /** `1-10`, or the number of an article. */
  readonly pages?: string;
  /** Of a report or a patent. */
  readonly number?: string;
  /** `2017`, `2017-06`, `2017-06-12` */
  readonly day?: string;
  /** Day on which the author of the post has read it. */
  readonly accessed?: string;
  readonly doi?: string;
  /** `http` or `https`. */
  readonly url?: string;
}

/** The works of a file by their keys. */
export interface WorkFile {
  readonly path: SourcePath;
  readonly works: ReadonlyMap<string, Work>;
}

/** One work in a citation. */
export interface CitedWork {
  readonly key: string;
  /** Which part of it, as written: `第 3 节`. */
  readonly locator?: string;
  /** Of the key with its `@`. */
  readonly span?: Span;
}

/** `[@a, 第 3 节; @b]` in the text of a post. Its hole in the markup is its index. */
export interface WorkCitation {
  readonly works: readonly CitedWork[];
}
