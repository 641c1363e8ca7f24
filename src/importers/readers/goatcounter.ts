import { z } from "zod";
import type { ImportFile, ImportNote } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { unreadable } from "../imported-site.ts";
import { joinExports, readCount, type CountExport, type CountReader, type CountRow } from "./count-export.ts";
import { readCsvFile } from "./csv-table.ts";
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
  const faults: ImportNote[] = [];
  const linesOf = (name: string) => files.filter(({ path }) => path.endsWith(name));
  const paths = new Map(
    linesOf("paths.jsonl")
      .flatMap((file) => readLines(file, pathLine, faults))
      .map(({ value }) => [value.id, value]),
  );
  const rows = linesOf("hit_stats.jsonl").flatMap((file) =>
    readLines(file, hourLine, faults).flatMap(({ value, line }): readonly CountRow[] => {
      const path = paths.get(value.path_id);
      const day = dayOf(Date.parse(value.hour));
      const visitors = readCount(value.count);
      const message =
        path === undefined
          ? "“path_id” is not in paths.jsonl"
          : day === undefined
            ? "“hour” is not a time"
            : visitors === undefined
              ? "“count” is not a count"
              : undefined;
      if (message !== undefined) faults.push({ file: file.path, line, message });
      if (path === undefined || path.event === true || day === undefined || visitors === undefined) return [];
      return [{ address: path.path, day, visitors }];
    }),
  );
  return { rows, faults };
}

function readLines<T>({ path, bytes }: ImportFile, form: z.ZodType<T>, faults: ImportNote[]) {
  const decoded = decode(bytes);
  if (!decoded.ok) faults.push(unreadable(path, decoded));
  const lines = decoded.ok ? decoded.text.split("\n") : [];
  return lines.flatMap((text, index): readonly { readonly line: number; readonly value: T }[] => {
    if (text.trim() === "") return [];
    const result = form.safeParse(parseJson(text));
    if (result.success) return [{ line: index + 1, value: result.data }];
    faults.push({ file: path, line: index + 1, message: "is not a line of an export of GoatCounter" });
    return [];
  });
}
