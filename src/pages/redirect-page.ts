import type { PagePlan } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { escapeHtml } from "../text/escape.ts";
import { absoluteUrl, hrefTo } from "../text/site-href.ts";

/** A page at an old address, for hosts that cannot redirect: it sends readers on and names the address that counts. */
export function redirectPage({ to, title }: Extract<PagePlan, { kind: "redirect" }>, site: Site): string {
  const href = escapeHtml(hrefTo(site, to));
  return `<!doctype html>
<html lang="${site.config.language}">
<meta charset="utf-8">
<title>${escapeHtml(title)}</title>
<link rel="canonical" href="${escapeHtml(absoluteUrl(site, to) ?? hrefTo(site, to))}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${href}">
<p><a href="${href}">${escapeHtml(title)}</a></p>
</html>
`;
}
