import { describe, expect, it } from "vitest";
import { texKatex } from "../../src/host/tex-katex.ts";
import { formulaSize } from "../../src/text/formula-size.ts";

function sizeOf(tex: string, display = true) {
  const result = texKatex.open().render(tex, { display });
  if (!result.ok) throw new Error(result.message);
  return formulaSize(result.html);
}

describe("the size of a formula", () => {
  // Widths as Chromium draws them, in em.
  it.each([
    ["x", 0.57],
    ["a+b=c", 3.95],
    ["\\frac{a+b+c}{d}", 4.08],
    ["\\sum_{i=1}^{n} x_i", 2.47],
    ["\\left(\\frac{1}{n}\\sum_{i=1}^n x_i\\right)^2", 5.46],
    ["\\text{设}x\\text{为实数}", 4.57],
    ["\\begin{pmatrix}0&-a\\\\a&0\\end{pmatrix}", 4.31],
    ["\\sqrt{x^2+y^2}", 4.12],
    ["a\\tag{123}", 0.53],
    ["\\boldsymbol{W}^{\\top}\\boldsymbol{x}", 2.51],
    ["A\\xrightarrow{\\text{ab}}B", 3.58],
    ["\\boxed{a}", 1.13],
    ["\\left[\\begin{matrix}1\\\\2\\\\3\\\\4\\end{matrix}\\right]", 1.83],
    ["\\Bigl(a\\Bigr)", 1.72],
    ["\\Large a", 0.76],
    ["\\hat{a}\\widehat{abc}", 1.96],
    ["a\\mathllap{bcd}e", 1],
  ])("%s is about %f em wide", (tex, width) => {
    expect(sizeOf(tex).width / width).toBeGreaterThan(0.85);
    expect(sizeOf(tex).width / width).toBeLessThan(1.25);
  });

  it("knows the widest part between two places where a line may break", () => {
    const { width, widest } = sizeOf("a=\\left(b+c+d+e\\right)+f", false);
    expect(widest).toBeLessThan(width);
    expect(widest).toBeGreaterThan(sizeOf("b+c+d+e").width);
  });

  it("knows how high it is", () => {
    expect(sizeOf("x").height).toBeLessThan(1);
    expect(sizeOf("\\begin{aligned}a&=b\\\\c&=d\\end{aligned}").height).toBeCloseTo(3, 0);
  });

  it("is that of the drawing if there is one", () => {
    const drawn = '<span class="katex-html" aria-hidden="true"><svg style="" width="30ex" height="4ex"></svg></span>';
    expect(formulaSize(drawn)).toEqual({ width: 12.9, widest: 12.9, height: 1.72 });
  });

  it("is nothing for text, and for markup that does not close", () => {
    expect(formulaSize("")).toEqual({ width: 0, widest: 0, height: 0 });
    expect(formulaSize("</span>").width).toBe(0);
  });
});
