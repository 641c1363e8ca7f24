import type { ReaderCount } from "../../model/readers.ts";
import { groupBy } from "../../text/group-by.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { readersOptions, readOptions } from "../options.ts";
import { openContent } from "../site-content.ts";
import { alignTable } from "../align-table.ts";
import type { Terminal } from "../terminal.ts";
import { storedCounts } from "./stored-counts.ts";

/** `suanjing readers list`: every source with its rows, days and sums. */
export async function listSources(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values } = readOptions(args, readersOptions);
  const rows = storedCounts(await openContent(root, values));
  if (rows.length === 0) {
    io.out("There are no files of reader counts.");
    return 0;
  }
  const head = ["source", "rows", "days", "first", "last", "views", "visitors"];
  const sources = [...groupBy(rows, ({ source }) => source)].map(([source, own]) => sourceRow(source, own));
  for (const line of alignTable([head, ...sources])) io.out(line);
  return 0;
}

/** A source without days is a baseline; a measure that nobody counts is `—`. */
function sourceRow(source: string, rows: readonly ReaderCount[]): readonly string[] {
  const days = [...new Set(rows.flatMap(({ day }) => day ?? []))].sort();
  const sum = (measure: "views" | "visitors") => {
    const known = rows.flatMap((row) => row[measure] ?? []);
    return known.length === 0 ? "—" : groupDigits(known.reduce((total, count) => total + count, 0));
  };
  return [
    source,
    groupDigits(rows.length),
    groupDigits(days.length),
    days[0] ?? "—",
    days.at(-1) ?? "—",
    sum("views"),
    sum("visitors"),
  ];
}
