import type { CountExport, CountReader } from "../../importers/readers/count-export.ts";
import type { DailyCount } from "../../importers/readers/merge-counts.ts";
import { tallyRows, type Tally } from "../../importers/readers/tally-rows.ts";
import { countOf } from "../../text/count-of.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { readExport } from "../read-exports.ts";
import { readProfileFile } from "../read-values.ts";
import { today } from "../site-content.ts";
import { progressLine, type Terminal } from "../terminal.ts";
import { askUmami, isDatabase } from "./ask-umami.ts";
import { faultList } from "./fault-list.ts";
import type { Counted, CountInput } from "./counted.ts";

/** Reads the exports of a system that counts by itself; each is taken for itself, because two may overlap. */
export async function countExports(reader: CountReader, input: CountInput, io: Terminal): Promise<Counted> {
  const { files, site, find } = input;
  const faults = faultList(io);
  const parts: (readonly DailyCount[])[] = [];
  const account: string[] = [];
  const line = progressLine(io);
  for (const typed of files) {
    const name = isDatabase(typed) ? "the database" : typed;
    line.update(`reading ${name}`);
    const read = await readInput(typed, reader, input).finally(line.clear);
    for (const fault of read.faults) faults.add(fault);
    const tally = tallyRows(read.rows, { find, today: today(site.config.timeZone) });
    parts.push(tally.counts);
    account.push(accountOf(name, read, tally));
  }
  const robots = reader.robotsFiltered;
  return { parts, account, hasFaults: faults.close(), ...(robots !== undefined && { robotsFiltered: robots }) };
}

async function readInput(typed: string, reader: CountReader, { root, values, site }: CountInput): Promise<CountExport> {
  const { timeZone } = site.config;
  if (reader.name === "umami" && isDatabase(typed)) return askUmami(typed, { timeZone, website: values.website });
  const profile = values.profile === undefined ? undefined : await readProfileFile(root, values.profile);
  const files = await readExport(root, typed, reader.wants);
  return reader.read(files, { timeZone, ...(profile !== undefined && { profile }) });
}

function accountOf(name: string, { rows, faults }: CountExport, { elsewhere, later, days }: Tally): string {
  const counts = [
    [rows.length - elsewhere - later, "about posts"],
    [elsewhere, "about other addresses"],
    [later, "of days that are not yet"],
    [faults.length, "could not be read"],
  ] as const;
  const said = counts.filter(([count]) => count > 0).map(([count, what]) => `${groupDigits(count)} ${what}`);
  return `${name}: ${countOf(rows.length, "row")} of ${countOf(days.size, "day")}: ${said.join(", ") || "none"}.`;
}
