import type { TableRow } from "../../model/imported.ts";
import { pathOf } from "../markdown/fields.ts";
import { fillRoute } from "./route-table.ts";
import { numberIn, textIn } from "./rows.ts";
import type { Settings } from "./settings.ts";
import type { Terms } from "./terms.ts";

/**
 * The addresses that a post or page had, the one by the pattern of the blog first. `/archives/42/` is always among
 * them, for it is what comments, feeds and older links name. A placeholder without a value leaves a pattern out.
 */
export function addressesOf(row: TableRow, terms: Terms, settings: Settings): readonly string[] {
  const isPage = textIn(row, "type").startsWith("page");
  const cid = String(numberIn(row, "cid"));
  const values = {
    cid,
    slug: textIn(row, "slug"),
    category: terms.categories[0]?.slug ?? "",
    directory: terms.categories[0]?.directory ?? "",
    ...dateOf(row, settings),
  };
  const pattern = fillRoute(settings.route(isPage ? "page" : "post"), values);
  return onSite([pattern, isPage ? undefined : `/archives/${cid}/`], settings);
}

/** Year, month and day of a post by the clock of the blog, as placeholders have them. */
export function dateOf(row: TableRow, settings: Settings): Readonly<Record<"year" | "month" | "day", string>> {
  const [year = "", month = "", day = ""] = (settings.instant(numberIn(row, "created")) ?? "").slice(0, 10).split("-");
  return { year, month, day };
}

/** Whole paths: with the folder that the blog was in, and also as servers have them that rewrite nothing. */
export function onSite(paths: readonly (string | undefined)[], settings: Settings): readonly string[] {
  const plain = paths.filter((one) => one !== undefined);
  const fronted = settings.front === "" ? [] : plain.map((path) => settings.front + path);
  return [...new Set([...plain, ...fronted].flatMap((path) => pathOf(settings.folder + path) ?? []))];
}
