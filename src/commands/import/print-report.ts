import {
  groupNotes,
  type CountedKind,
  type FileState,
  type ImportReport,
  type NoteGroup,
  type SettledFile,
} from "../../importers/report/report.ts";
import { countOf } from "../../text/count-of.ts";
import { groupDigits } from "../../text/group-digits.ts";

/** Notes of one kind that are printed in the terminal. */
const maxNotes = 40;
const inReport = "more, in the report";

/** Lines of the terminal: what was written, what it holds, and what a person should look at. */
export function printReport(report: ImportReport): readonly string[] {
  const { files, posts, totals, notes, leftOut, missingFiles, account, dryRun } = report;
  const failed = totals.failed ?? 0;
  return [
    ...fileLines(files, dryRun),
    fileCounts(files),
    ...account,
    `${countOf(posts.length, "post")}, ${groupDigits(totals.identical)} of them line by line as they were; ${countOf(report.comments, "comment")}.`,
    kindLine("Formulas", totals.formulas) + ` ${groupDigits(failed)} fail in KaTeX.`,
    kindLine("Headings", totals.headings),
    kindLine("Links", totals.links),
    kindLine("Images", totals.images),
    ...list("Please look at:", groupNotes(notes).map(noteLine), inReport),
    ...list("Left out:", groupNotes(leftOut).map(noteLine), inReport),
    ...list("Files that are not there:", missingFiles, inReport),
  ];
}

/** Files that nobody has touched are counted when they are many; all others are named. */
function fileLines(files: readonly SettledFile[], dryRun: boolean): readonly string[] {
  const isUntouched = ({ state }: SettledFile) => state === "new" || state === "updated";
  const untouched = files.filter(isUntouched);
  const others = files.filter((file) => file.state !== "unchanged" && !isUntouched(file));
  const rest = untouched.length - maxNotes;
  return [
    ...untouched.slice(0, maxNotes).map((file) => fileLine(file, dryRun)),
    ...(rest > 0 ? [`… and ${groupDigits(rest)} more that are new or updated`] : []),
    ...others.map((file) => fileLine(file, dryRun)),
  ];
}

export function fileLine({ path, state, byHand }: SettledFile, dryRun: boolean): string {
  const changed = byHand.reduce((sum, { left }) => sum + left.length, 0);
  const text: Readonly<Record<FileState, string>> = {
    new: "new",
    unchanged: "unchanged",
    updated: "updated",
    kept: "was changed by hand; kept (--force replaces it)",
    replaced: `replaced; ${changed} lines changed by hand are gone`,
    deleted: "was deleted by hand; left so (--force writes it again)",
  };
  const isWrite = state === "new" || state === "updated" || state === "replaced";
  return `${path}: ${text[state]}${dryRun && isWrite ? " (dry run, not written)" : ""}`;
}

function fileCounts(files: readonly SettledFile[]): string {
  const states = ["new", "updated", "replaced", "kept", "deleted", "unchanged"] as const;
  const counts = states.map((state) => [state, files.filter((file) => file.state === state).length] as const);
  const given = counts.filter(([, count]) => count > 0).map(([state, count]) => `${groupDigits(count)} ${state}`);
  return `${countOf(files.length, "file")}: ${given.join(", ") || "none"}.`;
}

function kindLine(name: string, { before, after, same, changed, lost, added }: CountedKind): string {
  const rest = [
    [changed, "changed"],
    [lost, "lost"],
    [added, "added"],
  ] as const;
  const differing = rest.filter(([count]) => count > 0).map(([count, word]) => `, ${groupDigits(count)} ${word}`);
  return `${name}: ${groupDigits(before)} in, ${groupDigits(after)} out, ${groupDigits(same)} the same${differing.join("")}.`;
}

export function noteLine({ message, places: [first = "", ...others] }: NoteGroup): string {
  const more = others.length === 0 ? "" : ` and ${groupDigits(others.length)} more`;
  return `${first}${more}: ${message}`;
}

/** @param more what is said of lines beyond those that are printed */
export function list(heading: string, lines: readonly string[], more = "more"): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length > maxNotes ? [`  … and ${groupDigits(lines.length - maxNotes)} ${more}`] : [];
  return ["", heading, ...lines.slice(0, maxNotes).map((line) => `  ${line}`), ...rest];
}
