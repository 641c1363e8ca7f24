import type { SourcePath } from "./brand.ts";
import type { Span } from "./position.ts";

/** What a count counts; the two are never added. */
export type ReaderMeasure = "views" | "visitors";

/** A row of `data/readers/*.csv`: what a source has counted of one address, on one day or before its first day. */
export interface ReaderCount {
  readonly source: string;
  /** Absent: a baseline, which holds everything up to a day. */
  readonly day?: string;
  /** As written: a path of this site, present or old. */
  readonly path: string;
  /** Absent: unknown, which is not 0. */
  readonly views?: number;
  readonly visitors?: number;
  readonly file: SourcePath;
  /** Where `path` stands. */
  readonly span: Span;
}

/** What `data/readers/sources.yaml` says about a source. */
export interface ReaderSourceInfo {
  readonly source: string;
  /** What readers are told that it is. */
  readonly label?: string;
  /** Last day that its baseline holds. */
  readonly asOf?: string;
  /** Whether it leaves out robots; absent: nobody knows. */
  readonly robotsFiltered?: boolean;
}

/** All that `data/readers/` says. */
export interface ReaderData {
  readonly counts: readonly ReaderCount[];
  readonly infos: ReadonlyMap<string, ReaderSourceInfo>;
}
