import { argumentAt, groupAt, offsetOf, partnerOf, skipBlank } from "../tex/arguments.ts";
import { cut, insert, type Edit } from "../rewrite.ts";
import type { Lexed } from "../tex/lex.ts";
import type { Step } from "./step.ts";

const environments: Readonly<Record<string, string>> = {
  "\\cases": "cases",
  "\\matrix": "matrix",
  "\\pmatrix": "pmatrix",
  "\\eqalign": "aligned",
  "\\displaylines": "gathered",
};

export const plainEnvironments: Step = {
  name: "plain-environments",
  doc: "\\cases{…}, \\matrix{…}, \\pmatrix{…} → environments; \\eqalign{…} → aligned, \\displaylines{…} → gathered. KaTeX reads \\cr in them.",
  trigger: /\\(?:cases|p?matrix|eqalign|displaylines)\s*\{/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start }, index): readonly Edit[] => {
      const name = Object.hasOwn(environments, text) ? environments[text] : undefined;
      const group = name === undefined ? undefined : groupAt(lexed, index + 1);
      if (!group) return [];
      return [
        { start, end: group.start + 1, text: `\\begin{${name}}` },
        { start: group.end - 1, end: group.end, text: `\\end{${name}}` },
      ];
    }),
};

/** Commands that split what they stand before: opening, middle, what each becomes. */
const infix: Readonly<Record<string, readonly [middle: string, open: string, close: string]>> = {
  "\\root": ["\\of", "\\sqrt[{", "}]"],
  "\\buildrel": ["\\over", "\\stackrel{", "}"],
};

export const roots: Step = {
  name: "roots-and-relations",
  doc: "\\root n\\of x → \\sqrt[{n}]{x}, \\buildrel a\\over b → \\stackrel{a}{b}.",
  trigger: /\\(?:root|buildrel)(?![A-Za-z])/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start, end }, index): readonly Edit[] => {
      const [middle, open = "", close = ""] = (Object.hasOwn(infix, text) ? infix[text] : undefined) ?? [];
      const at = middle === undefined ? undefined : findInGroup(lexed, index + 1, middle);
      if (!at) return [];
      return [
        { start, end, text: open },
        { start: at.start, end: at.end, text: close },
      ];
    }),
};

/** The first token of a text in the group that a token stands in. */
function findInGroup(lexed: Lexed, from: number, text: string) {
  for (let index = from; index < lexed.tokens.length; index += 1) {
    const token = lexed.tokens[index];
    if (token?.text === text) return token;
    if (token?.kind === "close") return undefined;
    if (token?.kind === "open") index = Math.max(index, partnerOf(lexed, index));
  }
  return undefined;
}

export const skew: Step = {
  name: "skew",
  doc: "\\skew6\\hat A → \\hat A: the correction of the accent's place is dropped.",
  trigger: /\\skew(?![A-Za-z])/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start }, index) => {
      const amount = text === "\\skew" ? argumentAt(lexed, index + 1) : undefined;
      return amount ? [cut(start, amount.end)] : [];
    }),
};

const dimension = /^\s*(-?(?:\d+\.?\d*|\.\d+))\s*(pt|em|ex|mu|px|in|cm|mm|pc)/;

export const shifts: Step = {
  name: "shifts",
  doc: "\\raise 1pt{x} → \\raisebox{1pt}{$x$}, \\lower 3pt\\hbox{x} → \\raisebox{-3pt}{\\hbox{x}}.",
  trigger: /\\(?:raise|lower)(?![A-Za-z])/,
  edits: (lexed) =>
    lexed.tokens.flatMap(({ text, start, end }, index): readonly Edit[] => {
      if (text !== "\\raise" && text !== "\\lower") return [];
      const match = dimension.exec(lexed.tex.slice(end, end + 50));
      if (!match) return [];
      const [written, amount = "", unit = ""] = match;
      const behind = end + written.length;
      const value = `${Number(amount) * (text === "\\lower" ? -1 : 1)}${unit}`;
      const at = skipBlank(
        lexed,
        lexed.tokens.findIndex((token, other) => other > index && token.start >= behind),
      );
      const group = groupAt(lexed, at);
      if (group) {
        return [
          { start, end: group.start + 1, text: `\\raisebox{${value}}{$` },
          { start: group.end - 1, end: group.end, text: "$}" },
        ];
      }
      const box = lexed.tokens[at]?.text === "\\hbox" ? groupAt(lexed, at + 1) : undefined;
      if (!box) return [];
      return [{ start, end: offsetOf(lexed, at), text: `\\raisebox{${value}}{` }, insert(box.end, "}")];
    }),
};
