import type { SeriesId } from "../model/brand.ts";
import type { PagePlan } from "../model/page.ts";
import type { Series, Site } from "../model/site.ts";
import type { PostRef, SeriesChapter, SeriesIndexProps, SeriesItem, SeriesProps } from "../model/theme.ts";
import { citableSeries, citationForms } from "./citation.ts";
import { escapeHtml } from "../text/escape.ts";
import { partLabel } from "../text/part-label.ts";
import { known } from "../text/known.ts";
import { hrefTo } from "../text/site-href.ts";
import { fillPart } from "./fill.ts";
import { feedLinks } from "./feed-links.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { bookUrl } from "./routes.ts";
import { entry, partRef, postRef, seriesRow, summaryOf } from "./parts.ts";

export function seriesIndexProps(plan: PagePlan, input: PageInput): SeriesIndexProps {
  const { site, theme } = input;
  return {
    frame: frame(plan, input, { title: theme.names(site.config.language).series }),
    series: site.series.map((series) => seriesRow(site, series)),
  };
}

export async function seriesProps(plan: Extract<PagePlan, { kind: "series" }>, input: PageInput): Promise<SeriesProps> {
  const { site } = input;
  const series = seriesOf(site, plan.series);
  const { description } = series;
  const feeds = feedLinks(site, plan.url, series.name);
  const items = series.entries.map(async (one, index): Promise<SeriesItem> => {
    const label = partLabel(one.part, index + 1);
    if (one.kind === "missing")
      return { kind: "missing", label, ...(one.reason !== undefined && { reason: one.reason }) };
    return {
      kind: "part",
      label,
      entry: { ...(await entry(one.post, input)), post: partRef(site, summaryOf(site, one.post)) },
    };
  });
  return {
    frame: frame(plan, input, { title: series.name, alternates: feeds }),
    feeds,
    ...(site.hasBooks && { book: hrefTo(site, bookUrl(series.id)) }),
    ...(site.config.offline.app && {
      keep: [plan.url, ...series.posts.map((id) => known(site.urlOf, id))].map((url) => hrefTo(site, url)),
    }),
    row: seriesRow(site, series),
    ...(description && { description: fillPart(description.body, description, { own: true }, input) }),
    ...(series.finished !== undefined && { finished: series.finished }),
    before: series.before.map((one) => beforeRef(site, one)),
    chapters: chapters(await Promise.all(items), series.sections),
    planned: series.planned.map(({ part, title, note }) => ({
      ...(part !== undefined && { label: String(part) }),
      title,
      ...(note !== undefined && { note }),
    })),
    citations: citationForms(citableSeries(site, series), plan.url, site),
  };
}

/** What to read before, as a link: a post, or the page of a series. */
function beforeRef(site: Site, one: Series["before"][number]): PostRef {
  if (one.kind === "post") return postRef(site, summaryOf(site, one.post));
  const { name, url } = seriesOf(site, one.series);
  return { href: hrefTo(site, url), title: escapeHtml(name), titleText: name };
}

/** The items under their titles; those before the first title stand under none. */
function chapters(items: readonly SeriesItem[], sections: Series["sections"]): readonly SeriesChapter[] {
  const first = items.slice(0, sections[0]?.start);
  return [
    ...(first.length > 0 ? [{ items: first }] : []),
    ...sections.map(({ title, note, start }, index) => ({
      title,
      ...(note !== undefined && { note }),
      items: items.slice(start, sections[index + 1]?.start),
    })),
  ];
}

/** A series that the site lists; a missing one is a fault of the program. */
export function seriesOf(site: Site, id: SeriesId): Series {
  const series = site.series.find((one) => one.id === id);
  if (!series) throw new Error(`a page is planned for a series “${id}” that there is not`);
  return series;
}
