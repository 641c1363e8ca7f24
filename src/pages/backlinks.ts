import type { PostId, SeriesId } from "../model/brand.ts";
import type { Backlink, Site } from "../model/site.ts";
import type { BacklinkGroup } from "../model/theme.ts";
import { hrefTo } from "../text/site-href.ts";
import { postRef, seriesWith, summaryOf } from "./parts.ts";

/** Who names a post, by series: the series of the newest naming post first, posts without a series last. */
export function backlinkGroups(site: Site, id: PostId): readonly BacklinkGroup[] {
  const groups = new Map<SeriesId | undefined, Backlink[]>();
  for (const backlink of site.backlinks.get(id) ?? []) {
    const series = site.seriesOf.get(backlink.from);
    const group = groups.get(series) ?? [];
    groups.set(series, group);
    group.push(backlink);
  }
  const sorted = [...groups].toSorted(([a], [b]) => Number(a === undefined) - Number(b === undefined));
  return sorted.map(([, backlinks]) => groupOf(site, backlinks));
}

function groupOf(site: Site, backlinks: readonly Backlink[]): BacklinkGroup {
  const [first] = backlinks;
  const series = first && seriesWith(site, first.from);
  return {
    ...(series && { series: { href: hrefTo(site, series.url), text: series.name } }),
    posts: backlinks.map(({ from, sentences }) => ({ post: postRef(site, summaryOf(site, from)), sentences })),
  };
}
