import type { ContentHash, SourcePath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Files } from "../model/ports.ts";
import type { SourceFile } from "../model/source.ts";
import { diagnostic } from "../diagnostics/report.ts";

/** What a content folder holds. */
export interface Content {
  readonly sources: readonly SourceFile[];
  /** Paths of all other files, which are copied as they are. */
  readonly attached: readonly string[];
}

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
    const text = decode(await files.read(path));
    if (text === undefined) {
      const message = "the file is not UTF-8";
      diagnostics.push(
        diagnostic("read/encoding", path as SourcePath, message, { hint: "convert it, and keep the original" }),
      );
      continue;
    }
    sources.push({ path: path as SourcePath, text, hash: hash(text) });
  }
  return { value: { sources, attached: inScope.filter((path) => !isMarkdown(path)) }, diagnostics };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    return undefined;
  }
}
