import katex from "katex";
import { describe, expect, it } from "vitest";
import type { Html } from "../../src/model/brand.ts";
import { withMathmlOnly } from "../../src/text/mathml.ts";

describe("markup with MathML only", () => {
  it("has each formula once, in the line or on its own, and the text around it", () => {
    const set = (tex: string, displayMode: boolean) =>
      katex.renderToString(tex, { displayMode, output: "htmlAndMathml" });
    const html = `<p>设${set("x", false)}，则</p>${set("y", true)}<p>成立</p>`;
    const result = withMathmlOnly(html as Html);
    expect(result).toMatch(
      /^<p>设<math[^>]* alttext="x"[^]*<\/math>，则<\/p><math[^]* alttext="y"[^]*<\/math><p>成立<\/p>$/,
    );
    expect(result).not.toMatch(/katex|annotation|<span/);
  });

  it("leaves markup without formulas alone", () => {
    expect(withMathmlOnly("<p>文<span>字</span></p>" as Html)).toBe("<p>文<span>字</span></p>");
  });
});
