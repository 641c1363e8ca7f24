import fc from "fast-check";
import katex from "katex";
import { describe, expect, it, test } from "vitest";
import { scriptText } from "../../src/text/tex-scripts.ts";
import { texSymbols } from "../../src/text/tex-symbols.ts";
import { texToText } from "../../src/text/tex-text.ts";
import { readCases } from "../support/cases.ts";
import { anyText } from "./any-text.ts";
import { cpuClock } from "../support/cpu-clock.ts";

describe("TeX as plain text", () => {
  for (const { name, input, expected } of readCases(new URL("../cases/math/plain-text.md", import.meta.url))) {
    test(name, () => {
      const bars = expected.startsWith("|");
      const text = texToText(bars ? input.slice(1, -1) : input);
      expect(bars ? `|${text}|` : text).toBe(expected);
    });
  }
});

const parts = [
  ...String.raw`\frac \sqrt \sqrt[ \text{ \begin{cases} \end{cases} \begin{array} \\ \\[2pt] \left. \right \over \not`.split(
    " ",
  ),
  ...String.raw`\alpha \log \foo \hat \mathbb \substack{ \underset { } [ ] ^ _ & $ % ' ~ . , ; a 1 中`.split(" "),
  " ",
  "\n",
  "\\",
  "\u0000",
  "\u200b",
  "\ud800",
];
const texLike = fc.array(fc.constantFrom(...parts), { maxLength: 60 }).map((all) => all.join(""));

describe("any string", () => {
  it("gives one line without control characters, or halves of characters, or outer spaces", () => {
    fc.assert(
      fc.property(fc.oneof(texLike, anyText(80)), (tex) => {
        const text = texToText(tex);
        expect(text).not.toMatch(/\p{C}|\s\s|^\s|\s$|[^\S ]/u);
      }),
      { numRuns: 1500 },
    );
  });

  it("is its own text if it holds none of TeX's signs", () => {
    fc.assert(
      fc.property(anyText(60), (tex) => {
        const plain = texToText(tex).replace(/[\\{}^_$&%~']/g, "");
        expect(texToText(plain)).toBe(plain.replace(/\s+/g, " ").trim());
      }),
    );
  });

  it.each(parts)("with %j twenty thousand times is read in linear time", (part) => {
    const elapsedMs = cpuClock();
    texToText(`\\begin{cases}${part.repeat(20_000)}`);
    expect(elapsedMs()).toBeLessThan(1000);
  });
});

/** Letters that MathML writes in another variant than we do, and signs that KaTeX builds from several. */
const variants: ReadonlySet<string> = new Set(
  "textbackslash textasciitilde textasciicircum textunderscore textdollar ss lvert rvert vert lVert rVert Vert colon dotsi Finv leadsto".split(
    " ",
  ),
);

describe("the table of signs", () => {
  it.each([...texSymbols].filter(([name]) => !variants.has(name)))("%s is %s, as in KaTeX", (name, sign) => {
    const mathml = katex.renderToString(`\\${name}`, { output: "mathml", strict: "ignore", throwOnError: false });
    if (mathml.includes("katex-error")) return;
    const text = mathml.replace(/<annotation[\s\S]*/, "").replace(/<[^>]*>/g, "");
    expect(text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").trim()).toBe(sign);
  });
});

describe("scripts", () => {
  it("have the text that they stand for as their NFKC form, so that slugs keep it", () => {
    for (const sign of ["^", "_"] as const) {
      for (const character of "0123456789+=()abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZβγδθφχρ") {
        expect(scriptText(sign, character).replace(sign, "").normalize("NFKC")).toBe(character);
      }
    }
  });
});
