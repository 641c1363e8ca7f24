import * as z from "zod";
import type { ImportFile, ImportNote } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { unreadable } from "../imported-site.ts";
import { joinExports, noCounts, readCount, type CountExport, type CountReader, type CountRow } from "./count-export.ts";
import { readCsvFile, type RowResult } from "./csv-table.ts";
import { dayInZone } from "./day-in-zone.ts";
import { parseJson } from "./json-data.ts";

/**
 * GoatCounter: its CSV of single views (version 2), or the lines of JSON out of its ZIP, which hold first visits by
 * the hour.
 */
export const goatcounter: CountReader = {
  name: "goatcounter",
  wants: (path) => /\.csv$/i.test(path) || /(?:^|\/)(?:paths|hit_stats)\.jsonl$/.test(path),
  robotsFiltered: true,
  read(files, { timeZone }) {
    const dayOf = dayInZone(timeZone);
    const tables = files.filter(({ path }) => /\.csv$/i.test(path));
    return joinExports([...tables.map((file) => readViews(file, dayOf)), readHours(files, dayOf)]);
  },
};

type DayOf = ReturnType<typeof dayInZone>;

const yes = /^(?:1|true)$/i;

function readViews(file: ImportFile, dayOf: DayOf): CountExport {
  const columns = ["2Path", "Event", "Bot", "FirstVisit", "Date"];
  return readCsvFile(file, columns, (cells) => {
    if (yes.test(cells("Event")) || cells("Bot") !== "0") return undefined;
    const day = dayOf(Date.parse(cells("Date")));
    if (day === undefined) return "“Date” is not a time";
    return { address: cells("2Path"), day, views: 1, visitors: yes.test(cells("FirstVisit")) ? 1 : 0 };
  });
}

const pathLine = z.object({ id: z.number(), path: z.string(), event: z.boolean().optional() });
const hourLine = z.object({ hour: z.string(), path_id: z.number(), count: z.number() });

/** Its counts are first visits: visitors, and no views. */
function readHours(files: readonly ImportFile[], dayOf: DayOf): CountExport {
  const named = (name: string) => files.filter(({ path }) => path.endsWith(name));
  const paths = new Map<number, z.infer<typeof pathLine>>();
  const listed = named("paths.jsonl").map((file) =>
    readLines(file, pathLine, (line) => {
      paths.set(line.id, line);
      return undefined;
    }),
  );
  const counted = named("hit_stats.jsonl").map((file) =>
    readLines(file, hourLine, ({ path_id, hour, count }) => {
      const path = paths.get(path_id);
      if (!path) return "“path_id” is not in paths.jsonl";
      const day = dayOf(Date.parse(hour));
      if (day === undefined) return "“hour” is not a time";
      const visitors = readCount(count);
      if (visitors === undefined) return "“count” is not a count";
      return path.event === true ? undefined : { address: path.path, day, visitors };
    }),
  );
  return joinExports([...listed, ...counted]);
}

/** Reads lines of JSON; one that is wrong is reported and left out. */
function readLines<T>({ path, bytes }: ImportFile, form: z.ZodType<T>, read: (value: T) => RowResult): CountExport {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ...noCounts, faults: [unreadable(path, decoded)] };
  const rows: CountRow[] = [];
  const faults: ImportNote[] = [];
  for (const [index, text] of decoded.text.split("\n").entries()) {
    if (text.trim() === "") continue;
    const { success, data } = form.safeParse(parseJson(text));
    const result = success ? read(data) : "is not a line of an export of GoatCounter";
    if (typeof result === "string") faults.push({ file: path, line: index + 1, message: result });
    else if (result) rows.push(result);
  }
  return { rows, faults };
}
