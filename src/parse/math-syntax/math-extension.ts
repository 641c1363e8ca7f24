import type { Root } from "mdast";
import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import type { Extension as MicromarkExtension } from "micromark-util-types";
import { lineIndex } from "../../text/line-index.ts";
import { countUpTo } from "./ascending.ts";
import { compileMath } from "./compile.ts";
import type { MarkdownFinding } from "./finding.ts";
import { mathFindings } from "./findings.ts";
import { flowConstruct } from "./flow-construct.ts";
import { readLayout } from "./layout.ts";
import { maskSource } from "./mask.ts";
import { mathSource, type MathSourceOptions } from "./math-source.ts";
import { markContinuations, restoreTree } from "./restore-tree.ts";
import { textConstruct } from "./text-construct.ts";

/** The extensions for one source: they hold its offsets, so they serve one parse. */
export interface MathExtension {
  /** What the parser must be given instead of the source. */
  readonly text: string;
  readonly syntax: MicromarkExtension;
  readonly compile: FromMarkdownExtension;
  /** Filled when the tree is made. */
  readonly findings: readonly MarkdownFinding[];
}

const dollar = 36;
const backslash = 92;

/** Prepares a source for parsing. The compiling half must stand before extensions that rewrite text nodes. */
export function mathExtension(text: string, options: MathSourceOptions): MathExtension {
  const source = mathSource(text, options);
  const layout = readLayout(source);
  const mask = maskSource(text, layout.hide);
  const starts = layout.inside.map(({ start }) => start);
  const isInside = (offset: number): boolean => {
    const range = layout.inside[countUpTo(starts, offset) - 1];
    return range !== undefined && offset > range.start && offset < range.end;
  };
  const flow = flowConstruct({ source, isInside });
  const inline = textConstruct(source);
  const index = lineIndex(text);
  const findings: MarkdownFinding[] = [];
  const finish = (tree: Root): undefined => {
    restoreTree(tree, mask);
    markContinuations(tree);
    findings.push(...mathFindings(tree, source, layout, index));
  };
  return {
    text: mask.text,
    syntax: {
      flow: { [dollar]: flow, [backslash]: flow },
      text: { [dollar]: inline, [backslash]: inline },
      disable: { null: ["mathText", "mathFlow"] },
    },
    compile: { ...compileMath(text, index), transforms: [finish] },
    findings,
  };
}
