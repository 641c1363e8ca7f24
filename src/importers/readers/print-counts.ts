import type { DailyCount } from "./merge-counts.ts";

/** A file of counts: the header, then a row each, ready to be read by the site. */
export function printCounts(rows: readonly (DailyCount & { readonly source: string })[]): string {
  const lines = rows.map(({ day = "", path, views = "", visitors = "", source }) =>
    [day, cell(path), views, visitors, cell(source)].join(","),
  );
  return ["date,path,views,visitors,source", ...lines, ""].join("\n");
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
