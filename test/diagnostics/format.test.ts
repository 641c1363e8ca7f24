import { describe, expect, it } from "vitest";
import { codes, isCode } from "../../src/diagnostics/codes.ts";
import { formatDiagnostics, summaryLine } from "../../src/diagnostics/format.ts";
import { diagnostic } from "../../src/diagnostics/report.ts";
import { applyRules, countByCode, sortDiagnostics } from "../../src/diagnostics/rules.ts";
import type { SourcePath } from "../../src/model/brand.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { lineIndex } from "../../src/text/line-index.ts";

const file = "posts/a.md" as SourcePath;

/** A diagnostic at the first place at which a text stands in the source. */
function at(source: string, text: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = source.indexOf(text);
  const { pointAt } = { pointAt: (offset: number) => lineIndex(source).pointAt(offset) };
  const span = { start: pointAt(start), end: pointAt(start + text.length) };
  return { ...diagnostic("math/katex", file, "something is wrong", { span }), ...more };
}

function print(source: string, ...all: readonly Diagnostic[]): string {
  return formatDiagnostics(all, { sourceOf: (path) => (path === file ? source : undefined), folder: "content/" });
}

describe("a diagnostic in the terminal", () => {
  it("has its place, the line, and a caret that is right under Chinese text", () => {
    const source = "第一行\n把 $x^2^3$ 代入上式\n";
    expect(print(source, at(source, "^3"))).toBe(
      [
        "content/posts/a.md:2:7: error math/katex: something is wrong",
        "   |",
        " 2 | 把 $x^2^3$ 代入上式",
        "   | 　     ^^",
        "",
      ].join("\n"),
    );
  });

  it("marks the rest of the line when its place goes on in the next one", () => {
    const source = "a $x\ny$ b";
    expect(print(source, at(source, "$x\ny$"))).toContain(" 1 | a $x\n   |   ^^\n");
  });

  it("shows a window of a long line around the place", () => {
    const source = `${"前".repeat(90)}$x$${"后".repeat(90)}`;
    const [, , line = "", carets = ""] = print(source, at(source, "$x$")).split("\n");
    expect(line).toBe(` 1 | …${"前".repeat(50)}$x$${"后".repeat(47)}…`);
    expect(carets).toBe(`   |  ${"　".repeat(50)}^^^`);
    const atStart = `$x$${"后".repeat(120)}`;
    expect(print(atStart, at(atStart, "$x$"))).toContain(` 1 | $x$${"后".repeat(97)}…\n`);
  });

  it("names related places and says what to do", () => {
    const source = "甲\n乙\n";
    const related = [
      { file: "posts/b.md" as SourcePath, message: "is the other one" },
      {
        file,
        span: at(source, "甲").span ?? {
          start: { line: 1, column: 1, offset: 0 },
          end: { line: 1, column: 1, offset: 0 },
        },
        message: "was here",
      },
    ];
    expect(print(source, at(source, "乙", { related, hint: "take one away" }))).toMatch(
      /\n {5}= see content\/posts\/b\.md: is the other one\n {5}= see content\/posts\/a\.md:1:1: was here\n {5}= hint: take one away\n$/,
    );
  });

  it("without a place, or without its source, is one line", () => {
    expect(print("甲", diagnostic("post/missing-date", file, "no date"))).toBe(
      "content/posts/a.md: warning post/missing-date: no date\n",
    );
    const elsewhere = { ...at("甲", "甲"), file: "posts/z.md" as SourcePath };
    expect(print("甲", elsewhere)).toBe("content/posts/z.md:1:1: error math/katex: something is wrong\n");
  });

  it("is shown twenty times a file and code, then counted", () => {
    const source = "甲\n".repeat(30);
    const text = print(source, ...Array.from({ length: 23 }, () => at(source, "甲")));
    expect(text.match(/something is wrong/g)).toHaveLength(20);
    expect(text).toContain("content/posts/a.md: … and 3 more math/katex\n");
  });

  it("is painted by its severity", () => {
    const source = "甲";
    const text = formatDiagnostics([at(source, "甲")], {
      sourceOf: () => source,
      folder: "",
      paint: (severity, part) => `<${severity}>${part}</${severity}>`,
    });
    expect(text).toContain(": <error>error</error> math/katex");
    expect(text).toContain("<error>^^</error>");
  });
});

describe("the summary", () => {
  it.each([
    [[], "No diagnostics in 3 posts."],
    [["error"], "1 error in 1 of 3 posts."],
    [["error", "error", "warning", "info"], "2 errors, 1 warning, 1 info in 1 of 3 posts."],
    [["info", "info"], "2 info in 1 of 3 posts."],
  ] as const)("of %j is “%s”", (severities, expected) => {
    const all = severities.map((severity) => ({ ...diagnostic("math/katex", file, ""), severity }));
    expect(summaryLine(all, 3)).toBe(expected);
  });
});

describe("rules", () => {
  const all = [diagnostic("math/katex", file, "a"), diagnostic("image/missing", file, "b")];

  it("silence a code or change its severity; others stay", () => {
    expect(applyRules(all, { "math/katex": "ignore", "image/missing": "error" })).toEqual([
      { ...all[1], severity: "error" },
    ]);
    expect(applyRules(all, {})).toEqual(all);
  });

  it("turn on codes that are off by default", () => {
    const off = Object.keys(codes).filter((code) => isCode(code) && "off" in codes[code]);
    expect(off.length).toBeGreaterThan(0);
    for (const code of off) {
      const one = { ...diagnostic("math/katex", file, "c"), code };
      expect(applyRules([one], {})).toEqual([]);
      expect(applyRules([one], { [code]: "warning" })).toEqual([{ ...one, severity: "warning" }]);
    }
  });
});

describe("the order", () => {
  it("is by file, place, code and message, whatever the order in which they were found", () => {
    const source = "甲乙丙";
    const sorted = [
      diagnostic("post/missing-date", file, "whole file"),
      at(source, "甲", { code: "image/missing" }),
      at(source, "甲", { message: "a" }),
      at(source, "甲", { message: "b" }),
      at(source, "丙"),
      { ...at(source, "甲"), file: "posts/b.md" as SourcePath },
    ];
    expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted);
    expect(sortDiagnostics([...sorted, ...sorted]).length).toBe(12);
  });

  it("of counts is by code", () => {
    expect(Object.entries(countByCode([...["b", "a", "b"].map((code) => ({ ...at("甲", "甲"), code }))]))).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });
});

describe("a code", () => {
  it.each(Object.entries(codes))(
    "%s has an explanation of whole sentences and an example",
    (_code, { explain, example }) => {
      expect(explain).toMatch(/^[`A-Z][\s\S]*\.$/);
      expect(example.length).toBeGreaterThan(0);
    },
  );

  it("is known by its own name only", () => {
    expect(isCode("math/katex")).toBe(true);
    expect(isCode("toString")).toBe(false);
  });
});

describe("making a diagnostic", () => {
  it("takes the severity of the code unless the case is another, and leaves no empty keys", () => {
    expect(diagnostic("math/katex", file, "x")).toEqual({ code: "math/katex", severity: "error", file, message: "x" });
    const details = { hint: "h", cause: "c", severity: "info", related: [], span: undefined } as const;
    expect(diagnostic("math/katex", file, "x", details)).toEqual({
      code: "math/katex",
      severity: "info",
      file,
      message: "x",
      hint: "h",
      cause: "c",
      related: [],
    });
  });
});
