import type { ContentHash, SourcePath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Files } from "../model/ports.ts";
import type { DataFiles, SourceFile, Sources } from "../model/source.ts";
import { diagnostic } from "../diagnostics/report.ts";

/** What a content folder holds. */
export interface Content {
  readonly sources: Sources;
  readonly data: DataFiles;
  /** Paths of all other files, which are copied as they are. */
  readonly attached: readonly string[];
}

type Hash = (text: string) => ContentHash;
/** What bytes turned out to be, as long as somebody has them: reading the same ones again is no work. */
export type Texts = WeakMap<Uint8Array, SourceFile>;

interface Reading {
  readonly files: Files;
  readonly hash: Hash;
  readonly texts: Texts;
}

const isMarkdown = (path: string) => /\.(?:md|markdown)$/i.test(path);

/**
 * Reads a content folder: the posts in `posts/` if there is such a folder, else every Markdown file. Posts are only
 * listed; they are read when they are opened.
 * Text is UTF-8; a byte-order mark goes, line ends become `\n`, everything else stays as it is.
 */
export async function read(files: Files, hash: Hash, texts: Texts = new WeakMap()): Promise<Outcome<Content>> {
  const reading = { files, hash, texts };
  const paths = await files.list();
  const hasPosts = paths.some((path) => path.startsWith("posts/"));
  const inScope = paths.filter((path) =>
    hasPosts ? path.startsWith("posts/") : !path.startsWith("data/") && path !== "references.bib",
  );
  const sources: Sources = {
    paths: inScope.filter(isMarkdown).map((path) => path as SourcePath),
    open: (path) => readText(path, reading),
  };
  const data = readData(paths, reading);
  return {
    value: { sources, data: data.value, attached: inScope.filter((path) => !isMarkdown(path)) },
    diagnostics: data.diagnostics,
  };
}

function readData(paths: readonly string[], reading: Reading): Outcome<DataFiles> {
  const matching = (pattern: RegExp) =>
    readTexts(
      paths.filter((path) => pattern.test(path)),
      reading,
    );
  const series = matching(/^data\/series\.yaml$/);
  const references = matching(/^references\.bib$/);
  const readers = matching(/^data\/readers\/[^/]+\.csv$/);
  const readerSources = matching(/^data\/readers\/sources\.yaml$/);
  const comments = matching(/^data\/comments\/[^/]+\.json$/);
  const redacted = matching(/^data\/comments\/redacted\.yaml$/);
  const redirects = matching(/^data\/redirects\/[^/]+\.txt$/);
  return {
    value: {
      ...(series.value[0] && { series: series.value[0] }),
      ...(references.value[0] && { references: references.value[0] }),
      readers: readers.value,
      ...(readerSources.value[0] && { readerSources: readerSources.value[0] }),
      comments: comments.value,
      ...(redacted.value[0] && { redacted: redacted.value[0] }),
      redirects: redirects.value,
    },
    diagnostics: [series, references, readers, readerSources, comments, redacted, redirects].flatMap(
      ({ diagnostics }) => diagnostics,
    ),
  };
}

function readTexts(paths: readonly string[], reading: Reading): Outcome<readonly SourceFile[]> {
  const value: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const text = readText(path, reading);
    if (text.value) value.push(text.value);
    diagnostics.push(...text.diagnostics);
  }
  return { value, diagnostics };
}

function readText(path: string, { files, hash, texts }: Reading): Outcome<SourceFile | undefined> {
  const bytes = files.read(path);
  const known = texts.get(bytes);
  if (known?.path === path) return { value: known, diagnostics: [] };
  const text = decode(bytes);
  if (text !== undefined) {
    const value = { path: path as SourcePath, text, hash: hash(text) };
    texts.set(bytes, value);
    return { value, diagnostics: [] };
  }
  const hint = "convert it, and keep the original";
  return {
    value: undefined,
    diagnostics: [diagnostic("read/encoding", path as SourcePath, "the file is not UTF-8", { hint })],
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}
