import type { PagePlan } from "../model/page.ts";
import type { CommentsProps } from "../model/theme.ts";
import { groupBy } from "../text/group-by.ts";
import { hrefTo } from "../text/site-href.ts";
import { latest } from "./comments.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";

type Plan = Extract<PagePlan, { kind: "comments" }>;

/** A page of the list of all comments, by month. */
export async function commentsProps(plan: Plan, input: PageInput): Promise<CommentsProps> {
  const { site, theme } = input;
  const names = theme.names(site.config.language);
  const { number, urls } = plan.page;
  const title = number === 1 ? names.comments : `${names.comments} ${names.page(number)}`;
  const months = groupBy(await latest(plan.comments, input), ({ day }) => day.slice(0, 7));
  return {
    frame: frame(plan, input, { title }),
    count: site.latestComments.length,
    months: [...months].map(([month, comments]) => ({ month, comments })),
    pagination: { current: number, pages: urls.map((url, index) => ({ number: index + 1, href: hrefTo(site, url) })) },
  };
}
