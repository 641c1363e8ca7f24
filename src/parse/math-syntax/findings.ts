import type { Root } from "mdast";
import type { LineIndex } from "../../text/line-index.ts";
import { dollarFindings, moneyFindings } from "./dollar-findings.ts";
import { environmentFindings } from "./environment-findings.ts";
import type { FindingDraft, MarkdownFinding } from "./finding.ts";
import type { Layout } from "./layout.ts";
import { findLeftovers, type Leftover } from "./leftovers.ts";
import type { MathSource } from "./math-source.ts";

/** Lints of a parsed document, in the order of the source: delimiters that are left as text, rows that cannot be read. */
export function mathFindings(
  tree: Root,
  source: MathSource,
  layout: Layout,
  index: LineIndex,
): readonly MarkdownFinding[] {
  const isAmbiguous = ({ start }: Leftover): boolean =>
    layout.ambiguous.some((row) => start >= row.start && start < row.end);
  const blocks = findLeftovers(tree, source.text).filter(([first]) => !first || !isAmbiguous(first));
  const money: Leftover[] = [];
  const drafts: FindingDraft[] = [
    ...layout.ambiguous.map(ambiguousRow),
    ...blocks.flatMap((block) => dollarFindings(source, block, money)),
    ...moneyFindings(money),
    ...environmentFindings(source, blocks.flat()),
  ];
  return drafts
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, ...rest }) => ({ ...rest, span: { start: index.pointAt(start), end: index.pointAt(end) } }));
}

function ambiguousRow({ start, end }: Layout["ambiguous"][number]): FindingDraft {
  return {
    code: "math/table-bar",
    severity: "error",
    start,
    end,
    message:
      "The bars of this row cannot be read: with or without those inside formulas, the number of cells is wrong.",
    hint: "Write `\\vert`, `\\Vert` or `\\mid` for bars inside formulas.",
  };
}
