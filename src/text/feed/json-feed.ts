import type { Feed, FeedItem } from "../../model/feed.ts";

/** A feed as JSON Feed 1.1. */
export function jsonFeed({ title, description, language, author, page, self, items }: Feed): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    description,
    home_page_url: page,
    feed_url: self,
    language,
    authors: [{ name: author }],
    items: items.map(itemOf),
  };
  return `${JSON.stringify(feed, undefined, 1)}\n`;
}

function itemOf({ url, title, summary, html, published, updated, authors, tags }: FeedItem) {
  return {
    id: url,
    url,
    title,
    summary,
    content_html: html,
    date_published: published,
    date_modified: updated,
    authors: authors.map((name) => ({ name })),
    tags,
  };
}
