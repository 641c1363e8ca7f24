import type { SeriesId } from "../model/brand.ts";
import type { PagePlan } from "../model/page.ts";
import type { Series, Site } from "../model/site.ts";
import type { SeriesIndexProps, SeriesItem, SeriesProps } from "../model/theme.ts";
import { citableSeries, citationForms } from "./citation.ts";
import { feedLinks } from "./feed-links.ts";
import { frame } from "./frame.ts";
import type { PageInput } from "./page.ts";
import { entry, partLabel, partRef, seriesRow, summaryOf } from "./parts.ts";

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
  const feeds = feedLinks(site, plan.url, series.name);
  const items = series.entries.map(async (one, index): Promise<SeriesItem> => {
    const label = partLabel(one.part, index + 1);
    if (one.kind === "missing") return { kind: "missing", label };
    return {
      kind: "part",
      label,
      entry: { ...(await entry(one.post, input)), post: partRef(site, summaryOf(site, one.post)) },
    };
  });
  return {
    frame: frame(plan, input, { title: series.name, alternates: feeds }),
    feeds,
    row: seriesRow(site, series),
    items: await Promise.all(items),
    citations: citationForms(citableSeries(site, series), plan.url, site),
  };
}

/** A series that the site lists; a missing one is a fault of the program. */
export function seriesOf(site: Site, id: SeriesId): Series {
  const series = site.series.find((one) => one.id === id);
  if (!series) throw new Error(`a page is planned for a series “${id}” that there is not`);
  return series;
}
