import type { Root } from "mdast";
import type { Span } from "../../model/position.ts";
import { lineIndex } from "../../text/line-index.ts";
import { visit } from "../visit.ts";
import { spanOf } from "./to-hast.ts";

/** Something of Markdown that does not do what its author meant. */
export interface LostMark {
  readonly code: "markdown/excess-cells" | "markdown/open-emphasis";
  readonly message: string;
  readonly hint: string;
  readonly span: Span;
}

/** Cells that a row has more than its table has columns: GFM drops them. */
export function findExcessCells(root: Root): readonly LostMark[] {
  const found: LostMark[] = [];
  visit(root, "table", ({ children: rows }) => {
    const [head] = rows;
    const columns = Number(head?.children.length);
    for (const { children: cells } of rows) {
      const excess = cells[columns];
      if (!excess) continue;
      found.push({
        code: "markdown/excess-cells",
        message: `the row has ${cells.length} cells, the table has ${columns} columns; the others are dropped`,
        hint: "escape the bar outside of formulas as \\|, write \\vert or \\mid inside",
        span: spanOf(excess),
      });
    }
  });
  return found;
}

const beside = "[\\p{Script=Han}，。；：、！？“”（）《》]";
/** Exactly two of a sign; longer runs are blanks to fill in. */
const mark = "(?:(?<!\\*)\\*\\*(?!\\*)|(?<!~)~~(?!~)|(?<!_)__(?!_))";
/** An escape, or a mark of strong emphasis or strikethrough beside a hanzi or a full-width sign. */
const marks = new RegExp(`\\\\[^]|(?<=${beside})${mark}|${mark}(?=${beside})`, "gu");

/** Marks of emphasis that have stayed in the text beside Chinese, the first one of each text. */
export function findOpenEmphasis(root: Root, source: string): readonly LostMark[] {
  const points = lineIndex(source);
  const found: LostMark[] = [];
  visit(root, "text", ({ position }) => {
    const from = Number(position?.start.offset);
    const match = [...source.slice(from, position?.end.offset).matchAll(marks)].find(
      ([text]) => !text.startsWith("\\"),
    );
    if (!match) return;
    const [written] = match;
    const start = from + match.index;
    found.push({
      code: "markdown/open-emphasis",
      message: `“${written}” stands in the text: the emphasis does not close`,
      hint: "move it to the other side of the white space or the mark",
      span: { start: points.pointAt(start), end: points.pointAt(start + written.length) },
    });
  });
  return found;
}
