/** A bare environment, from its `\begin` to after its `\end`. */
export interface Environment {
  readonly name: string;
  readonly end: number;
}

/** Delimiters of a source and their partners, found in one pass each way; all keys and values are offsets. */
export interface Marks {
  /** Opening `$` (or `\(`) → closing `$` (or `\)`), at the same depth of braces. */
  readonly inline: ReadonlyMap<number, number>;
  /** The same for a `$` inside a run, which opens only directly behind the formula that the run closes. */
  readonly adjacent: ReadonlyMap<number, number>;
  /** Opening `$$` (or `\[`) → closing `$$` (or `\]`). */
  readonly display: ReadonlyMap<number, number>;
  /** `\begin` of a known environment → its `\end`. */
  readonly environments: ReadonlyMap<number, Environment>;
  /** `\end`s that have a `\begin` of the same name. */
  readonly closedBy: ReadonlyMap<number, number>;
  /** Runs of two or more `$`: offset, and length at the same index. */
  readonly runs: readonly number[];
  readonly runLengths: readonly number[];
}

/** A formula longer than this is none: its opener is unclosed. */
export const longestEnvironment = 20_000;

type Kind = "$" | "{" | "}" | "\\(" | "\\)" | "\\[" | "\\]";
interface Token {
  readonly kind: Kind;
  readonly at: number;
  readonly length: number;
}

const pattern = /\\(begin|end)\{([^{}\\\n$]*)\}|\\[^]|\$+|[{}%\n]/g;
const brackets: ReadonlySet<string> = new Set(["\\(", "\\)", "\\[", "\\]"]);

/**
 * Pairs the delimiters of a source. Backslash and character are one unit, inside and outside of formulas.
 * Pairs may cross paragraphs: who reads the source checks that the closer is still in reach.
 */
export function findMarks(source: string, known: ReadonlySet<string>, withBrackets: boolean): Marks {
  const tokens: Token[] = [];
  const environments = environmentReader(known);
  for (const match of source.matchAll(pattern)) {
    const [text, command, name] = match;
    const at = match.index;
    if (command !== undefined) environments.read(command, String(name), at, at + text.length);
    else if (text === "%") environments.comment(at);
    else if (text === "\n") environments.line(source.charCodeAt(at + 1) === 10 ? at : undefined);
    else if (text.startsWith("$")) tokens.push({ kind: "$", at, length: text.length });
    else if (text === "{" || text === "}") tokens.push({ kind: text, at, length: 1 });
    else if (withBrackets && brackets.has(text)) tokens.push({ kind: text as Kind, at, length: 2 });
  }
  return { ...pairs(source, tokens), environments: environments.found, closedBy: environments.closedBy };
}

interface EnvironmentReader {
  readonly found: ReadonlyMap<number, Environment>;
  readonly closedBy: ReadonlyMap<number, number>;
  read(command: string, name: string, at: number, end: number): void;
  comment(at: number): void;
  /** A new line; with the offset of the line end if the line is blank. */
  line(blank: number | undefined): void;
}

/** Matches `\begin` and `\end` of one name, nested; what a `%` hides inside an environment does not count. */
function environmentReader(known: ReadonlySet<string>): EnvironmentReader {
  const found = new Map<number, Environment>();
  const closedBy = new Map<number, number>();
  const open = new Map<string, number[]>();
  let comment = -1;
  let blank = -1;
  return {
    found,
    closedBy,
    comment(at) {
      if (comment === -1) comment = at;
    },
    line(at) {
      comment = -1;
      blank = at ?? blank;
    },
    read(command, name, at, end) {
      if (!known.has(name)) return;
      const stack = open.get(name) ?? [];
      open.set(name, stack);
      const top = stack.at(-1) ?? -1;
      const hidden = top !== -1 && top < comment && (command === "end" || top > blank);
      if (hidden) return;
      if (command === "begin") stack.push(at);
      else if (top !== -1) {
        stack.pop();
        closedBy.set(at, top);
        if (end - top <= longestEnvironment) found.set(top, { name, end });
      }
    },
  };
}

/**
 * Next closer of each kind, by depth of braces, right to left:
 *
 *     $ a { b $ c } d $        at `}` the deeper level goes on as the level outside,
 *     0     1       0   0      so an unmatched `}` does not keep a formula open.
 */
function pairs(source: string, tokens: readonly Token[]): Omit<Marks, "environments" | "closedBy"> {
  const inline = new Map<number, number>();
  const adjacent = new Map<number, number>();
  const display = new Map<number, number>();
  const next = {
    $: new Map<number, number>(),
    $$: new Map<number, number>(),
    ")": new Map<number, number>(),
    "]": new Map<number, number>(),
  };
  const link = (target: Map<number, number>, from: number, closer: number | undefined): void => {
    if (closer !== undefined) target.set(from, closer);
  };
  let depth = 0;
  for (const { kind, at, length } of tokens.toReversed()) {
    if (kind === "{") depth--;
    else if (kind === "}") {
      depth++;
      for (const level of Object.values(next)) carryOut(level, depth);
    } else if (kind === "\\)") next[")"].set(depth, at);
    else if (kind === "\\]") next["]"].set(depth, at);
    else if (kind === "\\(") link(inline, at, next[")"].get(depth));
    else if (kind === "\\[") link(display, at, next["]"].get(depth));
    else {
      link(length === 1 ? inline : adjacent, at + length - 1, next.$.get(depth));
      if (length > 1) link(display, at + length - 2, next.$$.get(depth));
      if (length > 1) next.$$.set(depth, at);
      if (length > 1 || !isDigit(source.charCodeAt(at + 1))) next.$.set(depth, at);
    }
  }
  const runs = tokens.filter(({ kind, length }) => kind === "$" && length > 1);
  return { inline, adjacent, display, runs: runs.map(({ at }) => at), runLengths: runs.map(({ length }) => length) };
}

function carryOut(level: Map<number, number>, depth: number): void {
  const outside = level.get(depth - 1);
  if (outside === undefined) level.delete(depth);
  else level.set(depth, outside);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
