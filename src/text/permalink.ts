import type { UrlPath } from "../model/brand.ts";
import type { PostSummary } from "../model/post.ts";
import { slug } from "./slug.ts";
import { toUrlPath } from "./url-path.ts";

/** The address of a post by a pattern such as `/:year/:month/:slug.html`; `undated`, `00` and `00` without a date. */
export function permalink(
  pattern: string,
  { meta: { id, date }, titleText }: Pick<PostSummary, "meta" | "titleText">,
): UrlPath {
  const [year = "undated", month = "00", day = "00"] = date?.day.split("-") ?? [];
  const parts = { id, slug: slug(titleText), year, month, day };
  return toUrlPath(pattern.replace(/:(id|slug|year|month|day)/g, (_all, name: keyof typeof parts) => parts[name]));
}
