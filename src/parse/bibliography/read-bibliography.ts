import type { Work, WorkFile } from "../../model/bibliography.ts";
import type { Diagnostic, Outcome } from "../../model/diagnostic.ts";
import type { SourceFile } from "../../model/source.ts";
import type { DiagnosticCode } from "../../diagnostics/codes.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { lineIndex } from "../../text/line-index.ts";
import { bibtexFault } from "./bibtex-fault.ts";
import { splitEntries, type BibtexEntry } from "./split-entries.ts";
import { workOf, type BibtexParser } from "./work-of.ts";

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
    const { work, faults } = readEntry(entry, strings, plugins.input);
    const isSecond = work !== undefined && works.has(work.key);
    if (work && !isSecond) works.set(work.key, work);
    for (const { code, message, start, end, hint } of isSecond ? [...faults, second(entry)] : faults) {
      const span = { start: points.pointAt(entry.start + start), end: points.pointAt(entry.start + end) };
      diagnostics.push(diagnostic(code, source.path, message, { span, hint }));
    }
  }
  return { value: { path: source.path, works }, diagnostics };
}

/** What is wrong with an entry, and where in it. */
interface EntryFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
}

interface ReadEntry {
  readonly work?: Work;
  readonly faults: readonly EntryFault[];
}

function readEntry(entry: BibtexEntry, strings: string, parser: BibtexParser): ReadEntry {
  const { key, ...head } = headOf(entry);
  if (!entry.isClosed) {
    const message = `the bracket of the entry “${key}” is never closed`;
    return { faults: [{ code: "bibliography/syntax", message, ...head }] };
  }
  try {
    const work = workOf(parser, strings + entry.text);
    const message = `the entry “${key}” has no title`;
    return { work, faults: work.title === "" ? [{ code: "bibliography/no-title", message, ...head }] : [] };
  } catch (error) {
    const { cause, offset } = bibtexFault(error as Error, strings, entry.text);
    const message = `this is no BibTeX: ${cause}`;
    return { faults: [{ code: "bibliography/syntax", message, start: offset, end: offset + 1 }] };
  }
}

function second(entry: BibtexEntry): EntryFault {
  const { key, ...head } = headOf(entry);
  const message = `“${key}” is the key of an entry above`;
  return { code: "bibliography/duplicate-key", message, ...head, hint: "give it another key" };
}

/** The beginning `@article{key` of an entry, and the key, as far as it can be made out. */
function headOf({ text }: BibtexEntry): { readonly key: string; readonly start: number; readonly end: number } {
  const open = text.search(/[{(]/) + 1;
  const key = text
    .slice(open)
    .trimStart()
    .replace(/[\s,{}()="][^]*$/, "");
  return { key, start: 0, end: text.indexOf(key, open) + key.length };
}
