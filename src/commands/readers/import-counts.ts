import { countReaders, logFormats } from "../../importers/readers/count-readers.ts";
import { describeSource } from "../../importers/readers/describe-source.ts";
import { mergeCounts, type DailyCount } from "../../importers/readers/merge-counts.ts";
import { printCounts } from "../../importers/readers/print-counts.ts";
import type { ReaderCount } from "../../model/readers.ts";
import { useError } from "../../host/use-error.ts";
import { findPosts } from "../../pipeline/find-posts.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { known } from "../../text/known.ts";
import { frontMatterSource } from "../../text/reader-sources.ts";
import { chooseKind } from "../choose-action.ts";
import { readersImportOptions, readOptions, type OptionValues } from "../options.ts";
import { readDay } from "../read-values.ts";
import { openContent, writeIfNew, type SiteContent } from "../site-content.ts";
import type { Terminal } from "../terminal.ts";
import { countExports } from "./count-exports.ts";
import { countLogs } from "./count-logs.ts";
import { storedCounts } from "./stored-counts.ts";

/** What a source says, a part at a time: parts are merged one after the other. */
export interface CountedPart {
  readonly counts: readonly DailyCount[];
  readonly days: ReadonlySet<string>;
}

export interface Counted {
  readonly parts: readonly CountedPart[];
  readonly robotsFiltered?: boolean;
  /** Sentences that account for all that was read. */
  readonly account: readonly string[];
  /** Whether something could not be read. */
  readonly hasFaults: boolean;
}

export type ImportValues = OptionValues<typeof readersImportOptions>;

/**
 * `suanjing readers import SOURCE FILE…`: brings counts of readers into `data/readers/<source>.csv`. Importing the same
 * again changes nothing.
 * @returns exit code: 1 if something could not be read, or nothing was about a post
 */
export async function importCounts(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, readersImportOptions);
  const [first, ...files] = positionals;
  const byName = new Map(countReaders.map((one) => [one.name, one]));
  const kinds = [...byName.keys(), ...logFormats.keys()];
  const kind = chooseKind(first, kinds, "source of counts");
  if (files.length === 0) throw useError("name the files to import", `suanjing readers import ${kind} FILE…`);
  const source = readName(values.name ?? kind);
  const asOf = values["as-of"] === undefined ? undefined : readDay(values["as-of"]);
  const site = await openContent(root, values);
  const stored = storedCounts(site);
  const elsewhere = stored.find((row) => row.source === source && row.file !== fileOf(source));
  if (elsewhere)
    throw useError(`“${source}” has rows in ${site.folder}${elsewhere.file}`, "import under another name: --name NAME");
  const input = { root, files, values, site, find: findPosts(site.content.sources, site.config) };
  const parse = logFormats.get(kind);
  const counted = await (parse ? countLogs(parse, input, io) : countExports(known(byName, kind), input, io));
  for (const line of counted.account) io.out(line);
  const before = stored.filter((row) => row.source === source);
  const after = counted.parts.reduce<readonly DailyCount[]>(
    (present, { counts, days }) => mergeCounts(present, counts, days),
    before.map(withoutPlace),
  );
  if (after.length === 0) {
    io.out("Nothing was about a post of this site.");
    return 1;
  }
  const others = stored.filter((row) => row.file === fileOf(source) && row.source !== source);
  const text = printCounts([...others, ...after.map((count) => ({ ...count, source }))]);
  const dryRun = values["dry-run"] === true;
  const isNew = await writeIfNew(site.target, `content/${fileOf(source)}`, text, dryRun);
  io.out(fileLine(`${site.folder}${fileOf(source)}`, { before, after, isNew, dryRun }));
  await describe(source, { site, asOf, robotsFiltered: counted.robotsFiltered, after, dryRun }, io);
  return counted.hasFaults ? 1 : 0;
}

function readName(name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,60}$/u.test(name) && name !== frontMatterSource) return name;
  throw useError(`“${name}” is not a name for a source`, "letters, digits and . _ - make one");
}

function fileOf(source: string): string {
  return `data/readers/${source}.csv`;
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
  const measures = (["views", "visitors"] as const)
    .map((measure) => [measure, sum(before, measure), sum(after, measure)] as const)
    .filter(([, old, present]) => old + present > 0)
    .map(([measure, old, present]) => `${groupDigits(present)} ${measure} (${groupDigits(old)} before)`);
  const rows = `${groupDigits(after.length)} rows, ${measures.join(", ")}`;
  return `${file}: ${rows}${dryRun ? " (dry run, not written)" : ""}`;
}

interface Described {
  readonly robotsFiltered: boolean | undefined;
  readonly site: SiteContent;
  readonly asOf: string | undefined;
  readonly after: readonly DailyCount[];
  readonly dryRun: boolean;
}

/** Writes down what the rows do not say: whether robots are left out, and how far a baseline goes. */
async function describe(
  source: string,
  { site, asOf, robotsFiltered, after, dryRun }: Described,
  io: Terminal,
): Promise<void> {
  const isBaseline = after.some(({ day }) => day === undefined);
  if (isBaseline && asOf === undefined)
    io.out("These counts have no days. Say up to which day they go: --as-of 2024-07-20");
  const text = describeSource(site.content.data.readerSources?.text ?? "", {
    source,
    ...(asOf !== undefined && { asOf }),
    ...(robotsFiltered !== undefined && { robotsFiltered }),
  });
  const path = "data/readers/sources.yaml";
  if (text === undefined || text === "") return;
  if (await writeIfNew(site.target, `content/${path}`, text, dryRun))
    io.out(`${site.folder}${path}: “${source}” is described${dryRun ? " (dry run, not written)" : ""}`);
}
