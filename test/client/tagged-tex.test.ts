import { describe, expect, it } from "vitest";
import { taggedTex } from "../../src/client/tagged-tex.ts";

describe("the TeX of a numbered equation", () => {
  it.each([
    ["in an environment", "\\begin{equation}x\\end{equation}", ["3"], "\\begin{equation}x\\tag{3}\\end{equation}"],
    ["between dollars", "x", ["3"], "$$x\\tag{3}$$"],
    [
      "with the author's own tag",
      "\\begin{equation}x\\tag{A}\\end{equation}",
      ["A"],
      "\\begin{equation}x\\tag{A}\\end{equation}",
    ],
    ["of an appendix", "\\begin{gather*}x\\end{gather*}", ["A.1"], "\\begin{gather*}x\\tag{A.1}\\end{gather*}"],
    [
      "in rows, some without a number",
      "\\begin{align}a&=b\\\\\nc\\notag\\\\\nd\n\\end{align}",
      ["1", null, "2"],
      "\\begin{align}a&=b\\tag{1}\\\\\nc\\notag\\\\\nd\\tag{2}\n\\end{align}",
    ],
    [
      "with rows inside of rows",
      "\\begin{align}\\begin{cases}a\\\\b\\end{cases}\\\\{c\\\\d}\\end{align}",
      ["1", "2"],
      "\\begin{align}\\begin{cases}a\\\\b\\end{cases}\\tag{1}\\\\{c\\\\d}\\tag{2}\\end{align}",
    ],
    [
      "with rows that share one number",
      "\\begin{multline}a\\\\b\\end{multline}",
      ["1"],
      "\\begin{multline}a\\\\b\\tag{1}\\end{multline}",
    ],
    [
      "with comments and escaped braces",
      "\\begin{align}\\{a % }\\\\\n\\\\b\\}\\end{align}",
      ["1", "2"],
      "\\begin{align}\\{a % }\\\\\n\\tag{1}\\\\b\\}\\tag{2}\\end{align}",
    ],
    ["that was cut off", "\\begin{align}a\\\\b", ["1", "2"], "\\begin{align}a\\tag{1}\\\\b"],
  ] as const)("%s", (_name, tex, numbers, tagged) => {
    expect(taggedTex(tex, numbers)).toBe(tagged);
  });
});
