import type { PagePlan } from "../model/page.ts";
import type { HomeProps } from "../model/theme.ts";
import { hrefTo } from "../text/site-href.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { latest } from "./comments.ts";
import { entry, postRef, seriesRow, summaryOf, termLink } from "./parts.ts";
import { fixed } from "./routes.ts";

/** How many rows the panels beside the list show. */
const panelRows = { series: 6, mostRead: 6, tags: 24, comments: 10 } as const;

type Plan = Extract<PagePlan, { kind: "home" }>;

export async function homeProps(plan: Plan, input: PageInput): Promise<HomeProps> {
  const { site, theme } = input;
  const { number, urls } = plan.page;
  const title = number === 1 ? {} : { title: theme.names(site.config.language).page(number) };
  const fonts = plan.posts.flatMap((id) => summaryOf(site, id).excerptFonts);
  return {
    frame: frame(plan, input, { ...title, fonts }),
    entries: await Promise.all(plan.posts.map((id) => entry(id, input))),
    pagination: { current: number, pages: urls.map((url, index) => ({ number: index + 1, href: hrefTo(site, url) })) },
    series: site.series.slice(0, panelRows.series).map((series) => seriesRow(site, series)),
    mostRead: site.readers.ranking
      .slice(0, panelRows.mostRead)
      .flatMap(({ post, readers }) =>
        readers === undefined ? [] : [{ post: postRef(site, summaryOf(site, post)), readers }],
      ),
    tags: site.tags.slice(0, panelRows.tags).map((term) => termLink(site, term)),
    comments: number === 1 ? await latest(site.latestComments.slice(0, panelRows.comments), input) : [],
    commentsHref: hrefTo(site, fixed.comments),
    seriesHref: hrefTo(site, fixed.series),
    readersHref: hrefTo(site, fixed.readers),
    tagsHref: hrefTo(site, fixed.tags),
  };
}
