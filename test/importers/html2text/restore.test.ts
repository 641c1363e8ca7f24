import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutFooter, restoreMarkdown, restoreText } from "../../../src/importers/html2text/restore.ts";

/** What html2text does to one run of text, written down from its definition. */
function escapeRun(text: string): string {
  return text
    .replace(/\\(?=[\\`*_{}[\]()#+.!-])/g, "\\\\")
    .replace(/^(\s*\d+)(\.)(?=\s)/gm, "$1\\$2")
    .replace(/^(\s*)(\+)(?=\s)/gm, "$1\\$2")
    .replace(/^(\s*)(-)(?=\s|-)/gm, "$1\\$2");
}

describe("restoring", () => {
  it.each([
    ["\\left\\\\{ x \\\\\\", "\\left\\{ x \\\\"],
    ["=& \\- y \\\\\\\\[5pt]", "=& - y \\\\[5pt]"],
    ["a \\\\_ b", "a \\_ b"],
    ["1\\. 甲", "1. 甲"],
    ["\\- 甲\n\\+ 乙\n\\-- 丙", "- 甲\n+ 乙\n-- 丙"],
    ["\\\\- 甲", "\\- 甲"],
    ["行尾\\\\\\", "行尾\\\\"],
    ["\\alpha\\\\\\beta", "\\alpha\\\\beta"],
    ["两段**\\\\\\**接缝", "两段**\\\\\\**接缝"],
  ])("%j is %j", (damaged, restored) => {
    expect(restoreText(damaged)).toBe(restored);
  });

  it("undoes the escaper for any text, also in several runs", () => {
    const character = fc.constantFrom(...Array.from("\\\\\\\\`*_{}[]()#+-.! \n1a甲$"));
    const run = fc.array(character, { maxLength: 14 }).map((all) => all.join(""));
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (texts) => {
        // An entity such as `&amp;` ends one run and begins the next.
        expect(restoreText(texts.map(escapeRun).join("&"))).toBe(texts.join("&"));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("documents", () => {
  it("lose the link to itself behind a heading", () => {
    expect(restoreMarkdown("## 标题 #\n\n文 #\n\n### C #  \n")).toBe("## 标题\n\n文 #\n\n### C\n");
  });

  it("keep code as it is", () => {
    const code = "`a\\\\_b`\n\n```\na\\\\_b\n## x #\n```\n\n    a\\\\_b\n    ## x #\n";
    expect(restoreMarkdown(code)).toBe(code);
    expect(restoreMarkdown("a\n    b\\\\_c")).toBe("a\n    b\\_c");
  });

  it("keep addresses, titles and alternative texts, which another escaper wrote", () => {
    const kept = '![图\\[1\\]\\_](/a\\(1\\).png "题\\(1\\)") [甲](/b\\(2\\)) [乙](<c\\(3\\)>)';
    expect(restoreMarkdown(kept)).toBe(kept);
    expect(restoreMarkdown("[$a\\\\_b$](/a) \\- $x[1](a\\\\_2)$")).toBe("[$a\\_b$](/a) - $x[1](a\\_2)$");
  });

  it("end where the site's notice begins", () => {
    expect(cutFooter("文\n\n_**转载到请包括本文地址：**_ 甲\n\n乙")).toEqual({
      text: "文",
      footerLine: 2,
    });
    expect(cutFooter("文")).toEqual({ text: "文" });
  });
});
