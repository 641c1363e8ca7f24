import type { PostId } from "../model/brand.ts";
import type { SitePost } from "../model/post.ts";
import type { Series, Site, Term } from "../model/site.ts";
import type {
  Byline,
  Entry,
  Link,
  PostRef,
  Rod,
  Row,
  SeriesBox,
  SeriesRow,
  TermLink,
  YearOfPosts,
} from "../model/theme.ts";
import { known } from "../text/known.ts";
import { partLabel } from "../text/part-label.ts";
import { fillPart } from "./fill.ts";
import { hrefTo } from "../text/site-href.ts";
import type { PageInput } from "./page.ts";
import { routes } from "./routes.ts";

/** The summary of a post that the site lists. */
export function summaryOf(site: Site, id: PostId): SitePost {
  return known(site.byId, id);
}

export function postRef(site: Site, { meta, titleHtml, titleText }: SitePost): PostRef {
  return { href: hrefTo(site, known(site.urlOf, meta.id)), title: titleHtml, titleText };
}

/** A post in a list of its own series, where the name of the series would be repeated in every title. */
export function partRef(site: Site, summary: SitePost): PostRef {
  const ref = postRef(site, summary);
  return { ...ref, title: summary.partTitleHtml ?? ref.title };
}

export function byline(site: Site, post: SitePost): Byline {
  const { author, date, updated, id } = post.meta;
  const readers = site.readers.of.get(id);
  return {
    author,
    ...(date && { day: date.day, datetime: date.time === undefined ? date.day : date.instant }),
    ...(updated && { updated: updated.day }),
    ...(readers !== undefined && { readers }),
    citeHref: `${postRef(site, post).href}#cite`,
  };
}

export function tagLinks(site: Site, names: readonly string[]): readonly Link[] {
  const to = routes(site.config);
  return names.map((name) => ({ href: hrefTo(site, to.term("tags", name)), text: name }));
}

export function termLink(site: Site, { name, url, posts }: Term): TermLink {
  return { href: hrefTo(site, url), text: name, count: posts.length };
}

/** A post in a list, with its excerpt. */
export async function entry(id: PostId, input: PageInput): Promise<Entry> {
  const { site } = input;
  const summary = summaryOf(site, id);
  const post = await input.post(id);
  const series = seriesBox(site, id);
  const ref = postRef(site, summary);
  return {
    post: ref,
    byline: byline(site, summary),
    excerpt: fillPart(post.excerpt, post, { own: false, url: ref.href }, input),
    more: post.excerptIsCut,
    minutes: summary.minutes,
    tags: tagLinks(site, summary.meta.tags),
    ...(series && { series }),
    draft: summary.meta.draft,
  };
}

export function rods(site: Site, { entries }: Series, current?: PostId): readonly Rod[] {
  return entries.map((one, index) => {
    const label = partLabel(one.part, index + 1);
    if (one.kind === "missing") return { state: "missing", label };
    const summary = summaryOf(site, one.post);
    const day = summary.meta.date?.day;
    return {
      state: one.post === current ? "current" : "part",
      label,
      post: partRef(site, summary),
      ...(day !== undefined && { day }),
    };
  });
}

/** The series of a post; `undefined` if it is in none. */
export function seriesWith(site: Site, id: PostId): Series | undefined {
  return site.series.find((one) => one.id === site.seriesOf.get(id));
}

/** The place of a post in its series; `undefined` if it is in none. */
export function seriesBox(site: Site, id: PostId): SeriesBox | undefined {
  const series = seriesWith(site, id);
  if (!series) return undefined;
  const index = series.posts.indexOf(id);
  const neighbour = (at: number) => {
    const post = series.posts[at];
    return post === undefined ? undefined : partRef(site, summaryOf(site, post));
  };
  const previous = index > 0 ? neighbour(index - 1) : undefined;
  const next = neighbour(index + 1);
  return {
    name: series.name,
    href: hrefTo(site, series.url),
    position: series.entries.findIndex((one) => one.kind === "part" && one.post === id) + 1,
    count: series.entries.length,
    rods: rods(site, series, id),
    ...(previous && { previous }),
    ...(next && { next }),
  };
}

export function seriesRow(site: Site, series: Series): SeriesRow {
  const posts = series.posts.map((id) => summaryOf(site, id));
  const days = posts.flatMap(({ meta }) => meta.date?.day ?? []).toSorted();
  const [from, updated] = [days[0], days.at(-1)];
  const readers = series.posts.flatMap((id) => site.readers.of.get(id) ?? []);
  return {
    name: series.name,
    href: hrefTo(site, series.url),
    rods: rods(site, series),
    count: posts.length,
    missing: series.entries.length - posts.length,
    ...(from !== undefined && { from }),
    ...(updated !== undefined && { updated }),
    ...(readers.length > 0 && { readers: readers.reduce((a, b) => a + b, 0) }),
    minutes: posts.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}

export function row(site: Site, summary: SitePost): Row {
  const { date, id } = summary.meta;
  const readers = site.readers.of.get(id);
  const series = seriesWith(site, id);
  return {
    post: postRef(site, summary),
    ...(date && { day: date.day }),
    ...(readers !== undefined && { readers }),
    ...(series && { series: { href: hrefTo(site, series.url), text: series.name } }),
  };
}

/** Posts by year, in the order given. */
export function byYear(site: Site, posts: readonly SitePost[]): readonly YearOfPosts[] {
  const years = new Map<string | undefined, Row[]>();
  for (const post of posts) {
    const year = post.meta.date?.day.slice(0, 4);
    const rows = years.get(year) ?? [];
    years.set(year, rows);
    rows.push(row(site, post));
  }
  return [...years].map(([year, rows]) => ({ ...(year !== undefined && { year }), rows }));
}
