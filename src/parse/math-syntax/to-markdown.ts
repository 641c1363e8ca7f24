import type { InlineMath, Math } from "mdast-util-math";
import type { Options } from "mdast-util-to-markdown";
import { findFlowFormula, findTextFormula } from "./find-formula.ts";
import { mathSource } from "./math-source.ts";
import type { MathRef } from "./nodes.ts";

/**
 * Writes formulas so that parsing gives the same nodes back: `$v$`, `$$v$$` inside a paragraph, `$$` on lines
 * of their own for blocks, environments bare. Register it behind the extension of remark-math.
 *
 * Throws if no Markdown stands for the value, such as one with `$$` in it: whoever made the tree is wrong.
 */
export function toMarkdownMath(): Options {
  return {
    handlers: {
      math: writeBlock,
      inlineMath: Object.assign(writeInline, { peek: ({ env }: InlineMath) => (env === undefined ? "$" : "\\") }),
      mathRef: Object.assign(writeReference, { peek: () => "\\" }),
    },
    unsafe: [
      { character: "$", inConstruct: "phrasing" },
      { character: "\\", after: "(?:(?:begin|eqref|ref)\\{|\\$)", inConstruct: "phrasing" },
      ...Array.from("0123456789").map((character) => ({ character, before: "\\$", inConstruct: "phrasing" }) as const),
    ],
  };
}

function writeBlock(node: Math): string {
  const text = (node.env === undefined ? `$$\n${node.value}\n$$` : node.value) + identifier(node);
  if (findFlowFormula(sourceOf(text, node), 0)?.end !== text.length) throw unwritable(node);
  return text;
}

function writeInline(node: InlineMath): string {
  const value = node.display
    ? node.value.replace(/\n(?:[ \t]*\n)+/g, "\n")
    : node.value.replace(/[ \t]*\n[ \t]*/g, " ");
  const fence = node.display ? "$$" : "$";
  const text = (node.env === undefined ? fence + value + fence : value) + identifier(node);
  if (findTextFormula(sourceOf(text, node), 0, -1)?.end !== text.length) throw unwritable(node);
  return text;
}

function writeReference({ kind, label }: MathRef): string {
  return `\\${kind}{${label}}`;
}

function identifier({ id }: Math | InlineMath): string {
  return id === undefined ? "" : ` {#${id}}`;
}

function sourceOf(text: string, { env }: Math | InlineMath): ReturnType<typeof mathSource> {
  return mathSource(text, { environments: env === undefined ? [] : [env] });
}

function unwritable({ value }: Math | InlineMath): Error {
  return new Error(`This formula cannot be written in Markdown: ${value}`);
}
