import type { Html } from "../model/brand.ts";
import type { PagePlan } from "../model/page.ts";
import type { Post } from "../model/post.ts";
import type { PostProps, TocItem } from "../model/theme.ts";
import { commentItems } from "./comments.ts";
import { bibliographyOf } from "./bibliography.ts";
import { numberWorks } from "../text/bibliography/numbering.ts";
import { citablePost, citationForms } from "./citation.ts";
import { fillPart } from "./fill.ts";
import { hrefTo } from "../text/site-href.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { backlinkGroups } from "./backlinks.ts";
import { byline, postRef, row, seriesBox, seriesWith, summaryOf, tagLinks } from "./parts.ts";
import { postJsonLd, postMeta } from "./post-head.ts";
import { markdownUrl, routes } from "./routes.ts";

type Plan = Extract<PagePlan, { kind: "post" }>;

export async function postProps(plan: Plan, input: PageInput): Promise<PostProps> {
  const { site } = input;
  const summary = summaryOf(site, plan.post);
  const { meta } = summary;
  const post = await input.post(plan.post);
  const series = seriesBox(site, plan.post);
  const citable = citablePost(site, summary);
  const works = [...numberWorks(post.citations, site.works).values()].map(({ work }) => work);
  const head = { site, summary, citable, series: seriesWith(site, plan.post), works };
  const index = site.posts.indexOf(summary);
  const comments = await input.comments(plan.post);
  const { live } = site.config.comments;
  const [newer, older] = [site.posts[index - 1], site.posts[index + 1]];
  return {
    frame: frame(plan, input, {
      title: summary.titleText,
      description: summary.description,
      meta: postMeta(head),
      jsonLd: postJsonLd(head),
      alternates: [{ type: "text/markdown", title: "Markdown", href: hrefTo(site, markdownUrl(plan.url)) }],
      fonts: Object.keys(summary.glyphs),
    }),
    post: postRef(site, summary),
    byline: byline(site, summary),
    ...(post.summary !== undefined && { summary: fillPart(post.summary, post, { own: true }, input) }),
    draft: meta.draft,
    ...(meta.original && { original: meta.original }),
    ...(meta.license !== undefined && { license: meta.license }),
    body: fillPart(post.body, post, { own: true }, input),
    ...(Object.keys(post.expansions).length > 0 && { macros: JSON.stringify(post.expansions) }),
    bibliography: bibliographyOf(post, site),
    toc: toc(post, postRef(site, summary).href, input),
    ...(series && { series }),
    ...(older && { older: postRef(site, older) }),
    ...(newer && { newer: postRef(site, newer) }),
    ...(meta.category !== undefined && {
      category: { href: hrefTo(site, routes(site.config).term("categories", meta.category)), text: meta.category },
    }),
    tags: tagLinks(site, meta.tags),
    minutes: summary.minutes,
    citations: citationForms(citable, plan.url, site),
    backlinks: backlinkGroups(site, plan.post),
    comments: commentItems(comments, summary, input),
    commentCount: comments.length,
    ...(live && { live: { ...live, path: postRef(site, summary).href } }),
    related: (site.related.get(plan.post) ?? []).map((id) => row(site, summaryOf(site, id))),
  };
}

/** Headings of level 2, those of level 3 below them; level 3 before any level 2 stands alone. */
function toc(post: Post, url: string, input: PageInput): readonly TocItem[] {
  const items: { href: string; title: TocItem["title"]; children: TocItem[] }[] = [];
  for (const { depth, id, title } of post.toc) {
    const item = {
      href: `#${encodeURIComponent(id)}`,
      title: withoutLinks(fillPart(title, post, { own: false, url }, input)),
      children: [],
    };
    const parent = items.at(-1);
    if (depth === 3 && parent) parent.children.push(item);
    else items.push(item);
  }
  return items;
}

/** An entry of the table of contents is a link itself and may not hold another. */
function withoutLinks(title: Html): Html {
  return title.replace(/<\/?a\b[^>]*>/g, "") as Html;
}
