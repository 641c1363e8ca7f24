import Papa from "papaparse";
import type { OutputFile } from "../model/page.ts";
import type { Site } from "../model/site.ts";
import { known } from "../text/known.ts";
import { toOutPath } from "../text/url-path.ts";
import { summaryOf } from "./parts.ts";
import { fixed } from "./routes.ts";

/** The ranking as a file of RFC 4180: unknown counts are empty, and no title is a formula to a spreadsheet. */
export function readersCsv(site: Site): OutputFile {
  const { ranking, measure } = site.readers;
  const rows = ranking.map(({ post, readers, perDay }) => {
    const { meta, titleText } = summaryOf(site, post);
    return [known(site.urlOf, post), titleText, meta.date?.day, readers, perDay?.toFixed(3)];
  });
  const fields = ["path", "title", "published", measure, "perDay"];
  const body = Papa.unparse({ fields, data: rows }, { newline: "\n", escapeFormulae: true });
  return { path: toOutPath(fixed.readersCsv), body: `${body}\n` };
}
