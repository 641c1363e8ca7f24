import { readTokens } from "./tex-tokens.ts";

/** A formula that shares something with the query. */
export interface FormulaHit {
  /** Number of its line in the index. */
  readonly line: number;
  /** Sequences of three tokens that it shares with the query, and all of the query. */
  readonly shared: number;
  readonly of: number;
  /** It holds the query as a whole, token by token. */
  readonly isWhole: boolean;
}

/** Formulas of a site for searching: their tokens as numbers, one after the other. */
export interface FormulaIndex {
  readonly numbers: ReadonlyMap<string, number>;
  readonly tokens: Uint32Array;
  /** Where each formula begins; one more at the end. */
  readonly starts: Uint32Array;
}

/** Tokens in a row that are compared. */
const gramLength = 3;
/** More distinct tokens than any site has. */
const base = 100_003;

/** @param formulas normal forms as `printTex` writes them, one a line of the index */
export function openFormulas(formulas: readonly string[]): FormulaIndex {
  const numbers = new Map<string, number>();
  const tokens: number[] = [];
  const starts = [0];
  for (const formula of formulas) {
    for (const text of readTokens(formula)) {
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      tokens.push(number);
    }
    starts.push(tokens.length);
  }
  return { numbers, tokens: Uint32Array.from(tokens), starts: Uint32Array.from(starts) };
}

/**
 * Formulas by how much of the query they have: shared sequences of three tokens, then those that hold the whole query,
 * then the shorter ones, then in the order of the index. A query of one or two tokens is one sequence. Nothing that
 * shares less than a third.
 */
export function findFormulas(index: FormulaIndex, query: readonly string[]): readonly FormulaHit[] {
  const wanted = query.map((text) => index.numbers.get(text) ?? -1);
  const length = Math.min(gramLength, wanted.length);
  if (length === 0) return [];
  const grams = gramsOf(wanted, length);
  const seen = new Int32Array(grams.size).fill(-1);
  const firsts = new Uint8Array(index.numbers.size);
  for (const number of wanted) firsts[number] = 1;
  const hits: FormulaHit[] = [];
  for (let line = 0; line + 1 < index.starts.length; line += 1) {
    const shared = sharedWith(index, line, { grams, firsts, length, seen });
    if (shared === 0 || shared * 3 < grams.size) continue;
    hits.push({ line, shared, of: grams.size, isWhole: shared === grams.size && holds(index, line, wanted) });
  }
  const size = ({ line }: FormulaHit) => Number(index.starts[line + 1]) - Number(index.starts[line]);
  return hits.toSorted(
    (a, b) => b.shared - a.shared || Number(b.isWhole) - Number(a.isWhole) || size(a) - size(b) || a.line - b.line,
  );
}

/** Each sequence of tokens as one number → its place among the distinct ones. */
function gramsOf(wanted: readonly number[], length: number): ReadonlyMap<number, number> {
  const grams = new Map<number, number>();
  for (let start = 0; start + length <= wanted.length; start += 1) {
    const key = keyOf(wanted, start, length);
    if (!grams.has(key)) grams.set(key, grams.size);
  }
  return grams;
}

function keyOf(tokens: ArrayLike<number>, start: number, length: number): number {
  let key = 0;
  for (let offset = 0; offset < length; offset += 1) key = key * base + Number(tokens[start + offset]) + 1;
  return key;
}

interface Wanted {
  readonly grams: ReadonlyMap<number, number>;
  /** For each token whether the query has it; most of a formula is passed over by that. */
  readonly firsts: Uint8Array;
  readonly length: number;
  /** For each sequence the last formula that had it. */
  readonly seen: Int32Array;
}

function sharedWith({ tokens, starts }: FormulaIndex, line: number, { grams, firsts, length, seen }: Wanted): number {
  const end = Number(starts[line + 1]);
  let shared = 0;
  for (let start = Number(starts[line]); start + length <= end; start += 1) {
    if (firsts[Number(tokens[start])] === 0) continue;
    const gram = grams.get(keyOf(tokens, start, length));
    if (gram === undefined || seen[gram] === line) continue;
    seen[gram] = line;
    shared += 1;
  }
  return shared;
}

function holds({ tokens, starts }: FormulaIndex, line: number, wanted: readonly number[]): boolean {
  const end = Number(starts[line + 1]) - wanted.length;
  for (let start = Number(starts[line]); start <= end; start += 1)
    if (wanted.every((number, offset) => tokens[start + offset] === number)) return true;
  return false;
}

/** Range of tokens that a formula shares with the query: the longest run whose sequences are all in the query. */
export function sharedRun(formula: readonly string[], query: readonly string[]): readonly [start: number, end: number] {
  const length = Math.min(gramLength, query.length);
  const gram = (tokens: readonly string[], start: number) => tokens.slice(start, start + length).join(" ");
  const grams = new Set(query.slice(0, query.length - length + 1).map((_token, start) => gram(query, start)));
  let best: readonly [number, number] = [0, 0];
  for (let start = 0; start + length <= formula.length; start += 1) {
    let end = start;
    while (end + length <= formula.length && grams.has(gram(formula, end))) end += 1;
    if (end > start && end - start + length - 1 > best[1] - best[0]) best = [start, end + length - 1];
    start = Math.max(start, end - 1);
  }
  return best;
}
