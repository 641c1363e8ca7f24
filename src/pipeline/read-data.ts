import type { CommentFile } from "../model/comments.ts";
import type { SiteConfig } from "../model/config.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { DataFiles } from "../model/source.ts";
import { readBibliography } from "../parse/bibliography/read-bibliography.ts";
import { readComments } from "../parse/comments/read-comments.ts";
import { readRedaction } from "../parse/comments/read-redaction.ts";
import { readReaders } from "../parse/readers/read-readers.ts";
import { readRedirects } from "../parse/redirects/read-redirects.ts";
import { readSeries } from "../parse/series/read-series.ts";

type Read<Value> = (data: DataFiles, config: SiteConfig) => Value;

/** Reads what is known about posts and series besides the posts themselves. */
export interface DataReader {
  readonly series: Read<ReturnType<typeof readSeries> | undefined>;
  readonly bibliography: Read<ReturnType<typeof readBibliography> | undefined>;
  readonly comments: Read<Outcome<readonly CommentFile[]>>;
  readonly readers: Read<ReturnType<typeof readReaders>>;
  readonly redirects: Read<ReturnType<typeof readRedirects>>;
}

/** Reads every file that it is asked for. */
export const dataReader: DataReader = {
  series: ({ series }) => series && readSeries(series),
  bibliography: ({ references }) => references && readBibliography(references),
  comments: readCommentFiles,
  readers: ({ readers, readerSources }) => readReaders(readers, readerSources),
  redirects: ({ redirects }) => readRedirects(redirects),
};

/** Comments of all files; none while it cannot be read which of them are to be forgotten. */
function readCommentFiles(
  { comments, redacted }: DataFiles,
  { timeZone }: SiteConfig,
): Outcome<readonly CommentFile[]> {
  const redaction = readRedaction(redacted);
  const redact = redaction.value;
  const files = redact ? comments.map((file) => readComments(file, { timeZone, redact })) : [];
  return {
    value: files.map(({ value }) => value),
    diagnostics: [...redaction.diagnostics, ...files.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** Reads a file again only if it is not the one that it read the last time. */
export function rememberData(): DataReader {
  return {
    series: lastOf(dataReader.series, ({ series }) => [series]),
    bibliography: lastOf(dataReader.bibliography, ({ references }) => [references]),
    comments: lastOf(dataReader.comments, ({ comments, redacted }, config) => [...comments, redacted, config]),
    readers: lastOf(dataReader.readers, ({ readers, readerSources }) => [...readers, readerSources]),
    redirects: lastOf(dataReader.redirects, ({ redirects }) => redirects),
  };
}

/** A function that gives what it gave before, as long as it is asked about the very same things. */
function lastOf<Value>(make: Read<Value>, thingsOf: Read<readonly unknown[]>): Read<Value> {
  let last: { readonly things: readonly unknown[]; readonly value: Value } | undefined;
  return (data, config) => {
    const things = thingsOf(data, config);
    const isSame = last?.things.length === things.length && last.things.every((one, index) => one === things[index]);
    if (!last || !isSame) last = { things, value: make(data, config) };
    return last.value;
  };
}
