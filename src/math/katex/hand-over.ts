import type { FormulaRow } from "../../model/post.ts";
import type { InnerReference } from "../references/in-formula.ts";
import { innerReferences } from "../references/in-formula.ts";
import { applyEdits, cut, insert, type Edit, type Rewritten } from "../rewrite.ts";
import { amsEnvironment } from "../numbers/environments.ts";
import type { Display, DisplayRow } from "../numbers/find-rows.ts";
import type { PreparedFormula } from "../prepare.ts";
import { endBefore, offsetOf, skipBlank } from "../tex/arguments.ts";
import { environmentAt, type Environment } from "../tex/environments.ts";
import type { Lexed } from "../tex/lex.ts";

/** What KaTeX is given for a formula, and what our own marks in it mean. */
export interface HandedOver {
  readonly rewritten: Rewritten;
  /** Identifiers of rows, by the key that stands for them while KaTeX works. */
  readonly ids: ReadonlyMap<string, string>;
  /** Whether rows of an environment were tagged, whose numbers KaTeX leaves out of the MathML. */
  readonly rows: boolean;
}

export interface HandOverInput {
  readonly formula: PreparedFormula;
  readonly rows: readonly FormulaRow[];
  /** TeX that stands for a reference. */
  readonly reference: (reference: InnerReference) => string;
  /** TeX of what is shown beside a row, text mode. */
  readonly shown: (row: FormulaRow) => string;
}

/**
 * Writes the TeX of a numbered formula for KaTeX: environments without numbers of their own, `\tag*` with the
 * number where the row has one, references as links, no comments (a comment behind a row would swallow its tag).
 */
export function handOver({ formula: { display, rewritten }, rows, reference, shown }: HandOverInput): HandedOver {
  const { lexed, environment } = display;
  const ids = new Map<string, string>();
  const tagOf = (index: number): string => {
    const row = rows.find((one) => one.row === index);
    if (!row) return "";
    if (rows.length === 1) return `\\tag*{${shown(row)}}`;
    const key = `row${ids.size}`;
    ids.set(key, row.id);
    return `\\tag*{\\htmlId{${key}}{${shown(row)}}}`;
  };
  const cuts = display.cuts.map(({ first, next }) => cut(offsetOf(lexed, first), endBefore(lexed, next)));
  const isPlain = environment?.name === "equation" && standsAlone(display, environment.found);
  const drawn = environment
    ? drawEnvironment(display, environment, { isPlain, tagOf })
    : [insert(lexed.tex.length, tagOf(0))];
  const inside = [
    ...display.others.flatMap((index) => withoutNumbers(lexed, index)),
    ...innerReferences(lexed).map((one) => ({ start: one.start, end: one.end, text: reference(one) })),
    ...comments(lexed),
  ];
  const kept = outside(cuts, drawn);
  const edits = [...drawn, ...kept, ...outside(inside, [...drawn, ...kept])];
  return { rewritten: applyEdits(rewritten, edits), ids, rows: environment !== undefined && !isPlain };
}

/** The edits that do not lie inside of one of the others. */
function outside(edits: readonly Edit[], others: readonly Edit[]): readonly Edit[] {
  const wide = others.filter(({ start, end }) => end > start);
  return edits.filter(({ start, end }) => !wide.some((other) => other.start <= start && end <= other.end));
}

/** Only white space and commands that print nothing stand around the environment. */
function standsAlone({ lexed, cuts }: Display, { begin, end }: Environment): boolean {
  return lexed.tokens.every(({ kind }, index) => {
    const isAround = index < begin.index || index >= end.next;
    const isCut = cuts.some(({ first, next }) => index >= first && index < next);
    return !isAround || isCut || kind === "space" || kind === "comment";
  });
}

function drawEnvironment(
  display: Display,
  environment: NonNullable<Display["environment"]>,
  { isPlain, tagOf }: { readonly isPlain: boolean; readonly tagOf: (index: number) => string },
): readonly Edit[] {
  const { lexed, rows, ghost } = display;
  const { begin, end } = environment.found;
  const bodyEnd = offsetOf(lexed, end.index);
  if (isPlain) {
    return [
      cut(offsetOf(lexed, begin.index), endBefore(lexed, begin.next)),
      { start: bodyEnd, end: endBefore(lexed, end.next), text: tagOf(0) },
    ];
  }
  const names = [begin, end].map(({ nameGroup }): Edit => {
    return { start: nameGroup.start, end: nameGroup.end, text: `{${environment.drawnWith}}` };
  });
  if (environment.single) return [...names, ...lastRow(lexed, end.index, tagOf(0))];
  return [
    ...names,
    ...rows.flatMap((row, index) => [
      insert(offsetOf(lexed, row.next), tagOf(index)),
      ...(environment.name === "eqnarray" ? relations(lexed, row) : []),
      ...newline(lexed, row),
    ]),
    // KaTeX would draw the empty row behind the last separator.
    ...(ghost ? ghostCut(display, ghost) : []),
  ];
}

/** `multline` and `equation` with something around: the tag stands in the last row, a `\\` behind it goes. */
function lastRow(lexed: Lexed, bodyNext: number, tag: string): readonly Edit[] {
  let last = bodyNext - 1;
  while (last > 0 && skipBlank(lexed, last) !== last) last -= 1;
  const token = lexed.tokens[last];
  return [...(token?.text === "\\\\" ? [cut(token.start, token.end)] : []), insert(offsetOf(lexed, bodyNext), tag)];
}

/** The separator before the row that does not exist, if there is a row before, and the row itself. */
function ghostCut({ lexed, rows }: Display, ghost: DisplayRow): readonly Edit[] {
  return [cut(offsetOf(lexed, rows.at(-1)?.next ?? ghost.first), offsetOf(lexed, ghost.next))];
}

/** `\newline` separates rows in MathJax, not in KaTeX. */
function newline(lexed: Lexed, { next }: DisplayRow): readonly Edit[] {
  const token = lexed.tokens[next];
  return token?.text === "\\newline" ? [{ start: token.start, end: token.end, text: "\\\\" }] : [];
}

/** `a & = & b` → `a &{} = {} b`: three columns become two. */
function relations(lexed: Lexed, { first, next }: DisplayRow): readonly Edit[] {
  const edits: Edit[] = [];
  let open = 0;
  for (let index = first; index < next; index += 1) {
    const token = lexed.tokens[index];
    if (token?.kind === "open" || token?.text === "\\begin") open += 1;
    if (token?.kind === "close" || token?.text === "\\end") open -= 1;
    if (token?.kind !== "cell" || open !== 0 || edits.length > 1) continue;
    edits.push({ start: token.start, end: token.end, text: edits.length === 0 ? "&{}" : "{}" });
  }
  return edits;
}

/** A second environment with numbers is drawn without them. */
function withoutNumbers(lexed: Lexed, index: number): readonly Edit[] {
  const found = environmentAt(lexed, index);
  const name = found && amsEnvironment(found.name)?.drawnWith;
  if (!found || name === undefined) return [];
  return [found.begin, found.end].map(({ nameGroup }) => {
    return { start: nameGroup.start, end: nameGroup.end, text: `{${name}}` };
  });
}

/** A comment leaves a space, so that a command before it does not run into the letters behind. */
function comments({ tokens }: Lexed): readonly Edit[] {
  return tokens.flatMap(({ kind, start, end }) => (kind === "comment" ? [{ start, end, text: " " }] : []));
}
