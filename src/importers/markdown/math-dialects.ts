import { findFormulas } from "../math/find-formulas.ts";
import { codeRanges, outsideCode } from "./code-ranges.ts";

/** A change to Markdown text that leaves code alone and keeps every line where it is. */
export type MathDialect = (markdown: string) => string;

/** `` `$x$` `` and `` `$$x$$` ``: blogdown wraps formulas in code so that Markdown leaves them alone. */
export const unwrapCode: MathDialect = (markdown) => {
  let result = "";
  let at = 0;
  for (const { kind, start, end } of codeRanges(markdown)) {
    const inner = markdown
      .slice(start, end)
      .replace(/^`+|`+$/g, "")
      .trim();
    if (kind !== "span" || !/^(\$\$?)[^$]+\1$/.test(inner)) continue;
    result += markdown.slice(at, start) + inner;
    at = end;
  }
  return result + markdown.slice(at);
};

/** `\\(x\\)` and `\\[x\\]`: brackets that a Markdown processor has halved before MathJax saw them. */
export const doubledBrackets: MathDialect = (markdown) =>
  outsideCode(markdown, codeRanges(markdown), (text) =>
    text
      .replace(/(?<!\\)\\\\\(((?:(?!\\\\\)|\n[^\S\n]*\n)[^])+?)\\\\\)/g, (_all, tex: string) => `$${tex.trim()}$`)
      .replace(/(?<!\\)\\\\\[((?:(?!\\\\\])[^])+?)\\\\\]/g, (_all, tex: string) => `$$${tex}$$`),
  );

/** `\(x\)` and `\[x\]`, which Hugo passes through if it is told so. */
export const singleBrackets: MathDialect = (markdown) =>
  outsideCode(markdown, codeRanges(markdown), (text) => {
    let result = "";
    let at = 0;
    for (const { start, end, tex } of findFormulas(text, { brackets: true })) {
      const open = text.slice(start, start + 2);
      if (open !== "\\(" && open !== "\\[") continue;
      result += text.slice(at, start) + (open === "\\(" ? `$${tex.trim()}$` : `$$${tex}$$`);
      at = end;
    }
    return result + text.slice(at);
  });

/** kramdown has one delimiter: `$$x$$` is a display only where it is a paragraph of its own. */
export const kramdownDollars: MathDialect = (markdown) =>
  outsideCode(markdown, codeRanges(markdown), (text) => {
    let result = "";
    let at = 0;
    for (const { kind, start, end, tex } of findFormulas(text, { brackets: false })) {
      if (kind !== "display" || isAlone(text, start, end)) continue;
      result += `${text.slice(at, start)}$${tex.trim()}$`;
      at = end;
    }
    return result + text.slice(at);
  });

/** Whether nothing but white space stands in the same paragraph. */
function isAlone(text: string, start: number, end: number): boolean {
  const before = /(?:^|\n)([^\n]*)$/.exec(text.slice(0, start))?.[1] ?? "";
  const previous = /\n([^\n]*)\n[^\n]*$/.exec(`\n${text.slice(0, start)}`)?.[1] ?? "";
  const [rest = "", next = ""] = text.slice(end).split("\n");
  return [before, previous, rest, next].every((line) => /^[\s>]*$/.test(line));
}
