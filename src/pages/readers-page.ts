import type { PagePlan } from "../model/page.ts";
import type { ReaderGroup } from "../model/site.ts";
import type { ReaderGroupRow, ReadersProps } from "../model/theme.ts";
import { hrefTo } from "../text/site-href.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { postRef, summaryOf } from "./parts.ts";

export function readersProps(plan: PagePlan, { site, theme }: Pick<PageInput, "site" | "theme">): ReadersProps {
  const names = theme.names(site.config.language);
  const { total, counted, ranking, byYear, bySeries, asOf } = site.readers;
  return {
    frame: frame(plan, { site, theme }, { title: names.readers }),
    ...(total !== undefined && { total }),
    posts: site.posts.length,
    counted,
    ranking: ranking.map(({ post, readers }) => {
      const summary = summaryOf(site, post);
      const day = summary.meta.date?.day;
      return {
        post: postRef(site, summary),
        ...(day !== undefined && { day }),
        ...(readers !== undefined && { readers }),
      };
    }),
    byYear: byYear.map((group) => groupRow(group)),
    bySeries: bySeries.map((group) => {
      const url = site.series.find(({ id }) => id === group.series)?.url;
      return groupRow({ ...group, name: group.name || names.noSeries }, url && hrefTo(site, url));
    }),
    ...(asOf && { asOf }),
  };
}

function groupRow({ name, posts, counted, readers }: ReaderGroup, href?: string): ReaderGroupRow {
  return { name, posts, counted, ...(href !== undefined && { href }), ...(readers !== undefined && { readers }) };
}
