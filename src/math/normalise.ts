import { applyEdits, editMatches, unchanged, type Edit, type Rewritten } from "./rewrite.ts";

/** One rewrite of TeX written for MathJax into TeX that KaTeX reads. */
interface Step {
  readonly name: string;
  /** Before → after, and why. */
  readonly doc: string;
  readonly edits: (tex: string) => readonly Edit[];
}

/** Environments that number their rows by themselves, and what KaTeX draws them with. */
const environments: Readonly<Record<string, string>> = {
  equation: "equation*",
  align: "align*",
  gather: "gather*",
  alignat: "alignat*",
  flalign: "align*",
  "flalign*": "align*",
  xalignat: "alignat*",
  "xalignat*": "alignat*",
  eqnarray: "align*",
  "eqnarray*": "align*",
  multline: "gather*",
  "multline*": "gather*",
};

/** Rewrites in the order in which they are applied; each sees the result of those before. */
export const steps: readonly Step[] = [
  {
    name: "spaces",
    doc: "No-break and figure spaces become spaces, zero-width characters go: KaTeX has no metrics for them.",
    edits: (tex) =>
      editMatches(tex, /[\u00a0\u2007]|[\u200b-\u200d\u2060\u2061\ufeff]/g, ([char]) =>
        /[\u00a0\u2007]/.test(char) ? " " : "",
      ),
  },
  {
    name: "labels",
    doc: "\\label{eq:a} goes: KaTeX does not know it, and it prints nothing.",
    edits: (tex) => editMatches(tex, labelPattern, () => ""),
  },
  {
    name: "references",
    doc: "\\eqref{eq:a} → \\text{(eq:a)}, \\ref{eq:a} → \\text{eq:a}: the name of the label stands for the number.",
    edits: (tex) =>
      editMatches(tex, referencePattern, ([, command, label = ""]) => {
        const text = label.replace(/[#$%&_{}]/g, "\\$&").replace(/[~^\\]/g, " ");
        return command === "eqref" ? `\\text{(${text})}` : `\\text{${text}}`;
      }),
  },
  {
    name: "unnumbered-environments",
    doc: "\\begin{align} → \\begin{align*}, and the nearest form for environments that KaTeX lacks: its own numbers are CSS counters, which are never shown.",
    edits: (tex) =>
      editMatches(tex, /\\(begin|end)\s*\{([a-z]+\*?)\}/g, ([, command = "", name = ""]) =>
        Object.hasOwn(environments, name) ? `\\${command}{${environments[name]}}` : undefined,
      ),
  },
  {
    name: "wrappers",
    doc: "\\begin{math}…\\end{math}, displaymath and subequations go: they only surround.",
    edits: (tex) => editMatches(tex, /\\(?:begin|end)\s*\{(?:math|displaymath|subequations)\}/g, () => ""),
  },
];

/** `\label{…}`; an escaped backslash before it is a line break, not part of the command. */
export const labelPattern = /(?<!(?<!\\)(?:\\\\)*\\)\\label\s*\{([^{}]*)\}/g;
export const referencePattern = /(?<!(?<!\\)(?:\\\\)*\\)\\(eqref|ref)\s*\{([^{}]*)\}/g;

/** Applies every step. */
export function normalise(tex: string): Rewritten {
  return steps.reduce((rewritten, { edits }) => applyEdits(rewritten, edits(rewritten.tex)), unchanged(tex));
}
