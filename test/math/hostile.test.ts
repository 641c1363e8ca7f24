import { describe, expect, it } from "vitest";
import { setPost } from "./set-post.ts";
import { cpuClock } from "../support/cpu-clock.ts";

const times = (count: number, text: string): string => text.repeat(count);

describe("what would take minutes", () => {
  it.each([
    ["braces, 201 deep", times(201, "{") + times(201, "}")],
    ["\\left, 201 deep", times(201, "\\left(") + times(201, "\\right)")],
    ["\\frac without braces, 200 of them", times(200, "\\frac ")],
    ["a formula of 20,001 characters", times(20_001, "x")],
    ["10,001 cells", times(10_001, "&")],
  ])("is refused: %s", (_name, tex) => {
    const { diagnostics, post } = setPost(`$$\n${tex}\n$$`);
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "math/too-large",
    ]);
    expect(post.formulas[0]?.failed).toBe(true);
  });

  it.each([
    ["200 braces", times(199, "{") + times(199, "}")],
    ["4,000 unclosed environments", times(4000, "\\begin{align}").slice(0, 19_000)],
    ["6,000 scripts of fonts", times(1500, "_\\mathbf{x}")],
    ["1,000 nested fonts without braces", times(1000, "\\mathbf ")],
    ["definitions without end", times(1500, "\\newcommand{")],
    ["environments in each other", `\\newenvironment{a}{\\begin{a}\\begin{a}}{\\end{a}\\end{a}}\\begin{a}\\end{a}`],
    ["comments", times(3000, "%\n")],
    ["toggles", times(1500, "\\toggle{a}")],
  ])("ends in time: %s", (_name, tex) => {
    const elapsedMs = cpuClock();
    setPost(`$${tex}$`);
    setPost(`$$\n${tex}\n$$`);
    expect(elapsedMs()).toBeLessThan(5000);
  });
});
