import { isIsoDay } from "../../text/dates.ts";
import { readCount, type CountReader } from "./count-export.ts";
import { readCsvFiles } from "./csv-table.ts";

/** Plausible: the table of pages of its export; columns are found by name, because versions differ in the others. */
export const plausible: CountReader = {
  name: "plausible",
  wants: (path) => /(?:^|\/)imported_pages[^/]*\.csv$/i.test(path),
  robotsFiltered: true,
  read: (files) =>
    readCsvFiles(files, ["date", "page", "visitors", "pageviews"], (cells) => {
      const day = cells("date");
      if (!isIsoDay(day)) return "“date” is not a day such as 2024-03-29";
      const views = readCount(cells("pageviews"));
      if (views === undefined) return "“pageviews” is not a count";
      const visitors = readCount(cells("visitors"));
      if (visitors === undefined) return "“visitors” is not a count";
      return { address: cells("page"), day, views, visitors };
    }),
};
