import * as z from "zod";
import type { ImportFile } from "../../model/imported.ts";
import { joinExports, noCounts, readCount, type CountExport, type CountReader, type CountRow } from "./count-export.ts";
import { readCsvFile } from "./csv-table.ts";
import { dayInZone } from "./day-in-zone.ts";
import { readJson } from "./json-data.ts";

/**
 * Umami: the list of pages of its API (`x` an address, `y` its visitors) as JSON or CSV, which has no days, or the table
 * `website_event` of a data export, which has.
 */
export const umami: CountReader = {
  name: "umami",
  wants: (path) => /(?:^|\/)(?:pages|website_event[^/]*)\.csv$|\.json$/i.test(path),
  robotsFiltered: true,
  read: (files, { timeZone }) =>
    joinExports(
      files.map((file) => {
        if (!/\.csv$/i.test(file.path)) return readApi(file);
        return isEvents(file) ? readEvents(file, timeZone) : readPages(file);
      }),
    ),
};

/** Rows that the API gives if none are asked for: more may have been cut off. */
const defaultLimit = 500;
const pages = z.array(z.object({ x: z.string(), y: z.union([z.number(), z.string()]) }));

function readApi(file: ImportFile): CountExport {
  const json = readJson(file, pages, "a list of pages as Umami’s API gives it");
  if (!json.ok) return { ...noCounts, faults: [json.fault] };
  const counts = json.value.map(({ x, y }): CountRow => {
    const visitors = readCount(y);
    return { address: x, ...(visitors !== undefined && { visitors }) };
  });
  const wrong = counts.filter(({ visitors }) => visitors === undefined).length;
  const messages = [
    ...(wrong > 0 ? [`${wrong} pages whose “y” is not a count`] : []),
    ...(counts.length === defaultLimit ? ["has exactly 500 pages: the API cuts off there; ask it with a limit"] : []),
  ];
  return {
    rows: counts.filter(({ visitors }) => visitors !== undefined),
    faults: messages.map((message) => ({ file: file.path, message })),
  };
}

function readPages(file: ImportFile): CountExport {
  return readCsvFile(file, ["x", "y"], (cells) => {
    const visitors = readCount(cells("y"));
    return visitors === undefined ? "“y” is not a count" : { address: cells("x"), visitors };
  });
}

function isEvents({ bytes }: ImportFile): boolean {
  return /^[^\n]*\burl_path\b/.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
}

/** A row an event; those of type 1 are views. A session is a visitor, and counts for an address once a day. */
function readEvents(file: ImportFile, timeZone: string): CountExport {
  const dayOf = dayInZone(timeZone);
  const seen = new Set<string>();
  return readCsvFile(file, ["url_path", "event_type", "created_at", "session_id"], (cells) => {
    if (cells("event_type") !== "1") return undefined;
    const day = dayOf(Date.parse(inUtc(cells("created_at"))));
    if (day === undefined) return "“created_at” is not a time";
    const address = cells("url_path");
    const visit = JSON.stringify([cells("session_id"), day, address]);
    const isFirst = !seen.has(visit);
    seen.add(visit);
    return { address, day, views: 1, visitors: isFirst ? 1 : 0 };
  });
}

/** A time without an offset is UTC there: `2026-11-22 03:00:00`. */
function inUtc(time: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?$/.test(time) ? `${time.replace(" ", "T")}Z` : time;
}
