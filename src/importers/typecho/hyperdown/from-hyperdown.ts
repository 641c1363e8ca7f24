import { openHoles, type Holes } from "../../html/holes.ts";
import { withoutCode } from "../../markdown/code-ranges.ts";
import { findFormulas } from "../../math/find-formulas.ts";
import { convertBlocks } from "./blocks.ts";
import { inlineNotes } from "./notes.ts";

export interface ConvertedMarkdown {
  readonly markdown: string;
  /** What CommonMark cannot say. */
  readonly leftOut: readonly string[];
}

/**
 * Rewrites a text for HyperDown, Typecho's Markdown, as one that CommonMark shows in the same way. Formulas are kept
 * out of it byte by byte, and what means the same to both stays as the author wrote it. The differences are named in
 * docs/importing.md.
 */
export function fromHyperDown(source: string): ConvertedMarkdown {
  const holes = openHoles();
  const lines = cutFormulas(source, holes).split("\n");
  const notes = inlineNotes(lines);
  const written = convertBlocks(lines, { holes, notes });
  const definitions = notes.definitions();
  const markdown = [...written, ...(definitions.length > 0 ? ["", ...definitions] : [])].join("\n");
  const hasSpans = lines.some((line) => /^\s*\|.*\S\s*\|\|/.test(line));
  return {
    markdown: holes.fill(markdown),
    leftOut: hasSpans ? ["cells of a table over several columns, which Markdown does not have"] : [],
  };
}

function cutFormulas(source: string, holes: Holes): string {
  const text = source.replace(/[\ufdd0-\ufdd2]/g, "\ufffd");
  let result = "";
  let at = 0;
  for (const { start, end } of findFormulas(withoutCode(text), { brackets: false })) {
    result += text.slice(at, start) + holes.add(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

/**
 * The text with the environments that MathJax was given. Without dollars they are text to HyperDown, which takes a
 * backslash from `\\` and `\{`: authors doubled them. One in which no row ends with four was never doubled, and stays.
 */
export function halveEnvironments(source: string): string {
  let result = "";
  let at = 0;
  for (const { kind, start, end, tex } of findFormulas(withoutCode(source), { brackets: false })) {
    if (kind !== "environment" || !tex.includes("\\\\\\\\")) continue;
    result += source.slice(at, start) + tex.replace(/\\([-[\]/{}()*+?.\\^$|])/g, "$1");
    at = end;
  }
  return result + source.slice(at);
}
