import type { Feed, FeedItem } from "../../model/feed.ts";
import { xml } from "../xml.ts";

/** A feed as RSS 2.0 with the full text in `content:encoded`. */
export function rss({ title, description, language, page, self, updated, items }: Feed): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${page}</link>
<description>${description}</description>
<language>${language}</language>
<lastBuildDate>${rfc822(updated)}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${self}"/>
${items.map(item)}</channel>
</rss>
`.xml;
}

function item({ url, title, summary, escaped, published, authors, tags }: FeedItem) {
  return xml`<item>
<title>${title}</title>
<link>${url}</link>
<guid isPermaLink="true">${url}</guid>
<pubDate>${rfc822(published)}</pubDate>
${authors.map((name) => xml`<dc:creator>${name}</dc:creator>\n`)}${tags.map((term) => xml`<category>${term}</category>\n`)}<description>${summary}</description>
<content:encoded>${escaped}</content:encoded>
</item>
`;
}

/** `Sat, 04 Jul 2020 01:05:00 GMT`, the form that RSS took from mail. */
function rfc822(instant: string): string {
  return new Date(instant).toUTCString();
}
