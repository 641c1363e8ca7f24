import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { ReaderCount } from "../../model/readers.ts";
import type { Span } from "../../model/position.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { isIsoDay } from "../../text/dates.ts";
import { lineIndex } from "../../text/line-index.ts";
import { frontMatterSource } from "../../text/reader-sources.ts";
import type { Range } from "../front-matter/yaml.ts";
import { csvRows, type CsvCell, type CsvRow } from "./csv-rows.ts";

const header = "date,path,views,visitors,source";
type Column = "date" | "path" | "views" | "visitors" | "source";
const columns = header.split(",") as readonly Column[];

/**
 * Reads files of reader counts: the header, then one row a day, address and source. A row with a wrong cell is reported
 * at that cell and left out, like a second row of the same day, address and source, also in another file.
 */
export function readCounts(files: readonly SourceFile[]): Outcome<readonly ReaderCount[]> {
  const value = new Map<string, ReaderCount>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const { value: counts, diagnostics: found } = countsIn(file);
    diagnostics.push(...found);
    for (const count of counts) {
      const key = JSON.stringify([count.day, count.path, count.source]);
      const first = value.get(key);
      if (first) diagnostics.push(duplicate(count, first));
      else value.set(key, count);
    }
  }
  return { value: [...value.values()], diagnostics };
}

function duplicate({ source, day, path, file, span }: ReaderCount, first: ReaderCount): Diagnostic {
  const when = day === undefined ? "a baseline" : `a count of ${day}`;
  return diagnostic("readers/duplicate", file, `“${source}” has ${when} for ${path} already; this row is left out`, {
    span,
    related: [{ file: first.file, span: first.span, message: "is the first one" }],
  });
}

function countsIn(file: SourceFile): Outcome<readonly ReaderCount[]> {
  const points = lineIndex(file.text);
  const spanOf = ({ start, end }: Range): Span => ({ start: points.pointAt(start), end: points.pointAt(end) });
  const [first, ...rows] = csvRows(file.text);
  if (first?.cells.map(({ text }) => text).join(",") !== header) {
    const span = first && spanOf(first.range);
    const wrong = diagnostic("readers/invalid", file.path, "the file does not begin with the header of reader counts", {
      span,
      hint: `write “${header}” into the first line`,
    });
    return { value: [], diagnostics: [wrong] };
  }
  const value: ReaderCount[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const row of rows) {
    const problem = problemOf(row);
    if (problem)
      diagnostics.push(diagnostic("readers/invalid", file.path, problem.message, { span: spanOf(problem.range) }));
    else value.push(countOf(row, (range) => ({ file: file.path, span: spanOf(range) })));
  }
  return { value, diagnostics };
}

interface Problem {
  readonly message: string;
  readonly range: Range;
}

function problemOf({ cells, range, fault }: CsvRow): Problem | undefined {
  if (fault !== undefined) return { message: `the row is not CSV: ${fault}`, range };
  if (cells.length !== columns.length)
    return { message: `the row has ${cells.length} cells, the header has ${columns.length}`, range };
  for (const [index, cell] of cells.entries()) {
    const message = cellProblem(columns[index], cell.text);
    if (message !== undefined) return { message: `“${cell.text}” ${message}`, range: cell.range };
  }
  return undefined;
}

function cellProblem(column: Column | undefined, text: string): string | undefined {
  switch (column) {
    case "date":
      return text === "" || isIsoDay(text) ? undefined : "is not a day such as 2024-03-29";
    case "path":
      return text.startsWith("/") ? undefined : "is not a path of this site, which begins with “/”";
    case "source":
      if (text === frontMatterSource) return "is the name of the counts in front matter";
      return text.trim() === "" ? "is not the name of a source" : undefined;
    default:
      if (/^-\d+$/.test(text)) return "is negative";
      return text === "" || (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) ? undefined : "is not a count";
  }
}

function countOf({ cells }: CsvRow, place: (range: Range) => Pick<ReaderCount, "file" | "span">): ReaderCount {
  // A row without a problem has a cell for each column.
  const [date, path, views, visitors, source] = cells as readonly [CsvCell, CsvCell, CsvCell, CsvCell, CsvCell];
  return {
    source: source.text,
    ...(date.text !== "" && { day: date.text }),
    path: path.text,
    ...(views.text !== "" && { views: Number(views.text) }),
    ...(visitors.text !== "" && { visitors: Number(visitors.text) }),
    ...place(path.range),
  };
}
