import { groupAt, optionalAt, partnerOf, skipBlank } from "../tex/arguments.ts";
import { environmentAt, markAt, type Environment } from "../tex/environments.ts";
import type { Lexed } from "../tex/lex.ts";
import { amsEnvironment, innerAlignments, type AmsEnvironment } from "./environments.ts";

/** A command in a row that prints nothing there: tokens `[first, next)`. */
interface Command {
  readonly first: number;
  readonly next: number;
}

export interface RowLabel extends Command {
  readonly name: string;
}

export interface RowTag extends Command {
  /** Text in parentheses, as TeX; empty for `\tag{}`. */
  readonly text: string;
  /** `\tag*`: shown without parentheses. */
  readonly starred: boolean;
  /** It stands inside `aligned`, `split` or their like, where MathJax refuses it. */
  readonly inner: boolean;
}

/** One row of a display. Tokens `[first, next)` are its content, those up to `end` the separator behind. */
export interface DisplayRow {
  readonly first: number;
  readonly next: number;
  readonly end: number;
  readonly labels: readonly RowLabel[];
  readonly tags: readonly RowTag[];
  /** A tag or the number is taken away by `\notag`. */
  readonly notag: boolean;
  /** Holds more than white space, comments and commands that print nothing. */
  readonly visible: boolean;
}

/** A display taken apart: its environment, its rows, and what must be cut out before it is typeset. */
export interface Display {
  readonly lexed: Lexed;
  readonly environment?: AmsEnvironment & { readonly found: Environment; readonly bodyFirst: number };
  /** Without the empty last row, which does not exist. */
  readonly rows: readonly DisplayRow[];
  /** The row that does not exist. */
  readonly ghost?: DisplayRow;
  /** `\label`, `\tag`, `\notag`, `\nonumber`. */
  readonly cuts: readonly Command[];
  /** Numbered environments beside or inside the first one, index of their `\begin`. */
  readonly others: readonly number[];
}

/**
 * Takes a display apart, by the rules of MathJax with `tags: 'ams'`: the first outermost numbered environment at
 * brace depth 0 counts; `equation` and `multline` are one row, the others split at `\\`, `\cr` and `\newline`
 * outside of braces, inner environments and `\left…\right`.
 */
export function findRows(lexed: Lexed): Display {
  const environment = firstEnvironment(lexed);
  const scan = scanRows(lexed, environment);
  const last = scan.rows.at(-1);
  // An `equation` has its row even if nothing is in it; an empty `multline` has none.
  const mayBeEmpty = environment?.single === false || environment?.name === "multline";
  const hasGhost = mayBeEmpty && last?.visible === false;
  return {
    lexed,
    ...(environment && { environment }),
    rows: hasGhost ? scan.rows.slice(0, -1) : scan.rows,
    ...(hasGhost && last && { ghost: last }),
    cuts: scan.cuts,
    others: otherEnvironments(lexed, environment),
  };
}

function firstEnvironment(lexed: Lexed): Display["environment"] {
  for (let index = 0; index < lexed.tokens.length; index += 1) {
    const found = environmentAt(lexed, index);
    const ams = found && amsEnvironment(found.name);
    if (ams) {
      const group = ams.hasArgument ? groupAt(lexed, found.begin.next) : optionalAtOnce(lexed, found.begin.next, ams);
      return { ...ams, found, bodyFirst: group?.next ?? found.begin.next };
    }
    if (found) index = found.end.next - 1;
    else if (lexed.tokens[index]?.kind === "open") index = Math.max(index, partnerOf(lexed, index));
  }
  return undefined;
}

/** `\begin{gather}[t]`: the position is no part of the first row. */
function optionalAtOnce(lexed: Lexed, index: number, { single }: AmsEnvironment) {
  const found = single || lexed.tokens[index]?.text !== "[" ? undefined : optionalAt(lexed, index);
  return found && /^[tbc]$/.test(found.inner.trim()) ? found : undefined;
}

function otherEnvironments(lexed: Lexed, environment: Display["environment"]): readonly number[] {
  const own = environment?.found.begin.index;
  return lexed.tokens.flatMap(({ text }, index) => {
    if (text !== "\\begin" || index === own) return [];
    const ams = amsEnvironment(markAt(lexed, index)?.name ?? "");
    return ams && !ams.starred ? [index] : [];
  });
}

interface OpenRow {
  first: number;
  labels: RowLabel[];
  tags: RowTag[];
  notag: boolean;
  visible: boolean;
}

