import type { MathNumbering } from "../../model/config.ts";
import type { FormulaRow, SourceFormula } from "../../model/post.ts";
import type { Problem } from "../problem.ts";
import { endBefore, offsetOf } from "../tex/arguments.ts";
import type { Display, DisplayRow, RowLabel, RowTag } from "./find-rows.ts";

export interface NumberingOptions {
  readonly numbering: MathNumbering;
  /** How a number is shown: `(%s)`, `(2.%s)`. */
  readonly template: string;
}

/** A row with its number, before it has an identifier. */
export type NumberedRow = Omit<FormulaRow, "id">;

export interface NumberedDisplay {
  readonly rows: readonly NumberedRow[];
  /** The counter after this display. */
  readonly counter: number;
  /** Labels of rows without number that no number follows; references to them find nothing. */
  readonly lost: readonly RowLabel[];
  /** At ranges of the TeX that was taken apart. */
  readonly problems: readonly Problem[];
}

type Source = Pick<SourceFormula, "layout" | "id">;

/**
 * Numbers the rows of one display.
 *
 * A tag gives its own text and does not advance the counter; `\notag` takes the row's number, and a tag before
 * it. A label in a row without number waits for the next number of the same display. A label in the empty last
 * row, which does not exist, names the row above if that has none.
 */
export function numberRows(
  display: Display,
  source: Source,
  before: number,
  options: NumberingOptions,
): NumberedDisplay {
  const problems: Problem[] = [];
  const rows: NumberedRow[] = [];
  let counter = before;
  let waiting: readonly RowLabel[] = [];
  for (const [index, row] of display.rows.entries()) {
    const isLast = index === display.rows.length - 1;
    const labels = [...row.labels, ...(isLast ? ghostLabels(display, row, problems) : [])];
    const given = numberOf(row, labels.length > 0, counter + 1, { display, source, options, problems });
    if (given?.isCounted === true) counter += 1;
    if (!given || given.shown === "") {
      waiting = [...waiting, ...labels];
      continue;
    }
    const { shown, number } = given;
    for (const label of waiting) problems.push(lateLabel(label, display, shown));
    if (labels.length > 1) problems.push(severalLabels(labels, display));
    const names = [...waiting, ...labels].map(({ name }) => name);
    const own = index === 0 && source.id !== undefined ? [source.id] : [];
    rows.push({ row: index, number, shown, labels: [...new Set([...own, ...names])] });
    waiting = [];
  }
  problems.push(...otherProblems(display));
  return { rows, counter, lost: [...waiting, ...unboundGhosts(display)], problems };
}

interface GivenNumber {
  readonly number: string;
  /** Empty: nothing is shown, as with `\tag{}`. */
  readonly shown: string;
  readonly isCounted: boolean;
}

/** The number of a row: that of its tag, or the next one of the counter; `undefined` if it has neither. */
function numberOf(
  row: DisplayRow,
  hasLabel: boolean,
  next: number,
  {
    display,
    source,
    options,
    problems,
  }: { display: Display; source: Source; options: NumberingOptions; problems: Problem[] },
): GivenNumber | undefined {
  const isDisplay = source.layout !== "inline" || display.environment !== undefined;
  const tag = isDisplay ? tagOf(row, display, problems) : ignoredTag(row, display, problems);
  if (tag) return { number: tag.text, shown: shownTag(tag), isCounted: false };
  const hasId = source.id !== undefined;
  const isCounted =
    isDisplay && counts(display, row, { hasName: hasLabel || hasId, hasId, numbering: options.numbering });
  if (!isCounted) return undefined;
  const shown = show(next, options);
  return { number: bare(shown), shown, isCounted };
}

function shownTag({ text, starred }: RowTag): string {
  return text === "" || starred ? text : `(${text})`;
}

/** Whether the counter goes on for a row without tag. */
function counts(
  { environment }: Display,
  { notag }: DisplayRow,
  { hasName, hasId, numbering }: { hasName: boolean; hasId: boolean; numbering: NumberingOptions["numbering"] },
): boolean {
  if (notag || numbering === "none" || environment?.starred === true) return false;
  if (numbering === "labelled") return hasName;
  // An identifier behind `$$…$$` asks for a number; there is no other use for it.
  return numbering === "all" || environment !== undefined || hasId;
}

function show(counter: number, { template }: NumberingOptions): string {
  return template.replace("%s", String(counter));
}

/** The number as `\ref` prints it: without the parentheses around. */
function bare(shown: string): string {
  return /^\((.*)\)$/.exec(shown)?.[1] ?? shown;
}

/** Labels of the row that does not exist, if the row above has one already or is not there. */
function unboundGhosts({ ghost, rows }: Display): readonly RowLabel[] {
  return rows.at(-1)?.labels.length === 0 ? [] : (ghost?.labels ?? []);
}

function ghostLabels({ ghost, lexed }: Display, { labels }: DisplayRow, problems: Problem[]): readonly RowLabel[] {
  if (!ghost || labels.length > 0) return [];
  for (const label of ghost.labels) {
    problems.push({
      code: "math/label-moved",
      message: `“${label.name}” stands behind the last \\\\, in a row that does not exist; it names the row above`,
      hint: "put the label before \\\\",
      at: rangeOf(label, lexed),
    });
  }
  return ghost.labels;
}

function tagOf(row: DisplayRow, { lexed }: Display, problems: Problem[]): RowTag | undefined {
  const [tag, ...more] = row.tags;
  for (const one of more) {
    problems.push({
      code: "math/two-tags",
      message: "a row has one \\tag; the first one is kept",
      at: rangeOf(one, lexed),
    });
  }
  if (tag?.inner === true) {
    problems.push({
      code: "math/tag-misplaced",
      message: "\\tag inside of an inner environment is taken as the tag of the whole row",
      hint: "put it behind \\end{…}",
      at: rangeOf(tag, lexed),
    });
  }
  return row.notag ? undefined : tag;
}

function ignoredTag({ tags }: DisplayRow, { lexed }: Display, problems: Problem[]): undefined {
  for (const tag of tags) {
    problems.push({
      code: "math/tag-misplaced",
      message: "\\tag has no effect in a formula in the line",
      hint: "make it a display",
      at: rangeOf(tag, lexed),
    });
  }
}

function lateLabel(label: RowLabel, { lexed }: Display, shown: string): Problem {
  return {
    code: "math/label-moved",
    message: `the row of “${label.name}” has no number; the label names the later row ${shown}`,
    hint: "put the label into the row that it names",
    at: rangeOf(label, lexed),
  };
}

function severalLabels(labels: readonly RowLabel[], { lexed }: Display): Problem {
  const [, second = labels[0]] = labels;
  return {
    code: "math/two-labels",
    message: `a row has ${labels.length} labels, ${labels.map(({ name }) => `“${name}”`).join(" and ")}; all name it`,
    ...(second && { at: rangeOf(second, lexed) }),
  };
}

function otherProblems({ others, lexed }: Display): readonly Problem[] {
  return others.map((index) => ({
    code: "math/nested-environment",
    message: "only the first environment outside of braces is numbered; this one is set without numbers",
    hint: "write one environment a formula",
    at: rangeOf({ first: index, next: index + 1 }, lexed),
  }));
}

/** Range of the tokens of a command. */
export function rangeOf({ first, next }: { readonly first: number; readonly next: number }, lexed: Display["lexed"]) {
  const start = offsetOf(lexed, first);
  return { offset: start, length: endBefore(lexed, next) - start };
}
