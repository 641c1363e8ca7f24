import type { ContentHash, SourcePath } from "./brand.ts";
import type { Outcome } from "./diagnostic.ts";

/** One Markdown file as read: UTF-8, byte-order mark removed, line ends `\n`. */
export interface SourceFile {
  readonly path: SourcePath;
  readonly text: string;
  readonly hash: ContentHash;
}

/** The posts of a content folder, opened one by one: the texts of a large archive are not held. */
export interface Sources {
  readonly paths: readonly SourcePath[];
  /** A post as it stands now; nothing but a diagnostic if it is no text. Throws if it cannot be read. */
  readonly open: (path: SourcePath) => Outcome<SourceFile | undefined>;
}

/** A file beside the posts that is copied as it is (pictures, downloads). */
export interface AttachedFile {
  /** Path in the output folder. */
  readonly out: string;
  /** Path on disk, opaque to everything but `Files`. */
  readonly from: string;
}

/** What a content folder says about its posts besides themselves. */
export interface DataFiles {
  /** `data/series.yaml`. */
  readonly series?: SourceFile;
  /** `references.bib`. */
  readonly references?: SourceFile;
  /** `data/readers/*.csv`, in order of their names. */
  readonly readers: readonly SourceFile[];
  /** `data/readers/sources.yaml`. */
  readonly readerSources?: SourceFile;
  /** `data/comments/*.json`, in order of their names. */
  readonly comments: readonly SourceFile[];
  /** `data/comments/redacted.yaml`. */
  readonly redacted?: SourceFile;
  /** `data/redirects/*.txt`, in order of their names. */
  readonly redirects: readonly SourceFile[];
}
