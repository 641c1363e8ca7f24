import fc from "fast-check";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { glyphsIn, joinGlyphs, readKatexFonts } from "../../src/assets/katex-fonts.ts";
import { katexCss, katexFontFiles } from "../../src/host/katex-files.ts";
import { cpuClock } from "../support/cpu-clock.ts";

const fonts = readKatexFonts(await katexCss());

function glyphs(tex: string, displayMode = false) {
  return glyphsIn(katex.renderToString(tex, { displayMode }), fonts);
}

describe("the fonts of KaTeX's stylesheet", () => {
  it("are the files that KaTeX ships", async () => {
    expect(fonts.faces.map(({ file }) => file).toSorted()).toEqual([...(await katexFontFiles()).keys()]);
  });
});

describe("the glyphs of a formula", () => {
  it.each([
    ["x+1", { "KaTeX_Main-Regular": "+1", "KaTeX_Math-Italic": "x" }],
    ["\\boldsymbol{x}\\mathbf{y}", { "KaTeX_Main-Bold": "y", "KaTeX_Math-BoldItalic": "x" }],
    [
      "\\mathbb{R}\\mathcal{L}\\mathfrak{g}",
      { "KaTeX_AMS-Regular": "R", "KaTeX_Caligraphic-Regular": "L", "KaTeX_Fraktur-Regular": "g" },
    ],
    [
      "\\mathscr{A}\\mathtt{b}\\mathsf{c}",
      { "KaTeX_SansSerif-Regular": "c", "KaTeX_Script-Regular": "A", "KaTeX_Typewriter-Regular": "b" },
    ],
    [
      "\\text{a\\textbf{b\\textit{c}}}",
      { "KaTeX_Main-Bold": "b", "KaTeX_Main-BoldItalic": "c", "KaTeX_Main-Regular": "a" },
    ],
    ["\\mathit{a}\\mathrm{b}", { "KaTeX_Main-Italic": "a", "KaTeX_Main-Regular": "b" }],
    ["\\sum", { "KaTeX_Size1-Regular": "∑" }],
    ["a<b\\&", { "KaTeX_Main-Regular": "&<", "KaTeX_Math-Italic": "ab" }],
    ["\\Big(\\Bigg(", { "KaTeX_Size2-Regular": "(", "KaTeX_Size4-Regular": "(" }],
  ])("%s: %j", (tex, expected) => {
    expect(glyphs(tex)).toEqual(expected);
  });

  it("of a display are larger", () => {
    expect(glyphs("\\sum", true)).toEqual({ "KaTeX_Size2-Regular": "∑" });
  });

  it("are the same in the form that a serialiser gives the markup", () => {
    const html = "<p>甲<span class=katex><span class='mord mathnormal'>x&#x2212;</span><br>1</span>乙</p>";
    expect(glyphsIn(html, fonts)).toEqual({ "KaTeX_Main-Regular": "1", "KaTeX_Math-Italic": "x−" });
  });

  it("are only those of formulas, and not of the MathML beside them", () => {
    expect(glyphsIn("<p class=mathbf>甲</p></p></p>", fonts)).toEqual({});
    expect(glyphsIn('<span class="katex"><span class="katex-mathml"><math>y</math></span></span>', fonts)).toEqual({});
  });

  it("are found in any text, without an exception", () => {
    const parts = [
      '<span class="katex">',
      "</span>",
      "<svg>",
      "<path d='a>b'/>",
      "x",
      "&#x110000;",
      "&lt;",
      "<",
      ">",
      '"',
      "<br>",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (all) => {
        expect(() => glyphsIn(all.join(""), fonts)).not.toThrow();
      }),
    );
  });
});

describe("markup without an end", () => {
  it.each(["<span>", "<", '<a b="', '<a b=">', '<span class="katex">', "</span>", "x<y "])(
    "%s is read in linear time",
    (part) => {
      const elapsedMs = cpuClock();
      glyphsIn(part.repeat(20_000), fonts);
      expect(elapsedMs()).toBeLessThan(2000);
    },
  );
});

describe("glyphs of several posts", () => {
  it("are joined in one order", () => {
    const [a, b] = [{ M: "cab", A: "z" }, { M: "ad" }];
    expect(joinGlyphs([a, b])).toEqual({ A: "z", M: "abcd" });
    expect(JSON.stringify(joinGlyphs([b, a]))).toBe(JSON.stringify(joinGlyphs([a, b])));
    expect(joinGlyphs([])).toEqual({});
  });
});
