import type { OutPath } from "../model/brand.ts";
import type { PagePlan } from "../model/page.ts";
import { toOutPath } from "../text/url-path.ts";
import { citationExtensions } from "./citation.ts";
import { citationUrl, feedUrls, fixed, markdownUrl } from "./routes.ts";

/** The files that printing a page makes, without printing it. */
export function pagePaths(plan: PagePlan): readonly OutPath[] {
  return [...new Set([plan.out, ...besides(plan).map(toOutPath)])];
}

function besides(plan: PagePlan) {
  const citations = () => citationExtensions.map((extension) => citationUrl(plan.url, extension));
  switch (plan.kind) {
    case "post":
      return [...citations(), markdownUrl(plan.url)];
    case "series":
      return citations();
    case "search":
      return [fixed.searchDialog];
    case "readers":
      return [fixed.readersCsv];
    case "feed":
      return Object.values(feedUrls(plan.page));
    default:
      return [];
  }
}
