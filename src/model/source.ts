import type { ContentHash, SourcePath } from "./brand.ts";

/** One Markdown file as read: UTF-8, byte-order mark removed, line ends `\n`. */
export interface SourceFile {
  readonly path: SourcePath;
  readonly text: string;
  readonly hash: ContentHash;
}

/** A file beside the posts that is copied as it is (pictures, downloads). */
export interface AttachedFile {
  /** Path in the output folder. */
  readonly out: string;
  /** Path on disk, opaque to everything but `Files`. */
  readonly from: string;
}
