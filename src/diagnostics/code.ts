import type { Severity } from "../model/diagnostic.ts";

/** What is known about a code of diagnostics. */
export interface Code {
  readonly severity: Severity;
  /** Only reported if the site's `rules` ask for it. */
  readonly off?: true;
  /** What it means and what to do, in a few sentences. */
  readonly explain: string;
  /** Source text that gives this diagnostic. */
  readonly example: string;
}
