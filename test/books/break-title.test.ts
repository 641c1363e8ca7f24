import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakTitle } from "../../src/books/break-title.ts";
import { displayWidth } from "../../src/text/display-width.ts";

describe("lines of a title on a cover", () => {
  it.each([
    ["高斯尾部的三种估计", 20, ["高斯尾部的三种估计"]],
    ["高斯尾部的三种估计", 14, ["高斯尾部", "的三种估计"]],
    ["矩阵求导手册（四）：行列式与逆", 20, ["矩阵求导手册（四）：", "行列式与逆"]],
    ["Transformer升级之路", 12, ["Transformer", "升级之路"]],
    ["从αᵢ²到《九章算术》的距离", 16, ["从αᵢ²到", "《九章算术》", "的距离"]],
  ])("%s at %i columns", (title, width, lines) => {
    expect(breakTitle(title, width)).toEqual(lines);
  });

  it("keeps every character, and no line begins with a closing mark or ends with an opening one", () => {
    const text = fc.array(fc.constantFrom("算", "经", "矩阵", "，", "：", "（", "）", "《", "》", "loss", "2", "。"), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (parts, width) => {
        const title = parts.join("");
        const lines = breakTitle(title, width);
        expect(lines.join("")).toBe(title);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，：）》。]/);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《]$/);
      }),
    );
  });

  it("is as narrow as its words allow", () => {
    for (const line of breakTitle("生成扩散模型漫谈：从噪声到图像的一条长路", 12))
      expect(displayWidth(line)).toBeLessThanOrEqual(12);
  });
});
