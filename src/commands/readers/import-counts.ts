import { countReaders, logFormats } from "../../importers/readers/count-readers.ts";
import { useError } from "../../host/use-error.ts";
import { findPosts } from "../../pipeline/find-posts.ts";
import { known } from "../../text/known.ts";
import { frontMatterSource } from "../../text/reader-sources.ts";
import { chooseKind } from "../choose-action.ts";
import { readersImportOptions, readOptions } from "../options.ts";
import { readDay } from "../read-values.ts";
import { openContent } from "../site-content.ts";
import type { Terminal } from "../terminal.ts";
import { countExports } from "./count-exports.ts";
import { countLogs } from "./count-logs.ts";
import { storedCounts } from "./stored-counts.ts";
import { fileOf, writeCounts } from "./write-counts.ts";

/**
 * `suanjing readers import SOURCE FILE…`: brings counts of readers into `data/readers/<source>.csv`. Importing the same
 * again changes nothing.
 * @returns exit code: 1 if something could not be read, or nothing was about a post
 */
export async function importCounts(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, readersImportOptions);
  const [first, ...named] = positionals;
  const readersByName = new Map(countReaders.map((one) => [one.name, one]));
  const kind = chooseKind(first, [...readersByName.keys(), ...logFormats.keys()], "source of counts");
  const database = kind === "umami" ? process.env["DATABASE_URL"] : undefined;
  const files = named.length > 0 || database === undefined ? named : [database];
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
  const counted = await (parse ? countLogs(parse, input, io) : countExports(known(readersByName, kind), input, io));
  for (const line of counted.account) io.out(line);
  const order = { site, stored, asOf, dryRun: values["dry-run"] === true };
  const hasCounts = await writeCounts(source, counted, order, io);
  return counted.hasFaults || !hasCounts ? 1 : 0;
}

function readName(name: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,60}$/u.test(name) && name !== frontMatterSource) return name;
  throw useError(`“${name}” is not a name for a source`, "letters, digits and . _ - make one");
}
