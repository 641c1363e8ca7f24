import type { BookChapter, BookContent, BookPlan } from "../model/book.ts";
import type { PostId } from "../model/brand.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";
import { bibliographyOf } from "./bibliography.ts";
import { citablePost, citableSeries } from "./citation.ts";
import { commentItems } from "./comments.ts";
import { fillPart } from "./fill.ts";
import type { PageInput } from "./page.ts";
import { seriesOf } from "./series-pages.ts";
import { bibtex } from "../text/citation/bibtex.ts";
import { gbt7714 } from "../text/citation/gbt7714.ts";
import { citationLine } from "../text/citation/line.ts";
import { summaryOf } from "./parts.ts";

/** What the site says in a book: the texts of its posts as their own pages have them, with addresses of the site. */
export async function bookContent(plan: BookPlan, input: PageInput): Promise<BookContent> {
  const { site } = input;
  const ids = plan.sections.flatMap(({ chapters }) => chapters.map(({ post }) => post));
  const chapters: BookChapter[] = [];
  for (const id of ids) chapters.push(await chapterOf(id, plan, input));
  const description = plan.series === undefined ? undefined : seriesOf(site, plan.series).description;
  return {
    ...(description && { intro: fillPart(description.body, description, { own: true }, input) }),
    chapters,
    citations: citations(plan, input),
  };
}

async function chapterOf(id: PostId, { withComments }: BookPlan, input: PageInput): Promise<BookChapter> {
  const { site } = input;
  const summary = summaryOf(site, id);
  const { author, date, updated, license, original } = summary.meta;
  const post = await input.post(id);
  return {
    post: id,
    href: hrefTo(site, known(site.urlOf, id)),
    title: summary.titleHtml,
    titleText: summary.titleText,
    author,
    ...(date && { day: date.day }),
    ...(updated && { updated: updated.day }),
    ...(license !== undefined && { license }),
    ...(original && { original }),
    ...(post.summary !== undefined && { summary: fillPart(post.summary, post, { own: true }, input) }),
    body: fillPart(post.body, post, { own: true }, input),
    bibliography: bibliographyOf(post, site),
    comments: withComments ? commentItems(await input.comments(id), summary, input) : [],
  };
}

function citations({ series, sections }: BookPlan, { site }: PageInput): BookContent["citations"] {
  const first = sections[0]?.chapters[0]?.post;
  const citable =
    series === undefined
      ? first && citablePost(site, summaryOf(site, first))
      : citableSeries(site, seriesOf(site, series));
  if (!citable) return [];
  return [
    { name: "", text: citationLine(citable) },
    { name: "GB/T 7714", text: gbt7714(citable, site.config.citation.gbt) },
    { name: "BibTeX", text: bibtex(citable).trimEnd() },
  ];
}
