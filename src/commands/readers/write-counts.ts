import type { ReaderCount } from "../../model/readers.ts";
import { describeSource, type SourceDescription } from "../../importers/readers/describe-source.ts";
import { mergeCounts, type DailyCount } from "../../importers/readers/merge-counts.ts";
import { printCounts } from "../../importers/readers/print-counts.ts";
import { countOf } from "../../text/count-of.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { writeIfNew, type SiteContent } from "../site-content.ts";
import type { Terminal } from "../terminal.ts";
import type { Counted } from "./counted.ts";

/** The file of a source in the content folder. */
export function fileOf(source: string): string {
  return `data/readers/${source}.csv`;
}

interface Order {
  readonly site: SiteContent;
  /** All rows that there are. */
  readonly stored: readonly ReaderCount[];
  /** Last day of a baseline. */
  readonly asOf: string | undefined;
  readonly dryRun: boolean;
}

/**
 * Joins counts with those that the source has given before, and writes its file and what is known about it. Rows of others
 * in that file stay.
 * @returns `false` if there is nothing to write
 */
export async function writeCounts(
  source: string,
  { parts, robotsFiltered }: Counted,
  { site, stored, asOf, dryRun }: Order,
  io: Terminal,
): Promise<boolean> {
  const before = stored.filter((row) => row.source === source).map(withoutPlace);
  const after = parts.reduce<readonly DailyCount[]>((all, part) => mergeCounts(all, part), before);
  if (after.length === 0) {
    io.out("Nothing was about a post of this site.");
    return false;
  }
  const file = fileOf(source);
  const others = stored.filter((row) => row.file === file && row.source !== source);
  const text = printCounts([...others, ...after.map((count) => ({ ...count, source }))]);
  const isNew = await writeIfNew(site.target, `content/${file}`, text, dryRun);
  io.out(fileLine(`${site.folder}${file}`, { before, after, isNew, dryRun }));
  if (asOf === undefined && after.some(({ day }) => day === undefined))
    io.out("These counts have no days. Say up to which day they go: --as-of 2024-07-20");
  await describe(
    { source, ...(asOf !== undefined && { asOf }), ...(robotsFiltered !== undefined && { robotsFiltered }) },
    { site, dryRun },
    io,
  );
  return true;
}

function withoutPlace({ day, path, views, visitors }: ReaderCount): DailyCount {
  return {
    path,
    ...(day !== undefined && { day }),
    ...(views !== undefined && { views }),
    ...(visitors !== undefined && { visitors }),
  };
}

interface Change {
  readonly before: readonly DailyCount[];
  readonly after: readonly DailyCount[];
  readonly isNew: boolean;
  readonly dryRun: boolean;
}

function fileLine(file: string, { before, after, isNew, dryRun }: Change): string {
  if (!isNew) return `${file}: unchanged`;
  const sum = (rows: readonly DailyCount[], measure: "views" | "visitors") =>
    rows.reduce((total, row) => total + (row[measure] ?? 0), 0);
  const measures = (["view", "visitor"] as const)
    .map((one) => [one, sum(before, `${one}s`), sum(after, `${one}s`)] as const)
    .filter(([, old, present]) => old + present > 0)
    .map(([one, old, present]) => `${countOf(present, one)} (${groupDigits(old)} before)`);
  const rows = `${countOf(after.length, "row")}, ${measures.join(", ")}`;
  return `${file}: ${rows}${dryRun ? " (dry run, not written)" : ""}`;
}

/** Writes down what the rows do not say: whether robots are left out, and how far a baseline goes. */
async function describe(
  description: SourceDescription,
  { site, dryRun }: Pick<Order, "site" | "dryRun">,
  io: Terminal,
): Promise<void> {
  const path = "data/readers/sources.yaml";
  const text = describeSource(site.content.data.readerSources?.text ?? "", description);
  if (text === undefined || text === "") return;
  if (await writeIfNew(site.target, `content/${path}`, text, dryRun))
    io.out(`${site.folder}${path}: “${description.source}” is described${dryRun ? " (dry run, not written)" : ""}`);
}
