import type { Work, WorkFile } from "../../model/bibliography.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { Span } from "../../model/position.ts";
import type { SourceFile } from "../../model/source.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { lineIndex } from "../../text/line-index.ts";
import { bibtexFault } from "./bibtex-fault.ts";
import { splitEntries, type BibtexEntry } from "./split-entries.ts";
import { workOf } from "./work-of.ts";

/** Entries that are no works. `@string` is read with every entry behind it. */
const noWorks: ReadonlySet<string> = new Set(["comment", "preamble", "string"]);

/**
 * Reads `references.bib`. An entry with a fault is reported at its place and left out; of two entries with one key the
 * first counts. The library that reads BibTeX is loaded by the first call; sites without such a file never load it.
 */
export async function readBibliography(source: SourceFile): Promise<Outcome<WorkFile>> {
  const { plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-bibtex");
  const points = lineIndex(source.text);
  const works = new Map<string, Work>();
  const diagnostics: Diagnostic[] = [];
  let strings = "";
  for (const entry of splitEntries(source.text)) {
    if (entry.type === "string" && entry.isClosed) strings += `${entry.text}\n`;
    if (noWorks.has(entry.type)) continue;
    const spanAt = (start: number, length: number): Span => ({
      start: points.pointAt(entry.start + start),
      end: points.pointAt(entry.start + start + length),
    });
    const name = nameOf(entry);
    const report = { file: source.path, span: spanAt(0, name.length), named: name.replace(/^.*[{(]\s*/s, "") };
    if (!entry.isClosed) {
      diagnostics.push(unclosed(report));
      continue;
    }
    try {
      const work = workOf(plugins.input, strings + entry.text);
      if (works.has(work.key)) diagnostics.push(duplicate(report));
      else works.set(work.key, work);
      if (work.title === "") diagnostics.push(untitled(report));
    } catch (error) {
      const { cause, offset } = bibtexFault(error as Error, strings, entry.text);
      const span = offset === undefined ? report.span : spanAt(offset, 1);
      diagnostics.push(diagnostic("bibliography/syntax", source.path, `this is no BibTeX: ${cause}`, { span }));
    }
  }
  return { value: { path: source.path, works }, diagnostics };
}

interface Report {
  readonly file: SourceFile["path"];
  readonly span: Span;
  /** The key, as far as it can be made out. */
  readonly named: string;
}

/** `@article{key` */
function nameOf({ text }: BibtexEntry): string {
  return String(/^[^{(]*[{(]\s*[^\s,{}()="]*/.exec(text));
}

function unclosed({ file, span, named }: Report): Diagnostic {
  return diagnostic("bibliography/syntax", file, `the bracket of the entry “${named}” is never closed`, { span });
}

function duplicate({ file, span, named }: Report): Diagnostic {
  const hint = "give it another key";
  return diagnostic("bibliography/duplicate-key", file, `“${named}” is the key of an entry above`, { span, hint });
}

function untitled({ file, span, named }: Report): Diagnostic {
  return diagnostic("bibliography/no-title", file, `the entry “${named}” has no title`, { span });
}
