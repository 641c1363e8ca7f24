import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberFormulas } from "../../src/math/numbers/number-formulas.ts";
import type { SourceFormula } from "../../src/model/post.ts";
import { lex } from "../../src/math/tex/lex.ts";
import { setPost } from "./set-post.ts";

// Each run opens a session of KaTeX.
fc.configureGlobal({ numRuns: 40 });

/** Pieces that make posts with every feature of numbers and references, and with mistakes. */
const row = fc
  .tuple(
    fc.constantFrom("a", "a&=b", "\\frac12", "\\begin{cases}a\\\\b\\end{cases}", "{x}", "", "\\text{若 $x$}"),
    fc.constantFrom("", "", "\\label{A}", "\\label{B}", "\\label{eq:C}", "\\label{1}"),
    fc.constantFrom("", "", "\\notag", "\\tag{T}", "\\tag{$\\star$}", "% \\\\ \\label{D}\n"),
  )
  .map((parts) => parts.join(""));
const rows = fc.array(row, { minLength: 1, maxLength: 4 }).map((all) => all.join("\\\\"));
const display = fc
  .tuple(fc.constantFrom("equation", "align", "gather", "multline", "eqnarray", "align*", "flalign"), rows)
  .map(([name, body]) => `\\begin{${name}}${body}\\end{${name}}`);
const inline = fc.constantFrom(
  "$x$",
  "\\eqref{A}",
  "$\\eqref{eq:C}$",
  "$a\\ref{B}+\\eqref{absent}$",
  "$\\newcommand{\\m}{M}$",
  "$\\m$",
  "$\\oops$",
  "$a^b^c$",
  "$$d$$",
  "$$\\tag{T}e\\label{A}$$",
  "$\\setCounter{5}$",
  "# 1",
);
const post = fc
  .array(fc.oneof(display, inline), { minLength: 1, maxLength: 8 })
  .map((parts) => `---\ntitle: 甲\n---\n${parts.join("\n\n")}`);

const identifiers = (html: string): readonly string[] => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);

describe("a typeset post", () => {
  it("has numbers without gaps from one `\\setCounter` to the next", () => {
    fc.assert(
      fc.property(post, (text) => {
        let next = 1;
        for (const formula of setPost(text).post.formulas) {
          if (formula.tex.includes("setCounter")) next = 6;
          for (const { number } of formula.rows) {
            if (!/^\d+$/.test(number)) continue;
            expect(Number(number)).toBe(next);
            next += 1;
          }
        }
      }),
    );
  });

  it("has the identifier of every link to an equation exactly once, and no identifier twice", () => {
    fc.assert(
      fc.property(post, (text) => {
        const { body } = setPost(text);
        const ids = identifiers(body);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, id = ""] of body.matchAll(/ href="#(eq[^"]*)"/g)) expect(ids).toContain(id);
      }),
    );
  });

  it("shows an error box for a formula exactly where an error is reported, and no mark of KaTeX's", () => {
    fc.assert(
      fc.property(post, (text) => {
        const { body, diagnostics } = setPost(text);
        const failures = diagnostics.filter(({ code }) => code === "math/katex" || code === "math/unknown-command");
        expect(body.match(/class="math-error"/g)?.length ?? 0).toBe(failures.length);
        expect(body).not.toMatch(/katex-error|eqn-num|"row\d|#ref\d/);
      }),
    );
  });

  it("has the same bytes whatever was built before", () => {
    fc.assert(
      fc.property(post, post, (first, second) => {
        const alone = setPost(second).body;
        setPost(first);
        expect(setPost(second).body).toBe(alone);
      }),
      { numRuns: 25 },
    );
  });

  it("is plain data", () => {
    fc.assert(
      fc.property(post, (text) => {
        const { post: value, diagnostics } = setPost(text);
        expect(structuredClone({ value, diagnostics })).toEqual({ value, diagnostics });
      }),
    );
  });

  it("has the numbers that are counted without typesetting", () => {
    const options = { numbering: "ams", numberTemplate: "(%s)", after: 0, taken: [], macros: {} } as const;
    fc.assert(
      fc.property(display, (tex) => {
        const point = { line: 1, column: 1, offset: 0 };
        const span = { start: point, end: point };
        const source: SourceFormula = { tex, layout: "block", span, lines: [{ value: 0, start: point }] };
        const [numbered = []] = numberFormulas([source], options);
        const [formula] = setPost(tex).post.formulas;
        expect(formula?.rows.map(({ id }) => id)).toEqual(numbered.map(({ id }) => id));
      }),
    );
  });
});

describe("reading any text as TeX", () => {
  it("loses nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."\\{}&$%_^ \n[]ab.😀甲".split("")) }), (tex) => {
        const { tokens } = lex(tex);
        expect(tokens.map(({ text }) => text).join("")).toBe(tex);
        expect(tokens.every(({ start }, index) => start === (tokens[index - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });

  it("gives a page and diagnostics inside of the text, never an exception", () => {
    const words = fc.constantFrom(
      ..."\\begin{align} \\end{align} \\begin{array} \\label \\tag* \\tag{ \\newcommand \\def\\a #1 [ ] { } & \\\\ $ % ^ _ \\left( \\right) \\color \\text{ \\root \\of \\bbox[ \\unicode{ \\intertext \\raise \\let \\newenvironment{x} \\begin{x} a 甲 \\eqref{ \\setCounter{ \\frac \\mathbf \\enclose \\style{ \\toggle \\cases{ \\skew * = \n".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (parts) => {
        const text = `$$${parts.join("")}$$`;
        const { body, diagnostics } = setPost(text);
        expect(body).not.toContain("katex-error");
        for (const { span } of diagnostics) expect(span?.end.offset ?? 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150 },
    );
  });
});
