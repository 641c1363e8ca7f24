import type { OracleFormula } from "./our-numbers.ts";

const starrable = ["equation", "align", "gather", "alignat", "flalign", "eqnarray", "multline"];
const atoms = [
  "a",
  "x^2",
  "\\frac{a}{b}",
  "{b}",
  "\\left(c\\right)",
  "\\left[d\\\\ e\\right]",
  "\\text{50\\% 对}",
  "\\text{a % b}",
  "\\\\[2pt]",
  "% \\label{comment} \\\\ \n",
  "\\%",
  "\\{",
];
const separators = ["\\\\", "\\\\*", "\\\\[2pt]", "\\\\*[2pt]", "\\cr ", "\\newline ", "\\\\ %c\n"];
const tails = [
  "",
  " ",
  "% end\n",
  "&",
  "{}",
  "\\label{L}",
  "\\notag",
  "\\tag{T}",
  "\\tag*{T}\\label{L}",
  "\\label{L} % x\n",
];
const inner = ["aligned", "gathered", "split", "cases", "matrix", "array", "pmatrix", "alignedat"];

/**
 * Formulas made by chance from a seed, valid TeX all of them: environments, tags, labels, inner environments with
 * `\notag` and labels, comments, braces, `\left…\right`, and every form of a last row.
 */
export function fuzzFormulas(seed: number, count: number): readonly OracleFormula[] {
  const random = mulberry32(seed);
  const chance = (probability: number) => random() < probability;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let names = 0;

  const label = () => `\\label{${chance(0.03) ? "same" : `eq:${(names += 1)}`}}`;
  const mark = (isInner: boolean): string => {
    if (chance(0.3)) return label();
    if (chance(0.4)) return pick(["\\notag", "\\nonumber", "{\\notag}"]);
    if (isInner && !chance(0.1)) return "";
    return pick(["\\tag{A}", "\\tag*{B}", "\\tag{$\\star$}", "\\tag{}", "\\tag{式1}", "\\tag{2.3}"]);
  };
  const nested = (depth: number): string => {
    const name = pick(inner);
    const head = name === "array" ? "{cc}" : name === "alignedat" ? "{1}" : "";
    const cell = name === "gathered" ? "" : "&";
    const rows = Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => content(depth + 1, true) + cell + "b" + (chance(0.15) ? mark(true) : ""),
    );
    const block = `\\begin{${name}}${head}${rows.join("\\\\ ")}\\end{${name}}`;
    return chance(0.2) ? `\\left\\{${block}\\right.` : chance(0.1) ? `{${block}}` : block;
  };
  const content = (depth: number, isInner: boolean): string => {
    if (depth < 3 && chance(0.2)) return nested(depth);
    const atom = pick(atoms);
    // A line break of its own is only a row in the environment around.
    return isInner && atom.startsWith("\\\\") ? "a" : atom;
  };
  const row = (aligned: boolean): string => {
    const parts = [content(0, false), ...(aligned && chance(0.7) ? ["&"] : []), content(0, false)];
    if (chance(0.35)) parts.splice(Math.floor(random() * (parts.length + 1)), 0, mark(false));
    if (chance(0.08)) parts.push(mark(false));
    return parts.join("");
  };
  const environment = (): string => {
    const base = pick(starrable);
    const name = base + (chance(0.25) ? "*" : "");
    const aligned = !["equation", "gather", "multline"].includes(base);
    const single = base === "equation";
    const rows = Array.from({ length: single ? 1 : 1 + Math.floor(random() * 4) }, () =>
      chance(0.08) && !single ? " " : row(aligned),
    );
    const tail = single ? "" : chance(0.4) ? pick(separators) + tailFor(aligned) : "";
    const body = rows.reduce((text, one) => text + pick(separators) + one) + tail;
    return `\\begin{${name}}${base === "alignat" ? "{3}" : ""}${body}\\end{${name}}`;
  };
  const tailFor = (aligned: boolean) => {
    const tail = pick(tails).replace("L", `eq:${(names += 1)}`);
    return tail === "&" && !aligned ? "{}" : tail;
  };
  return Array.from({ length: count }, () => {
    if (chance(0.1)) return { tex: row(false), display: true };
    if (chance(0.05)) return { tex: `${content(0, false)}${mark(false)}`, display: false };
    const tex = environment();
    return { tex: chance(0.02) ? `\\begin{gather}${tex}\\\\ z\\end{gather}` : tex, display: chance(0.97) };
  });
}

/** A generator of numbers in [0, 1) with 32 bits of state, good enough to mix cases. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
