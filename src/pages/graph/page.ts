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
export function graphProps(plan: PagePlan, input: Input): GraphProps {
  const { posts, links } = graphOf(input);
  const drawn = (direction: Direction) => draw({ ...input, posts, links }, direction);
  return {
    ...table(plan, input, links),
    ...(posts.length > 0 && { drawings: { across: drawn("across"), down: drawn("down") } }),
  };
}

/** What decides over `graphProps`: the drawings, which take a tenth of a second, are not made. */
export function graphFacts(plan: PagePlan, input: Input): unknown {
  const { posts, links } = graphOf(input);
  const named = posts.map((post) => [
    post,
    titleOf(input.site, post.id),
    post.series !== undefined && laneOf(input.site, post.series),
  ]);
  return [table(plan, input, links), named, [...links], aloneIn(input)];
}

type Input = Pick<PageInput, "site" | "theme">;

function graphOf({ site }: Input): { readonly posts: readonly GraphPost[]; readonly links: Links } {
  return { posts: graphPosts(site), links: linksOf(site) };
}

/** The name of the lane of posts that are in no series. */
function aloneIn({ site, theme }: Input): string {
  return theme.names(site.config.language).noSeries;
}

function table(plan: PagePlan, { site, theme }: Input, links: Links): Omit<GraphProps, "drawings"> {
  const names = theme.names(site.config.language);
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

interface Given extends Input {
  readonly posts: readonly GraphPost[];
  readonly links: Links;
}

function draw({ posts, links, ...input }: Given, direction: Direction): GraphDrawing {
  const { site } = input;
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
    titleOf: (id) => titleOf(site, id),
    lane: (series) => laneOf(site, series),
    alone: aloneIn(input),
  };
  return drawGraph(drawn, direction);
}

function titleOf(site: Site, id: PostId): ReturnType<Drawn["titleOf"]> {
  const { href, titleText } = postRef(site, summaryOf(site, id));
  return { href, title: titleText };
}

function laneOf(site: Site, id: SeriesId): ReturnType<Drawn["lane"]> {
  return { text: laneName(site, id), href: hrefTo(site, seriesOf(site, id).url) };
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
