import { argumentAt, groupAt, optionalAt, skipBlank } from "../tex/arguments.ts";
import { cut, insert, type Edit } from "../rewrite.ts";
import { markAt } from "../tex/environments.ts";
import type { Lexed } from "../tex/lex.ts";
import type { Step } from "./step.ts";

const length = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*(?:pt|em|ex|mu|px|in|cm|mm|pc|bp|dd|cc|nd|nc|sp)\s*$/;

export const lineSizes: Step = {
  name: "line-sizes",
  doc: "\\\\* → \\\\, because KaTeX prints the star; \\\\[b] → \\\\{}[b] where b is no length: the bracket is part of the next row.",
  trigger: /\\\\[*[]/,
  edits: (lexed, { note }) =>
    lexed.tokens.flatMap(({ text, end }, index): readonly Edit[] => {
      if (text !== "\\\\") return [];
      const star = lexed.tokens[index + 1]?.text === "*" ? lexed.tokens[index + 1] : undefined;
      const at = star ? index + 2 : index + 1;
      const size = lexed.tokens[at]?.text === "[" ? optionalAt(lexed, at) : undefined;
      const stars = star ? [cut(star.start, star.end)] : [];
      if (!size || length.test(size.inner)) return stars;
      note({
        code: "math/simplified",
        message: `“[${size.inner}]” behind \\\\ is no length; it is read as part of the next row`,
        hint: "write \\\\{} before the bracket",
        at: { offset: size.start, length: size.end - size.start },
      });
      return [...stars, insert(star?.end ?? end, "{}")];
    }),
};

export const debris: Step = {
  name: "debris",
  doc: "x\\+y → x+y, \\/ → nothing: neither is a command in MathJax or KaTeX.",
  trigger: /\\[+/]/,
  edits: ({ tokens }, { note }) =>
    tokens.flatMap(({ text, start, end }) => {
      if (text !== "\\+" && text !== "\\/") return [];
      note({
        code: "math/simplified",
        message: `${text} is no command`,
        hint: `write ${text === "\\+" ? "+" : "nothing"}`,
        at: { offset: start, length: end - start },
      });
      return [{ start, end, text: text === "\\+" ? "+" : "" }];
    }),
};

export const toggles: Step = {
  name: "toggles",
  doc: "\\toggle{a}{b}…\\endtoggle → {a}: a page that does not change shows the first form.",
  trigger: /\\toggle(?![A-Za-z])/,
  edits: (lexed, { note }) =>
    lexed.tokens.flatMap(({ text, start, end }, index) => {
      const first = text === "\\toggle" ? groupAt(lexed, index + 1) : undefined;
      const last = lexed.tokens.find((token, at) => at > index && token.text === "\\endtoggle");
      if (!first || !last) return [];
      const at = { offset: start, length: end - start };
      note({ code: "math/simplified", message: "only the first form of \\toggle is shown", at });
      return [cut(start, first.start), cut(first.end, last.end)];
    }),
};

export const intertext: Step = {
  name: "intertext",
  doc: "a\\\\ \\intertext{t} b → a\\\\ \\text{t}\\notag\\\\ b: a row of text without number.",
  trigger: /\\(?:short)?intertext(?![A-Za-z])/,
  edits: (lexed, { note }) =>
    lexed.tokens.flatMap(({ text, start, end }, index): readonly Edit[] => {
      const group = text === "\\intertext" || text === "\\shortintertext" ? argumentAt(lexed, index + 1) : undefined;
      if (!group?.braced) return [];
      const at = { offset: start, length: end - start };
      note({ code: "math/simplified", message: `${text} becomes a row of its own`, at });
      return [
        { start, end, text: startsRow(lexed, index) ? "\\text" : "\\\\ \\text" },
        insert(group.end, "\\notag\\\\ "),
      ];
    }),
};

/** Whether nothing but white space parts a token from the row's beginning. */
function startsRow(lexed: Lexed, index: number): boolean {
  let at = index - 1;
  while (at >= 0 && skipBlank(lexed, at) !== at) at -= 1;
  if (lexed.tokens[at]?.text === "\\\\" || at < 0) return true;
  for (let begin = at; begin >= 0 && begin > at - 40; begin -= 1) {
    const mark = markAt(lexed, begin);
    if (mark) return mark.kind === "begin" && skipBlank(lexed, mark.next) === index;
  }
  return false;
}

const wrappers: ReadonlySet<string> = new Set(["math", "displaymath", "subequations"]);

export const wrapping: Step = {
  name: "wrappers",
  doc: "\\begin{math}…\\end{math}, displaymath and subequations go: they only surround. Numbers like (1a) do not exist, as in MathJax.",
  trigger: /\\(?:begin|end)\s*\{\s*(?:math|displaymath|subequations)\s*\}/,
  edits: (lexed, { note }) =>
    lexed.tokens.flatMap((token, index) => {
      const mark = markAt(lexed, index);
      if (!mark || !wrappers.has(mark.name)) return [];
      if (mark.name === "subequations" && mark.kind === "begin") {
        const at = { offset: token.start, length: mark.nameGroup.end - token.start };
        note({
          code: "math/simplified",
          message: "subequations does not number (1a), (1b); the rows get numbers of their own",
          at,
        });
      }
      return [cut(token.start, mark.nameGroup.end)];
    }),
};
