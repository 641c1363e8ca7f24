import type { PostId, SeriesId } from "../../model/brand.ts";
import type { GraphDrawing, GraphPost } from "../../model/graph.ts";
import type { PagePlan } from "../../model/page.ts";
import type { Site } from "../../model/site.ts";
import type { GraphProps } from "../../model/theme.ts";
import { displayWidth } from "../../text/display-width.ts";
import { hrefTo } from "../../text/site-href.ts";
import { frame } from "../frame.ts";
import type { PageInput } from "../page.ts";
import { postRef, summaryOf } from "../parts.ts";
import { seriesOf } from "../series-pages.ts";
import { axisRoom, drawGraph, type Direction, type Drawn } from "./drawing.ts";
import { layoutGraph } from "./layout.ts";

/** Pixels: the whole width of a wide page; on a telephone the whole width across the years, and as long as there are posts. */
const sizes = {
  across: { length: 1146, perPost: 0, rowGap: 44, yearRoom: 38, depth: 130 },
  down: { length: 360, perPost: 9.5, rowGap: 34, yearRoom: 40, depth: 60, fill: 354 - axisRoom.down },
} as const;
/** Pixels of half an em in the names of series. */
const letterWidth = 6.6;
/** Letters of the name of a series; hanzi are two. */
const longestName = 32;

/** Who names whom: the links, titles and references between posts, drawn along the years and as a table. */
export function graphProps(plan: PagePlan, { site, theme }: Pick<PageInput, "site" | "theme">): GraphProps {
  const names = theme.names(site.config.language);
  const links = linksOf(site);
  const posts = graphPosts(site);
  const drawn = (direction: Direction) => draw({ site, posts, links, alone: names.noSeries }, direction);
  const rows = site.posts.flatMap((summary) => {
    const { id, date } = summary.meta;
    const [cites, cited] = [links.get(id)?.length ?? 0, site.backlinks.get(id)?.length ?? 0];
    if (cites + cited === 0) return [];
    return [{ post: postRef(site, summary), ...(date && { day: date.day }), cites, cited }];
  });
  return {
    frame: frame(plan, { site, theme }, { title: names.graph }),
    posts: rows.length,
    links: rows.reduce((sum, { cites }) => sum + cites, 0),
    rows: rows.toSorted((a, b) => b.cited - a.cited || b.cites - a.cites),
    ...(posts.length > 0 && { drawings: { across: drawn("across"), down: drawn("down") } }),
  };
}

type Links = ReadonlyMap<PostId, readonly PostId[]>;

/** The posts that each post names, newest first. */
function linksOf({ backlinks, posts }: Site): Links {
  const links = new Map<PostId, PostId[]>();
  for (const { meta } of posts) {
    for (const { from } of backlinks.get(meta.id) ?? []) links.set(from, [...(links.get(from) ?? []), meta.id]);
  }
  return links;
}

/** Posts with a date, oldest first. */
function graphPosts({ posts, seriesOf: series, backlinks }: Site): readonly GraphPost[] {
  return posts.toReversed().flatMap(({ meta: { id, date } }): readonly GraphPost[] => {
    const of = series.get(id);
    const cited = backlinks.get(id)?.length ?? 0;
    return date ? [{ id, day: date.day, cited, ...(of !== undefined && { series: of }) }] : [];
  });
}

interface Given {
  readonly site: Site;
  readonly posts: readonly GraphPost[];
  readonly links: Links;
  readonly alone: string;
}

function draw({ site, posts, links, alone }: Given, direction: Direction): GraphDrawing {
  const size = sizes[direction];
  const length = Math.max(size.length, posts.length * size.perPost);
  const named = (id: PostId) => links.get(id) ?? [];
  const layout = layoutGraph(posts, named, {
    ...size,
    length,
    labelLength: (series) => displayWidth(laneName(site, series)) * letterWidth,
  });
  const drawn: Drawn = {
    posts,
    layout,
    named,
    titleOf(id) {
      const { href, titleText } = postRef(site, summaryOf(site, id));
      return { href, title: titleText };
    },
    lane: (series) => ({ text: laneName(site, series), href: hrefTo(site, seriesOf(site, series).url) }),
    alone,
  };
  return drawGraph(drawn, direction);
}

/** The name of a series, cut where it would take too much room. */
function laneName(site: Site, id: SeriesId): string {
  const { name } = seriesOf(site, id);
  if (displayWidth(name) <= longestName) return name;
  let cut = "";
  for (const letter of name) {
    if (displayWidth(cut + letter) > longestName - 2) break;
    cut += letter;
  }
  return `${cut}…`;
}
