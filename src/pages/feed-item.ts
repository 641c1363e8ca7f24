import type { Html, PostId } from "../model/brand.ts";
import type { FeedItem } from "../model/feed.ts";
import { absoluteHtml } from "../text/absolute-html.ts";
import { known } from "../text/known.ts";
import { withMathmlOnly } from "../text/mathml.ts";
import { hrefTo } from "../text/site-href.ts";
import { xml } from "../text/xml.ts";
import { plainBibliography } from "./bibliography.ts";
import { authorsOf } from "./citation.ts";
import { fillPart } from "./fill.ts";
import type { PageInput } from "./page.ts";

/** A post in a feed: its whole text with MathML for formulas, every address absolute. */
export async function feedItem(id: PostId, input: PageInput): Promise<FeedItem> {
  const { site } = input;
  const summary = known(site.byId, id);
  const { meta, titleText, description } = summary;
  const post = await input.post(id);
  const url = site.config.baseUrl + hrefTo(site, known(site.urlOf, id));
  const published = meta.date?.instant ?? "";
  const filled = fillPart(post.body, post, { own: false, url, plain: true }, input);
  const references = plainBibliography(post, site, input.theme.names(site.config.language).bibliography);
  const html = absoluteHtml(withMathmlOnly((filled + references) as Html), url);
  return {
    url,
    title: titleText,
    summary: description === "" ? titleText : description,
    html,
    escaped: xml`${html}`,
    published,
    updated: meta.updated ? later(published, meta.updated.instant) : published,
    authors: authorsOf(summary),
    tags: meta.tags,
  };
}

/** The later of two instants. */
export function later(a: string, b: string): string {
  return Date.parse(b) > Date.parse(a) ? b : a;
}
