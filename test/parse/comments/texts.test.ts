import { describe, expect, test } from "vitest";
import { parseComment, type ParsedComment } from "../../../src/parse/comments/parse-comment.ts";
import { readCases } from "../../support/cases.ts";

const read = (text: string) => parseComment(text, { language: "zh-CN", oldHosts: [], katexOptions: () => ({}) });

/** Markup with formulas and references written out. */
function shown(template: string, { formulas, references }: ParsedComment): string {
  return template
    .replace(/(?:<span class="m[^"]*">)?<x-formula n="(\d+)"><\/x-formula>(?:<\/span>)?/g, (_all, index: string) => {
      return `⟨${formulas[Number(index)]?.tex}⟩`;
    })
    .replace(/<x-ref n="(\d+)"><\/x-ref>/g, (_all, index: string) => {
      const reference = references[Number(index)];
      return `[${reference?.kind} ${reference?.label}]`;
    })
    .replace(/\n\n+/g, "\n");
}

describe("texts.md", () => {
  for (const { name, input, expected } of readCases(new URL("../../cases/comments/texts.md", import.meta.url)))
    test(name, () => {
      const comment = read(input);
      const lines = `${shown(comment.body, comment).trim()}\n${shown(comment.excerpt, comment)}`;
      expect(lines.replace(/ +$/gm, "")).toBe(expected);
    });
});

describe("a formula as a block of code", () => {
  test("is the program's own and stays whole", () => {
    expect(read("```math\nx\n```").body).toContain('<span class="katex-display">');
  });
});
