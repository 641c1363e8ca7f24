import type { PagePlan } from "../model/page.ts";
import type { ReaderGroup, ReaderRow, ReaderSource } from "../model/site.ts";
import type { ReaderGroupRow, ReaderRankRow, ReaderSourceRow, ReadersProps, ThemeNames } from "../model/theme.ts";
import { frontMatterSource } from "../text/reader-sources.ts";
import { hrefTo } from "../text/site-href.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { postRef, summaryOf } from "./parts.ts";
import { fixed } from "./routes.ts";

/** Posts in the list of those that are read most a day. */
const fastestRows = 10;

export function readersProps(plan: PagePlan, { site, theme }: Pick<PageInput, "site" | "theme">): ReadersProps {
  const names = theme.names(site.config.language);
  const { measure, total, counted, ranking, byYear, bySeries, byMonth, sources, until } = site.readers;
  const row = ({ post, readers, perDay }: ReaderRow): ReaderRankRow => {
    const summary = summaryOf(site, post);
    const day = summary.meta.date?.day;
    return {
      post: postRef(site, summary),
      ...(day !== undefined && { day }),
      ...(readers !== undefined && { readers }),
      ...(perDay !== undefined && { perDay }),
    };
  };
  return {
    frame: frame(plan, { site, theme }, { title: names.readers }),
    measure,
    ...(total !== undefined && { total }),
    posts: site.posts.length,
    counted,
    ranking: ranking.map(row),
    fastest: ranking
      .flatMap(({ perDay, ...one }) => (perDay === undefined ? [] : [{ ...one, perDay }]))
      .toSorted((a, b) => b.perDay - a.perDay)
      .slice(0, fastestRows)
      .map((one) => ({ ...row(one), perDay: one.perDay })),
    byYear: byYear.map((group) => groupRow(group)),
    bySeries: bySeries.map((group) => {
      const url = site.series.find(({ id }) => id === group.series)?.url;
      return groupRow({ ...group, name: group.name || names.noSeries }, url && hrefTo(site, url));
    }),
    byMonth,
    sources: sources.map((source) => sourceRow(source, names)),
    ...(until !== undefined && { until }),
    csvHref: hrefTo(site, fixed.readersCsv),
  };
}

function groupRow({ name, posts, counted, readers }: ReaderGroup, href?: string): ReaderGroupRow {
  return { name, posts, counted, ...(href !== undefined && { href }), ...(readers !== undefined && { readers }) };
}

function sourceRow({ name, label, ...source }: ReaderSource, names: ThemeNames): ReaderSourceRow {
  return { ...source, name: label ?? (name === frontMatterSource ? names.countsInPosts : name) };
}
