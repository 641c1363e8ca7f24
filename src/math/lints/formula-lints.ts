import type { Problem } from "../problem.ts";
import type { PreparedFormula } from "../prepare.ts";
import { lex, type Lexed } from "../tex/lex.ts";

/** A look at one formula before it is set; ranges are those of the author's TeX. */
interface Lint {
  readonly name: string;
  readonly problems: (lexed: Lexed, formula: PreparedFormula, commands: ReadonlySet<string>) => readonly Problem[];
}

const tall: ReadonlyMap<string, string> = new Map([
  ["\\limits", "drop \\limits, or make it a display"],
  ["\\displaystyle", "make it a display"],
  ["\\dfrac", "write \\frac, or make it a display"],
  ["\\dbinom", "write \\binom, or make it a display"],
]);

const tallInline: Lint = {
  name: "tall formula in the line",
  problems: ({ tokens }, { source, display }) =>
    source.layout !== "inline" || display.environment
      ? []
      : tokens.flatMap(({ text, start }) => {
          const hint = tall.get(text);
          const message = `${text} makes the formula taller than the line`;
          return hint === undefined ? [] : [{ code: "math/tall-inline", message, hint, at: at(start, text) }];
        }),
};

const newlines: Lint = {
  name: "row separators that do nothing",
  problems(_lexed, { source, display, rewritten }) {
    const { environment, ghost, lexed } = display;
    if (environment) {
      if (!ghost || ghost.labels.length > 0) return [];
      const token = lexed.tokens
        .slice(0, ghost.first)
        .findLast(({ kind, text }) => kind === "command" && text === "\\\\");
      const place = token && { offset: rewritten.toSource(token.start), length: 2 };
      const message = "\\\\ behind the last row does nothing";
      return place ? [{ code: "math/trailing-newline", message, hint: "remove it", at: place }] : [];
    }
    if (source.layout === "inline") return [];
    const first = topNewline(lexed);
    if (first === undefined) return [];
    return [
      {
        code: "math/newline",
        message: "\\\\ in a display without environment breaks no line in LaTeX",
        hint: "put \\begin{aligned}…\\end{aligned} around the rows",
        at: { offset: rewritten.toSource(first), length: 2 },
      },
    ];
  },
};

/** The first `\\` outside of braces and environments. */
function topNewline({ tokens }: Lexed): number | undefined {
  let depth = 0;
  for (const { kind, text, start } of tokens) {
    if (kind === "open" || text === "\\begin") depth += 1;
    else if (kind === "close" || text === "\\end") depth -= 1;
    else if (text === "\\\\" && depth === 0) return start;
  }
  return undefined;
}

const entities: Lint = {
  name: "character references of HTML",
  problems: ({ tex }) =>
    [...tex.matchAll(/&(?:lt|gt|amp|quot|nbsp);/g)].map(({ 0: text, index }) => {
      const sign = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' }[text] ?? "a space";
      const message = `“${text}” is a character reference of HTML`;
      return { code: "math/html-entity", message, hint: `write ${sign}`, at: at(index, text) };
    }),
};

const swallowed: Lint = {
  name: "comments that swallow the end of a formula",
  problems: ({ tokens }) =>
    tokens.flatMap(({ kind, text, start }, index) =>
      kind !== "comment" || text.includes("\n") || index !== tokens.length - 1
        ? []
        : [
            {
              code: "math/comment",
              message: "% makes the rest of the formula a comment",
              hint: "write \\% for the sign",
              at: at(start, text),
            },
          ],
    ),
};

const eaten: Lint = {
  name: "commands whose first letter was read as an escape",
  problems: ({ tex }, _formula, commands) =>
    [...tex.matchAll(/([\t\n])([a-z]{3,})/g)].flatMap(({ 0: text, 1: white, 2: rest, index }) => {
      const command = `\\${white === "\t" ? "t" : "n"}${rest}`;
      const message = `“${rest}” after a ${white === "\t" ? "tab" : "line break"} is probably the rest of ${command}`;
      return commands.has(command)
        ? [{ code: "math/eaten-escape", message, hint: `write ${command}`, at: at(index, text) }]
        : [];
    }),
};

/** Every lint that needs no typesetting. */
const lints: readonly Lint[] = [tallInline, newlines, entities, swallowed, eaten];

/** Remarks about a formula that was read but may not say what its author means. */
export function lintFormula(formula: PreparedFormula, commands: ReadonlySet<string>): readonly Problem[] {
  const { source, display } = formula;
  const lexed = display.lexed.tex === source.tex ? display.lexed : lex(source.tex);
  return lints.flatMap(({ problems }) => problems(lexed, formula, commands));
}

function at(offset: number, text: string) {
  return { offset, length: text.length };
}
