import type { Feed, FeedItem } from "../../model/feed.ts";
import { xml } from "../xml.ts";

/** A feed as Atom (RFC 4287). */
export function atom({ title, description, language, author, page, self, updated, items }: Feed): string {
  return xml`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${page}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
<updated>${updated}</updated>
<author><name>${author}</name></author>
${items.map(entry)}</feed>
`.xml;
}

function entry({ url, title, summary, escaped, published, updated, authors, tags }: FeedItem) {
  return xml`<entry>
<id>${url}</id>
<title>${title}</title>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${published}</published>
<updated>${updated}</updated>
${authors.map((name) => xml`<author><name>${name}</name></author>\n`)}${tags.map((term) => xml`<category term="${term}"/>\n`)}<summary>${summary}</summary>
<content type="html">${escaped}</content>
</entry>
`;
}
