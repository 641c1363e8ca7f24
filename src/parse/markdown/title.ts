import type { RootContent, Text } from "hast";
import type { Template } from "../../model/brand.ts";
import type { SourceFormula } from "../../model/post.ts";
import type { Span } from "../../model/position.ts";
import { isHanzi } from "../../text/cjk.ts";
import { parseSeriesTitle } from "../../text/series-title.ts";
import { splitInlineMath, type InlinePiece } from "../math-syntax/split-inline-math.ts";
import { itemAt } from "../../text/known.ts";
import { print } from "./render.ts";
import { formulaHole, inLine } from "./to-hast.ts";

/** A line of front matter that is plain text but for formulas `$…$`; nothing else of Markdown is read in it. */
export interface ParsedLine {
  readonly template: Template;
  readonly formulas: readonly SourceFormula[];
}

export interface ParsedTitle extends ParsedLine {
  /** What follows the number of a part: `少走捷径` of `漫谈（三）：少走捷径`. Its formulas are those of the title. */
  readonly partTemplate?: Template;
}

/**
 * Reads a line with formulas.
 *
 * @param span the line in the file; its formulas are reported there
 * @param first index of its first formula among those of the post
 */
export function parseLine(text: string, span: Span, first: number): ParsedLine {
  const pieces = splitInlineMath(text);
  const formulas = pieces.flatMap((piece): readonly SourceFormula[] =>
    piece.kind === "text"
      ? []
      : [{ tex: piece.value, layout: "inline", span, lines: [{ value: 0, start: span.start }] }],
  );
  return { template: templateOf(pieces, first), formulas };
}

/** Reads a title; its formulas are the first of the post. */
export function parseTitle(title: string, span: Span): ParsedTitle {
  const line = parseLine(title, span, 0);
  const subtitle = parseSeriesTitle(title)?.subtitle;
  if (subtitle === undefined) return line;
  const pieces = splitInlineMath(subtitle);
  const first = line.formulas.length - pieces.filter(({ kind }) => kind === "math").length;
  return { ...line, partTemplate: templateOf(pieces, first) };
}

function templateOf(pieces: readonly InlinePiece[], first: number): Template {
  let formulas = 0;
  const children = pieces.flatMap((piece, index): readonly RootContent[] => {
    if (piece.kind === "text") return textNodes(piece.value);
    const touches = (other: InlinePiece | undefined, side: "start" | "end") => {
      if (other?.kind !== "text") return false;
      const characters = Array.from(other.value);
      return isHanzi(itemAt(characters, side === "start" ? 0 : characters.length - 1));
    };
    formulas += 1;
    const margins = { left: touches(pieces[index - 1], "end"), right: touches(pieces[index + 1], "start") };
    return [inLine(formulaHole(first + formulas - 1), margins)];
  });
  return print({ type: "root", children });
}

/** A number in brackets, `（二十四）`, is not torn apart at the end of a line. */
function textNodes(text: string): readonly RootContent[] {
  return text.split(/([（(][^（）()]{1,6}[）)])/).map((value, index) => {
    const node: Text = { type: "text", value };
    if (index % 2 === 0) return node;
    return { type: "element", tagName: "span", properties: { className: ["nb"] }, children: [node] };
  });
}
