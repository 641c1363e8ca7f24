import type { PagePlan } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { escapeHtml } from "../text/escape.ts";
import { known } from "../text/known.ts";
import { absoluteUrl, hrefTo } from "../text/site-href.ts";
import { summaryOf } from "./parts.ts";

/** A page at an old address, for hosts that cannot redirect: it sends readers on and names the address that counts. */
export function redirectPage({ to }: Extract<PagePlan, { kind: "redirect" }>, site: Site): string {
  const { meta, titleText } = summaryOf(site, to);
  const url = known(site.urlOf, meta.id);
  const href = escapeHtml(hrefTo(site, url));
  return `<!doctype html>
<html lang="${site.config.language}">
<meta charset="utf-8">
<title>${escapeHtml(titleText)}</title>
<link rel="canonical" href="${escapeHtml(absoluteUrl(site, url) ?? hrefTo(site, url))}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${href}">
<p><a href="${href}">${escapeHtml(titleText)}</a></p>
</html>
`;
}
