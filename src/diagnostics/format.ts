import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import type { SourcePath } from "../model/brand.ts";
import { caretLine } from "../text/display-width.ts";
import { lineIndex, type LineIndex } from "../text/line-index.ts";

/** How many of one code are shown for one file before the rest is only counted. */
const shownPerCode = 20;
/** Longest part of a source line that is shown, in UTF-16 units; formulas make long lines. */
const shownColumns = 100;

export interface FormatOptions {
  /** Text of a source file, for the line under a message; `undefined` leaves it out. */
  readonly sourceOf: (file: SourcePath) => string | undefined;
  /** Put before file names, such as `content/`. */
  readonly folder: string;
  readonly paint?: (severity: Severity | "dim", text: string) => string;
}

/**
 * Prints diagnostics for a terminal: `file:line:column: severity code: message`, the source line, a
 * caret line that is right under wide characters, related places and the hint.
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions): string {
  const { paint = (_severity, text) => text } = options;
  const shown = new Map<string, number>();
  const indexOf = lastIndex(options.sourceOf);
  const blocks: string[] = [];
  for (const one of diagnostics) {
    const group = `${one.file}\0${one.code}`;
    const count = (shown.get(group) ?? 0) + 1;
    shown.set(group, count);
    if (count > shownPerCode) continue;
    blocks.push(block(one, indexOf(one.file), { folder: options.folder, paint }));
  }
  for (const [group, count] of shown) {
    const [file, code] = group.split("\0");
    if (count > shownPerCode) blocks.push(`${options.folder}${file}: … and ${count - shownPerCode} more ${code}\n`);
  }
  return blocks.join("\n");
}

/** The lines of the file that was asked for last are kept: diagnostics come file by file, and an archive is large. */
function lastIndex(sourceOf: FormatOptions["sourceOf"]): (file: SourcePath) => LineIndex | undefined {
  let last: { readonly file: SourcePath; readonly index: LineIndex | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) {
      const text = sourceOf(file);
      last = { file, index: text === undefined ? undefined : lineIndex(text) };
    }
    return last.index;
  };
}

function block(
  one: Diagnostic,
  index: LineIndex | undefined,
  { folder, paint }: { folder: string; paint: NonNullable<FormatOptions["paint"]> },
): string {
  const lines = [`${place(folder, one)}: ${paint(one.severity, one.severity)} ${one.code}: ${one.message}`];
  if (one.span && index) lines.push(...excerpt(one.span, index, paint));
  for (const related of one.related ?? []) lines.push(`     = see ${place(folder, related)}: ${related.message}`);
  if (one.hint !== undefined) lines.push(`     = hint: ${one.hint}`);
  return `${lines.join("\n")}\n`;
}

function place(folder: string, { file, span }: Pick<Diagnostic, "file" | "span">): string {
  return `${folder}${file}${span ? `:${span.start.line}:${span.start.column}` : ""}`;
}

/** The source line around the place, cut to a window when it is long, and the caret line below. */
function excerpt(
  { start, end }: NonNullable<Diagnostic["span"]>,
  index: LineIndex,
  paint: NonNullable<FormatOptions["paint"]>,
): string[] {
  const line = index.lineText(start.line);
  const length = end.line === start.line ? end.column - start.column : line.length - start.column + 1;
  const from = line.length > shownColumns ? Math.max(0, start.column - 1 - shownColumns / 2) : 0;
  const cut = line.slice(from, from + shownColumns);
  const before = from > 0 ? "…" : "";
  const after = from + shownColumns < line.length ? "…" : "";
  const number = String(start.line);
  const margin = " ".repeat(number.length);
  const carets = caretLine(before + cut, before.length + start.column - from, Math.max(1, length));
  return [` ${margin} |`, ` ${number} | ${before}${cut}${after}`, ` ${margin} | ${paint("error", carets)}`];
}

/** `2 errors, 1 warning in 3 of 1204 posts.` */
export function summaryLine(diagnostics: readonly Diagnostic[], posts: number): string {
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    if (count === 0) return [];
    return [severity === "info" ? `${count} info` : `${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return parts.length === 0
    ? `No diagnostics in ${posts} posts.`
    : `${parts.join(", ")} in ${files} of ${posts} posts.`;
}
