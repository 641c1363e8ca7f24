import type { SourcePath, UrlPath } from "./brand.ts";
import type { Span } from "./position.ts";

/** A line of `data/redirects/*.txt`: an old address of anything, and where it leads. */
export interface RedirectRule {
  /** Of a pattern what comes before the star; it ends with `/`. */
  readonly url: UrlPath;
  /** `?cat=3`, if the old address had one. */
  readonly query?: string;
  /** Whether it holds for every address that begins with `url` and where nothing stands. */
  readonly isPattern: boolean;
  /** An address of this site, with its query; of a pattern, `:splat` stands for what the star stood for. */
  readonly to: UrlPath;
  readonly file: SourcePath;
  readonly span: Span;
}
