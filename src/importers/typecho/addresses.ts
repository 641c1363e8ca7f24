import type { TableRow } from "../../model/imported.ts";
import { pathOf } from "../markdown/fields.ts";
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
  const base = /^https?:\/\/[^/]+(\/[^?#]*)?/i.exec(settings.siteUrl)?.[1]?.replace(/\/+$/, "") ?? "";
  const [year = "", month = "", day = ""] = (settings.instant(numberIn(row, "created")) ?? "").slice(0, 10).split("-");
  const values: Readonly<Record<string, string>> = {
    cid,
    slug: textIn(row, "slug"),
    category: terms.categories[0]?.slug ?? "",
    directory: terms.categories[0]?.directory ?? "",
    year,
    month,
    day,
  };
  const pattern = fill(isPage ? settings.page : settings.post, values);
  const plain = [pattern, isPage ? undefined : `/archives/${cid}/`].filter((one) => one !== undefined);
  const fronted = settings.front === "" ? [] : plain.map((address) => settings.front + address);
  const all = [...plain, ...fronted].flatMap((address) => pathOf(base + address) ?? []);
  return [...new Set(all)];
}

function fill(pattern: string, values: Readonly<Record<string, string>>): string | undefined {
  let isComplete = true;
  const path = pattern.replace(/\[([a-z]+)[^\]]*\]/gi, (_all, name: string) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
    isComplete &&= value !== "";
    return value;
  });
  return isComplete ? path : undefined;
}
