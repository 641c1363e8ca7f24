import type { Html, Xml } from "./brand.ts";

/** A post in a feed; all addresses are absolute. */
export interface FeedItem {
  readonly url: string;
  readonly title: string;
  /** Never empty. */
  readonly summary: string;
  readonly html: Html;
  /** The same as text of XML: it is long, and stands in several feeds. */
  readonly escaped: { readonly xml: Xml };
  /** RFC 3339. */
  readonly published: string;
  readonly updated: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
}

/** A list of posts for programs that follow the site; all addresses are absolute. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly author: string;
  /** The page whose posts these are. */
  readonly page: string;
  /** Address of the feed itself. */
  readonly self: string;
  /** The newest change of its posts, RFC 3339. */
  readonly updated: string;
  readonly items: readonly FeedItem[];
}
