import type { DailyCount } from "../../importers/readers/merge-counts.ts";
import type { FindPost } from "../../pipeline/find-posts.ts";
import type { OptionValues, readersImportOptions } from "../options.ts";
import type { SiteContent } from "../site-content.ts";

/** What is to be counted. */
export interface CountInput {
  readonly root: string;
  /** As typed. */
  readonly files: readonly string[];
  readonly values: OptionValues<typeof readersImportOptions>;
  readonly site: SiteContent;
  readonly find: FindPost;
}

/** What was counted. */
export interface Counted {
  /** What each of the inputs says. */
  readonly parts: readonly (readonly DailyCount[])[];
  /** Absent: the source does not say. */
  readonly robotsFiltered?: boolean;
  /** Sentences that account for all that was read. */
  readonly account: readonly string[];
  /** Whether something could not be read. */
  readonly hasFaults: boolean;
}
