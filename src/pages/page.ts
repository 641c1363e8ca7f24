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
import { archiveProps, notFoundProps, offlineProps, termProps, termsProps } from "./list-pages.ts";
import { feedFiles } from "./feed-page.ts";
import { graphFacts, graphProps } from "./graph/page.ts";
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
  if (!isShown(plan)) return unshown(plan, input);
  const { draw } = await view(plan, input);
  const shown = plan.kind === "post" ? { postHref: hrefTo(input.site, plan.url) } : {};
  return [{ path: plan.out, body: renderDocument(draw()), ...shown }, ...(await besides(plan, input))];
}

/** Everything that a page and its files show, as data, before the theme draws it. */
export async function pageFacts(plan: PagePlan, input: PageInput): Promise<unknown> {
  if (!isShown(plan)) return unshown(plan, input);
  const { facts } = await view(plan, input);
  return [facts, await besides(plan, input)];
}

type ShownPlan = Exclude<PagePlan, { kind: "redirect" | "feed" }>;

function isShown(plan: PagePlan): plan is ShownPlan {
  return plan.kind !== "feed" && plan.kind !== "redirect";
}

/** Files that the theme has no part in. */
async function unshown(plan: Exclude<PagePlan, ShownPlan>, input: PageInput): Promise<readonly OutputFile[]> {
  if (plan.kind === "feed") return feedFiles(plan, input);
  return [{ path: plan.out, body: redirectPage(plan, input.site) }];
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

interface View {
  /** What is shown, or what it is made from. */
  readonly facts: unknown;
  readonly draw: () => VNode;
}

function viewOf<Props>(props: Props, template: (props: Props) => VNode): View {
  return { facts: props, draw: () => template(props) };
}

async function view(plan: ShownPlan, input: PageInput): Promise<View> {
  const { theme } = input;
  switch (plan.kind) {
    case "home":
      return viewOf(await homeProps(plan, input), theme.home);
    case "post":
      return viewOf(await postProps(plan, input), theme.post);
    case "series-index":
      return viewOf(seriesIndexProps(plan, input), theme.seriesIndex);
    case "series":
      return viewOf(await seriesProps(plan, input), theme.series);
    case "archive":
      return viewOf(archiveProps(plan, input), theme.archive);
    case "terms":
      return viewOf(termsProps(plan, input), theme.terms);
    case "term":
      return viewOf(termProps(plan, input), theme.term);
    case "readers":
      return viewOf(readersProps(plan, input), theme.readers);
    case "comments":
      return viewOf(await commentsProps(plan, input), theme.comments);
    case "graph":
      return { facts: graphFacts(plan, input), draw: () => theme.graph(graphProps(plan, input)) };
    case "search":
      return viewOf(searchProps(plan, input), theme.search);
    case "not-found":
      return viewOf(notFoundProps(plan, input), theme.notFound);
    case "offline":
      return viewOf(offlineProps(plan, input), theme.offline);
  }
}