const openRow = (first: number): OpenRow => ({ first, labels: [], tags: [], notag: false, visible: false });

/** Goes through all tokens once, with counters for everything that can be open. */
function scanRows(lexed: Lexed, environment: Display["environment"]) {
  const body = bodyOf(lexed, environment);
  const rows: DisplayRow[] = [];
  const cuts: Command[] = [];
  const depth: Depth = { braces: 0, lefts: 0, environments: [] };
  let row = openRow(body.first);
  for (let index = 0; index < lexed.tokens.length; index += 1) {
    const found = readCommand(lexed, index, depth.environments);
    if (found) {
      cuts.push(found.command);
      found.apply(row);
      index = found.command.next - 1;
      continue;
    }
    const inBody = index >= body.first && index < body.next;
    follow(depth, lexed, index, inBody);
    const end = body.splits && inBody && isOutside(depth) ? separatorEnd(lexed, index) : undefined;
    if (end !== undefined) {
      rows.push({ ...row, next: index, end });
      row = openRow(end);
      index = end - 1;
    } else if (inBody && prints(lexed, index)) row.visible = true;
  }
  rows.push({ ...row, next: body.next, end: body.next });
  return { rows, cuts };
}

/** The tokens that rows are made of, and whether they are more than one row. */
function bodyOf({ tokens }: Lexed, environment: Display["environment"]) {
  if (!environment) return { first: 0, next: tokens.length, splits: false };
  return { first: environment.bodyFirst, next: environment.found.end.index, splits: !environment.single };
}

/** What is open at a token. */
interface Depth {
  braces: number;
  lefts: number;
  /** Names of the environments inside of the row. */
  readonly environments: string[];
}

/** Goes into what opens at a token, and out of what closes there. */
function follow(depth: Depth, lexed: Lexed, index: number, inBody: boolean): void {
  const mark = inBody ? markAt(lexed, index) : undefined;
  if (mark?.kind === "begin") depth.environments.push(mark.name);
  if (mark?.kind === "end") depth.environments.pop();
  const token = lexed.tokens[index];
  depth.braces += Number(token?.kind === "open") - Number(token?.kind === "close");
  depth.lefts += Number(token?.text === "\\left") - Number(token?.text === "\\right");
}

function isOutside({ braces, lefts, environments }: Depth): boolean {
  return braces === 0 && lefts <= 0 && environments.length === 0;
}

function prints({ tokens }: Lexed, index: number): boolean {
  const kind = tokens[index]?.kind;
  return kind !== "space" && kind !== "comment";
}

interface Found {
  readonly command: Command;
  readonly apply: (row: OpenRow) => void;
}

/** Reads `\label{…}`, `\tag{…}`, `\notag` at a token; `open` are the environments around it inside the row. */
function readCommand(lexed: Lexed, index: number, open: readonly string[]): Found | undefined {
  const isInner = open.some((name) => innerAlignments.has(name));
  switch (lexed.tokens[index]?.text) {
    case "\\label": {
      const group = groupAt(lexed, index + 1);
      if (!group) return undefined;
      const label = { first: index, next: group.next, name: group.inner.trim() };
      return { command: label, apply: ({ labels }) => label.name !== "" && labels.push(label) };
    }
    case "\\tag": {
      const star = skipBlank(lexed, index + 1);
      const starred = lexed.tokens[star]?.text === "*";
      const group = groupAt(lexed, starred ? star + 1 : index + 1);
      if (!group) return undefined;
      const tag = { first: index, next: group.next, text: group.inner, starred, inner: isInner };
      return {
        command: tag,
        apply(row) {
          row.tags.push(tag);
          row.notag = false;
        },
      };
    }
    case "\\notag":
    case "\\nonumber":
      return {
        command: { first: index, next: index + 1 },
        apply(row) {
          if (!isInner) row.notag = true;
        },
      };
    default:
      return undefined;
  }
}

/** Index behind a row separator at a token: `\\`, `\\[2pt]`, `\cr`, `\newline`; stars were taken away before. */
function separatorEnd(lexed: Lexed, index: number): number | undefined {
  const text = lexed.tokens[index]?.text;
  if (text === "\\cr" || text === "\\newline") return index + 1;
  if (text !== "\\\\") return undefined;
  const next = index + 1;
  return lexed.tokens[next]?.text === "[" ? (optionalAt(lexed, next)?.next ?? next) : next;
}
