/** A formula of a text, delimiters included. */
export interface FoundFormula {
  readonly kind: "inline" | "display" | "environment" | "reference";
  readonly start: number;
  readonly end: number;
  /** Between the delimiters; an environment or a reference as a whole. */
  readonly tex: string;
}

export interface FindFormulasOptions {
  /** Read `\(…\)` and `\[…\]`, which MathJax does by itself; in Markdown they are escaped brackets. */
  readonly brackets: boolean;
}

const openers = /\\begin\{([A-Za-z]{1,40}\*?)\}|\\(?:eqref|ref)\{[^{}\n]{1,200}\}|\\[^]|\$\$?/g;

/**
 * Finds formulas as MathJax does on a page, which is what the author of the archive saw: `$…$` outside of braces,
 * `$$…$$`, every `\begin{…}…\end{…}`, and references. A backslash and the character after it are one unit, so that
 * `\$` opens nothing. No formula goes over a blank line but an environment or `$$`.
 *
 * @returns formulas in order, without overlap
 */
export function findFormulas(text: string, { brackets }: FindFormulasOptions): readonly FoundFormula[] {
  const found: FoundFormula[] = [];
  const form = new RegExp(openers);
  const search: Search = { brackets, missing: new Set(), inline: inlineClosers(text) };
  for (let match = form.exec(text); match; match = form.exec(text)) {
    const formula = formulaAt(text, match, search);
    if (!formula) continue;
    found.push(formula);
    form.lastIndex = formula.end;
  }
  return found;
}

interface Search {
  readonly brackets: boolean;
  /** Closers that do not occur any more, so that unmatched openers cost one search each kind. */
  readonly missing: Set<string>;
  /** `$` → the next `$` that is not inside of braces. */
  readonly inline: ReadonlyMap<number, number>;
}

function formulaAt(text: string, match: RegExpExecArray, search: Search): FoundFormula | undefined {
  const [token, name] = match;
  const start = match.index;
  const inner = start + token.length;
  if (name !== undefined) {
    const end = endOfEnvironment(text, { from: inner, name }, search);
    return end === undefined ? undefined : { kind: "environment", start, end, tex: text.slice(start, end) };
  }
  if (/^\\(?:eq)?ref\{/.test(token)) return { kind: "reference", start, end: inner, tex: token };
  if (token === "$$") return delimited(text, { kind: "display", start, inner, closer: "$$" }, search);
  if (token === "$") {
    const closer = search.inline.get(start);
    return closer === undefined ? undefined : between(text, "inline", { start, inner, closer, width: 1 });
  }
  if (!search.brackets || (token !== "\\(" && token !== "\\[")) return undefined;
  return token === "\\("
    ? delimited(text, { kind: "inline", start, inner, closer: "\\)" }, search)
    : delimited(text, { kind: "display", start, inner, closer: "\\]" }, search);
}

interface Opened {
  readonly kind: "inline" | "display";
  readonly start: number;
  readonly inner: number;
  readonly closer: string;
}

function delimited(text: string, opened: Opened, { missing }: Search): FoundFormula | undefined {
  const { kind, start, inner, closer } = opened;
  if (missing.has(closer)) return undefined;
  const form = /\\[^]|\$\$/g;
  form.lastIndex = inner;
  for (let match = form.exec(text); match; match = form.exec(text))
    if (match[0] === closer) return between(text, kind, { start, inner, closer: match.index, width: closer.length });
  missing.add(closer);
  return undefined;
}

interface Extent {
  readonly start: number;
  readonly inner: number;
  readonly closer: number;
  readonly width: number;
}

/** Nothing but white space between delimiters is no formula. */
function between(text: string, kind: "inline" | "display", { start, inner, closer, width }: Extent) {
  const tex = text.slice(inner, closer);
  return tex.trim() === "" ? undefined : { kind, start, end: closer + width, tex };
}

/**
 * Pairs dollar signs from right to left, by depth of braces; a blank line ends every search. At a `}` the deeper level
 * goes on as the level outside, so that an unmatched one does not keep a formula open.
 */
function inlineClosers(text: string): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  const next = new Map<number, number>();
  let depth = 0;
  for (const { 0: token, index } of [...text.matchAll(/\\[^]|[{}$]|\n[^\S\n]*\n/g)].toReversed()) {
    if (token === "{") depth -= 1;
    else if (token === "}") {
      const outside = next.get(depth);
      depth += 1;
      if (outside === undefined) next.delete(depth);
      else next.set(depth, outside);
    } else if (token === "$") {
      const closer = next.get(depth);
      if (closer !== undefined) closers.set(index, closer);
      next.set(depth, index);
    } else if (token.startsWith("\n")) next.clear();
  }
  return closers;
}

/** Offset behind the `\end` that belongs to a `\begin` of the same name. */
function endOfEnvironment(
  text: string,
  { from, name }: { readonly from: number; readonly name: string },
  { missing }: Search,
): number | undefined {
  const end = `\\end{${name}}`;
  if (missing.has(end)) return undefined;
  const form = /\\(?:begin|end)\{([A-Za-z]{1,40}\*?)\}|\\[^]/g;
  form.lastIndex = from;
  let depth = 1;
  for (let match = form.exec(text); match; match = form.exec(text)) {
    if (match[1] !== name) continue;
    depth += match[0] === end ? -1 : 1;
    if (depth === 0) return form.lastIndex;
  }
  missing.add(end);
  return undefined;
}

/** The TeX of all formulas but single references, as an inventory lists it. */
export function texOf(formulas: readonly FoundFormula[]): readonly string[] {
  return formulas.filter(({ tex }) => !/^\s*\\(?:eq)?ref\{[^{}\n]*\}\s*$/.test(tex)).map(({ tex }) => tex);
}
