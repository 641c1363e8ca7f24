import type { SourcePath } from "./brand.ts";
import type { Post } from "./post.ts";
import type { Span } from "./position.ts";

/** A 编: a run of parts under a title, up to the next one. */
export interface SectionInfo {
  readonly title: string;
  readonly note?: string;
  /** Label of its first part, `4`, `25上`. */
  readonly from: string;
}

/** A part that is not written yet. */
export interface PlannedPart {
  readonly part?: number;
  readonly title: string;
  readonly note?: string;
}

/** Where something stands in the file, by the path of its keys: `order.0`, `before.1`. */
export type Places = ReadonlyMap<string, Span>;

/** What `data/series.yaml` says about one series. */
export interface SeriesInfo {
  readonly name: string;
  /** Absent if the file does not say. */
  readonly finished?: boolean;
  /** Ids of posts in the order in which they are to be read; others follow. */
  readonly order: readonly string[];
  readonly sections: readonly SectionInfo[];
  readonly planned: readonly PlannedPart[];
  /** Number of a part → why it is missing. */
  readonly missing: ReadonlyMap<number, string>;
  /** Ids of posts and names of series to read before. */
  readonly before: readonly string[];
  readonly places: Places;
}

/** A text of Markdown inside another file. */
export interface NoteSource {
  /** Which series it describes. */
  readonly name: string;
  readonly text: string;
  /** Line of the file on which it starts, and by how much its lines are indented there. */
  readonly line: number;
  readonly indent: number;
}

/** A note with its formulas typeset; it has the form of a post without a head. */
export type Note = Post;

/** The whole file about series. */
export interface SeriesAbout {
  readonly path: SourcePath;
  readonly infos: readonly SeriesInfo[];
  /** Name of a series → its description. */
  readonly descriptions: ReadonlyMap<string, Note>;
}
