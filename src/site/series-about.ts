import type { PostId } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { PostSummary } from "../model/post.ts";
import type { SeriesAbout, SeriesInfo } from "../model/series-info.ts";
import type { PartNumber, Series, SeriesEntry, SeriesSection } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { labelOf } from "./series.ts";
import { nearest } from "../text/edit-distance.ts";
import { foldTitle } from "../text/series-title.ts";

/** Reports something that the file names and that is not there, by the path of its key. */
type Report = (key: string, message: string, hint?: string) => void;

/**
 * Adds to series what `data/series.yaml` says about them. A series is found by its name, in any spelling that makes
 * posts one series.
 *
 * Reports series/unknown for names, ids and parts that are not there.
 */
export function addAbout(
  series: readonly Series[],
  about: SeriesAbout | undefined,
  posts: readonly PostSummary[],
): Outcome<readonly Series[]> {
  if (!about) return { value: series, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const infos = new Map<string, SeriesInfo>();
  for (const info of about.infos) infos.set(foldTitle(info.name), info);
  const named = new Set(series.map(({ name }) => foldTitle(name)));
  const reporting =
    (info: SeriesInfo): Report =>
    (key, message, hint) => {
      diagnostics.push(diagnostic("series/unknown", about.path, message, { span: info.places.get(key), hint }));
    };
  for (const [key, info] of infos) {
    if (named.has(key)) continue;
    const near = nearest(
      info.name,
      series.map(({ name }) => name),
      3,
    );
    reporting(info)(
      "name",
      `no post belongs to a series “${info.name}”`,
      near === undefined ? undefined : `did you mean “${near}”?`,
    );
  }
  const value = series.map((one) => {
    const info = infos.get(foldTitle(one.name));
    if (!info) return one;
    const report = reporting(info);
    const entries = withReasons(ordered(one, info, report), info, report);
    const description = about.descriptions.get(info.name);
    return {
      ...one,
      entries,
      posts: entries.flatMap((entry) => (entry.kind === "part" ? [entry.post] : [])),
      sections: sectionsOf(entries, info, report),
      planned: info.planned,
      before: beforeOf(info, { series, posts, report }),
      ...(info.finished !== undefined && { finished: info.finished }),
      ...(description && { description }),
    };
  });
  return { value, diagnostics };
}

/** An explicit order goes before numbers; gaps between numbers mean nothing then. */
function ordered({ name, entries }: Series, { order }: SeriesInfo, report: Report): readonly SeriesEntry[] {
  if (order.length === 0) return entries;
  const parts = entries.filter((entry) => entry.kind === "part");
  order.forEach((id, index) => {
    if (!parts.some(({ post }) => String(post) === id))
      report(`order.${index}`, `post “${id}” is not in the series “${name}”`);
  });
  const place = (post: PostId) => {
    const index = order.indexOf(String(post));
    return index < 0 ? order.length : index;
  };
  return parts.toSorted((a, b) => place(a.post) - place(b.post));
}

/** Says why parts are missing; a number outside of all gaps becomes a missing part at its place. */
function withReasons(entries: readonly SeriesEntry[], { missing }: SeriesInfo, report: Report): readonly SeriesEntry[] {
  return [...missing].reduce<readonly SeriesEntry[]>((all, [number, reason]) => {
    const index = all.findIndex(({ part }) => part.number === number);
    const entry: SeriesEntry = { kind: "missing", part: { number }, reason };
    if (all[index]?.kind === "missing") return all.with(index, entry);
    if (index >= 0) {
      report("missing", `part ${number} is not missing`);
      return all;
    }
    const behind = all.findIndex(({ part }) => part.number === undefined || part.number > number);
    return all.toSpliced(behind < 0 ? all.length : behind, 0, entry);
  }, entries);
}

function sectionsOf(
  entries: readonly SeriesEntry[],
  { sections }: SeriesInfo,
  report: Report,
): readonly SeriesSection[] {
  return sections
    .flatMap(({ title, note, from }, index): readonly SeriesSection[] => {
      const start = entries.findIndex(({ part }, position) => placeOf(part, position) === from);
      if (start < 0) {
        report(`sections.${index}.from`, `the series has no part “${from}” with which “${title}” could begin`);
        return [];
      }
      return [{ title, start, ...(note !== undefined && { note }) }];
    })
    .toSorted((a, b) => a.start - b.start);
}

/** As lists call a part: `4`, `25上`, its place if it has no number. */
function placeOf(part: PartNumber, position: number): string {
  return part.number === undefined && part.half === undefined ? String(position + 1) : labelOf(part);
}

interface Known {
  readonly series: readonly Series[];
  readonly posts: readonly PostSummary[];
  readonly report: Report;
}

function beforeOf({ before }: SeriesInfo, { series, posts, report }: Known): Series["before"] {
  return before.flatMap((name, index): Series["before"] => {
    const post = posts.find(({ meta }) => String(meta.id) === name);
    if (post) return [{ kind: "post", post: post.meta.id }];
    const other = series.find((one) => foldTitle(one.name) === foldTitle(name));
    if (other) return [{ kind: "series", series: other.id }];
    report(`before.${index}`, `“${name}” is neither the id of a post nor the name of a series`);
    return [];
  });
}
