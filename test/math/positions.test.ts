import { describe, expect, it } from "vitest";
import { setPost } from "./set-post.ts";

/** Formulas with one command that does not exist, `¶`, behind rewrites of every kind. */
const formulas = [
  "a+¶",
  "\\frac{¶}{b}",
  "x^\\mathrm{T}+¶",
  "\\color{red}{W}¶",
  "\\color{red}{¶}",
  "\\text{a_b}+¶",
  "\\hat\\boldsymbol{x}_\\mathbf{y}¶",
  "\\newcommand{\\q}{Q}\\q+¶",
  "\\cases{a&b\\cr ¶&d}",
  "\\root n\\of{¶}",
  "\\begin{array}{*{2}{c}}a&¶\\end{array}",
  "\\bbox[yellow]{¶}",
  "\\unicode{x2713}¶",
  "\\raise 1pt{a}¶",
  "\\left(\\frac1{¶}\\right)",
  "\\begin{aligned}a&=b\\\\[x]¶\\end{aligned}",
  "\\eqref{e}+¶",
  "\\sqrt[¶]{x}",
];

const displays = [
  "\\begin{equation}a+¶\\label{e}\\end{equation}",
  "\\begin{align}a&=b\\label{e}\\\\c&=¶\\end{align}",
  "\\begin{align}a\\tag{T}\\\\b\\notag\\\\¶\\end{align}",
  "\\begin{eqnarray}a&=&b\\\\c&=&¶\\end{eqnarray}",
  "\\begin{multline}a\\\\¶\\end{multline}",
  "\\begin{subequations}\\begin{gather}a\\\\¶\\end{gather}\\end{subequations}",
  "$$\n\\color{red}{a}\n+¶\n$$",
  "\\begin{align}a % x\n\\\\¶\\end{align}",
];

const bad = "\\qqwwee";
const bodies = [...formulas.map((tex) => `$${tex}$`), ...displays];

const containers: Readonly<Record<string, (text: string) => string>> = {
  paragraph: (text) => `前文\n${text}\n后文`,
  quote: (text) => text.replace(/^/gm, "> "),
  list: (text) => `- 项\n\n${text.replace(/^/gm, "  ")}`,
  "quote in a list": (text) => text.replace(/^/gm, "1. > ").replace(/\n1\. /g, "\n   "),
  note: (text) => `文[^1]\n\n[^1]: ${text.replaceAll("\n", "\n    ")}`,
  emphasis: (text) => (text.includes("\n") ? text : `**粗体 ${text} 体**`),
};

const lineContainers: typeof containers = {
  heading: (text) => `# 题\n\n## 关于 ${text}`,
  table: (text) => `| a | b |\n|---|---|\n| 甲 | ${text} |`,
  link: (text) => `[见 ${text} 式](u)`,
  html: (text) => `<span>${text}</span>`,
};

/** Line and column of the bad command, counted in the text. */
function placeOf(text: string): string {
  const before = text.slice(0, text.indexOf(bad)).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

describe.each(Object.entries({ ...containers, ...lineContainers }))("a fault in a %s", (name, wrap) => {
  const fitting = name in containers ? bodies : formulas.map((tex) => `$${tex}$`);
  it.each(fitting.filter((one) => name !== "table" || !one.includes("|")))("is found in %s", (tex) => {
    const text = wrap(tex.replace("¶", bad));
    const faults = setPost(text).diagnostics.filter(({ code }) => code === "math/unknown-command");
    expect(faults.map(({ span }) => `${span?.start.line}:${span?.start.column}`)).toEqual([placeOf(text)]);
    expect(faults[0]?.span?.end.offset).toBe(text.indexOf(bad) + bad.length);
  });
});

it("a fault in a title is found at the title", () => {
  const { diagnostics } = setPost(`---\ntitle: 关于$${bad}$\n---\n`);
  expect(diagnostics.map(({ span }) => span?.start.line)).toEqual([2]);
});
