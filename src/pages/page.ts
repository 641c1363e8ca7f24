import type { VNode } from "preact";
import type { Html, PostId } from "../model/brand.ts";
import type { FeedItem } from "../model/feed.ts";
import type { OutputFile, PagePlan } from "../model/page.ts";
import type { EquationTarget, Post, PostReference, TitleMention } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import type { Theme } from "../model/theme.ts";
import type { SetComment } from "../model/comments.ts";
import { markdownBibliography } from "./bibliography.ts";
import { hrefTo } from "../text/site-href.ts";
import { citablePost, citableSeries, citationFiles } from "./citation.ts";
import { commentsProps } from "./comments-page.ts";
import type { Filled } from "./fill.ts";
import { archiveProps, notFoundProps, termProps, termsProps } from "./list-pages.ts";
import { feedFiles } from "./feed-page.ts";
import { graphProps } from "./graph/page.ts";
import { homeProps } from "./home-page.ts";
import { markdownTwin } from "./markdown-twin.ts";
import { summaryOf } from "./parts.ts";
import { postProps } from "./post-page.ts";
import { redirectPage } from "./redirect-page.ts";
import { readersCsv } from "./readers-csv.ts";
import { readersProps } from "./readers-page.ts";
import { renderDocument } from "./render.ts";
import { searchBesides, searchProps } from "./search-page.ts";
import { seriesIndexProps, seriesOf, seriesProps } from "./series-pages.ts";

/** What printing a page needs besides its plan. */
export interface PageInput {
  readonly site: Site;
  readonly theme: Theme;
  /** Gets a post with its body; throws if the store has lost it. */
  readonly post: (id: PostId) => Promise<Post>;
  /** The archived comments of a post, in reading order; throws if the store has lost them. */
  readonly comments: (id: PostId) => Promise<readonly SetComment[]>;
  /** A post as it stands in feeds. */
  readonly feedItem: (id: PostId) => Promise<FeedItem>;
  /** Address of a link in a post, base path included. */
  readonly linkHref: (href: string, from: Filled) => string;
  /** Text for a link without any: the number, if it leads to an equation. */
  readonly linkText: (href: string, from: Filled) => Html;
  /** Address of the post whose title stands in 《》, base path included; `undefined` if it is no other post. */
  readonly titleHref: (mention: TitleMention, from: Filled) => string | undefined;
  /** The equation of another post that a reference names, and the address of that post. */
  readonly equation: (
    reference: PostReference,
  ) => { readonly target: EquationTarget; readonly url: string } | undefined;
}

/** Prints one page and the files that belong to it. */
export async function page(plan: PagePlan, input: PageInput): Promise<readonly OutputFile[]> {
  if (plan.kind === "feed") return feedFiles(plan, input);
  if (plan.kind === "redirect") return [{ path: plan.out, body: redirectPage(plan, input.site) }];
  const shown = plan.kind === "post" ? { postHref: hrefTo(input.site, plan.url) } : {};
  const body = renderDocument(await view(plan, input));
  return [{ path: plan.out, body, ...shown }, ...(await besides(plan, input))];
}

async function besides(plan: PagePlan, { site, theme, post: stored }: PageInput): Promise<readonly OutputFile[]> {
  if (plan.kind === "post") {
    const citable = citablePost(site, summaryOf(site, plan.post));
    const post = await stored(plan.post);
    const references = markdownBibliography(post, site, theme.names(site.config.language).bibliography);
    return [...citationFiles(citable, plan.url), markdownTwin(citable, post, { url: plan.url, references })];
  }
  if (plan.kind === "search") return searchBesides({ site, theme });
  if (plan.kind === "series") return citationFiles(citableSeries(site, seriesOf(site, plan.series)), plan.url);
  return plan.kind === "readers" ? [readersCsv(site)] : [];
}

type ShownPlan = Exclude<PagePlan, { kind: "redirect" | "feed" }>;

async function view(plan: ShownPlan, input: PageInput): Promise<VNode> {
  const { theme } = input;
  switch (plan.kind) {
    case "home":
      return theme.home(await homeProps(plan, input));
    case "post":
      return theme.post(await postProps(plan, input));
    case "series-index":
      return theme.seriesIndex(seriesIndexProps(plan, input));
    case "series":
      return theme.series(await seriesProps(plan, input));
    case "archive":
      return theme.archive(archiveProps(plan, input));
    case "terms":
      return theme.terms(termsProps(plan, input));
    case "term":
      return theme.term(termProps(plan, input));
    case "readers":
      return theme.readers(readersProps(plan, input));
    case "comments":
      return theme.comments(await commentsProps(plan, input));
    case "graph":
      return theme.graph(graphProps(plan, input));
    case "search":
      return theme.search(searchProps(plan, input));
    case "not-found":
      return theme.notFound(notFoundProps(plan, input));
  }
}
