import type { BookChapterPlan, BookChoice, BookPlan, BookSection } from "../model/book.ts";
import type { Series, SeriesEntry, Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { partLabel } from "../text/part-label.ts";

/** The books that are asked for, as data; `all` is a book for every series. */
export function planBooks(site: Site, choice: BookChoice, withComments: boolean): readonly BookPlan[] {
  if (choice.kind === "post") {
    const { meta, titleText } = known(site.byId, choice.post);
    const sections = [{ chapters: [{ post: choice.post }] }];
    return [{ name: meta.id, title: titleText, url: known(site.urlOf, meta.id), sections, missing: [], withComments }];
  }
  return site.series
    .filter(({ id }) => choice.kind === "all" || id === choice.series)
    .map((series) => ({
      name: series.id,
      title: series.name,
      url: series.url,
      series: series.id,
      sections: sectionsOf(series),
      missing: missingLabels(series),
      withComments,
    }));
}

/** The parts under the titles of the series; a title without any part is left out. */
function sectionsOf({ entries, sections }: Series): readonly BookSection[] {
  const chapters = (from: number, to: number | undefined) =>
    entries.slice(from, to).flatMap((entry, index) => chapterOf(entry, from + index + 1));
  const first = { chapters: chapters(0, sections[0]?.start) };
  const titled = sections.map(({ title, note, start }, index) => ({
    title,
    ...(note !== undefined && { note }),
    chapters: chapters(start, sections[index + 1]?.start),
  }));
  return [first, ...titled].filter((section) => section.chapters.length > 0);
}

function chapterOf(entry: SeriesEntry, position: number): readonly BookChapterPlan[] {
  return entry.kind === "part" ? [{ post: entry.post, label: partLabel(entry.part, position) }] : [];
}

/** Labels of the parts that no post has. */
function missingLabels({ entries }: Series): readonly string[] {
  return entries.flatMap((entry, index) => (entry.kind === "missing" ? [partLabel(entry.part, index + 1)] : []));
}
