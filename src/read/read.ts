import type { ContentHash, SourcePath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Files } from "../model/ports.ts";
import type { SourceFile } from "../model/source.ts";
import { diagnostic } from "../diagnostics/report.ts";

/** What a content folder holds. */
export interface Content {
  readonly sources: readonly SourceFile[];
  /** `data/series.yaml`, if there is one. */
  readonly series?: SourceFile;
  /** Paths of all other files, which are copied as they are. */
  readonly attached: readonly string[];
}

const seriesPath = "data/series.yaml";
const isMarkdown = (path: string) => /\.(?:md|markdown)$/i.test(path);

/**
 * Reads a content folder: the posts in `posts/` if there is such a folder, else every Markdown file.
 * Text is UTF-8; a byte-order mark goes, line ends become `\n`, everything else stays as it is.
 */
export async function read(files: Files, hash: (text: string) => ContentHash): Promise<Outcome<Content>> {
  const paths = await files.list();
  const hasPosts = paths.some((path) => path.startsWith("posts/"));
  const inScope = paths.filter((path) => (hasPosts ? path.startsWith("posts/") : !path.startsWith("data/")));
  const sources: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of inScope.filter(isMarkdown)) {
    const { value, diagnostics: found } = await readText(files, path, hash);
    if (value) sources.push(value);
    diagnostics.push(...found);
  }
  const series = paths.includes(seriesPath) ? await readText(files, seriesPath, hash) : undefined;
  const attached = inScope.filter((path) => !isMarkdown(path));
  return {
    value: { sources, attached, ...(series?.value && { series: series.value }) },
    diagnostics: [...diagnostics, ...(series?.diagnostics ?? [])],
  };
}

async function readText(
  files: Files,
  path: string,
  hash: (text: string) => ContentHash,
): Promise<Outcome<SourceFile | undefined>> {
  const text = decode(await files.read(path));
  if (text !== undefined) return { value: { path: path as SourcePath, text, hash: hash(text) }, diagnostics: [] };
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
