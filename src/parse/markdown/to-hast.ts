import type { Element } from "hast";
import type { Nodes, Paragraph, Root } from "mdast";
import type { Handler, Handlers, Options } from "mdast-util-to-hast";
import type { Position } from "unist";
import type { SourceFormula, SourceReference } from "../../model/post.ts";
import type { Span } from "../../model/position.ts";
import { known } from "../../text/known.ts";
import { visit } from "../visit.ts";
import type { FormulaMargins } from "./cjk-lines.ts";
import { noteWords } from "./notes.ts";

/** Formulas and references of a tree, in document order, and where each one went. */
export interface CollectedMath {
  readonly formulas: readonly SourceFormula[];
  readonly references: readonly SourceReference[];
  /** Index of a math node's formula, or of a reference. */
  readonly indexOf: ReadonlyMap<Nodes, number>;
}

/**
 * Collects the formulas of a post.
 * @param first index of the first formula; those before belong to the title
 */
export function collectMath(root: Root, first: number): CollectedMath {
  const formulas: SourceFormula[] = [];
  const references: SourceReference[] = [];
  const indexOf = new Map<Nodes, number>();
  visit(root, (node) => {
    if (node.type === "mathRef") {
      indexOf.set(node, references.length);
      references.push({ kind: node.kind, label: node.label, span: spanOf(node) });
    }
    if (node.type !== "math" && node.type !== "inlineMath") return;
    indexOf.set(node, first + formulas.length);
    formulas.push({
      tex: node.value,
      layout: node.type === "math" ? "block" : node.display ? "display" : "inline",
      ...(node.env !== undefined && { env: node.env }),
      ...(node.id !== undefined && { id: node.id }),
      span: spanOf(node),
      lines: node.lines,
    });
  });
  return { formulas, references, indexOf };
}

/** Position of a node as a span; nodes made by the parser always have one. */
export function spanOf(node: { readonly position?: Nodes["position"] }): Span {
  const { start, end = start } = node.position as Pick<Position, "start"> & Partial<Position>;
  const from = { ...start, offset: Number(start.offset) };
  const to = { ...end, offset: Number(end.offset) };
  // The parser of raw HTML gives an element that is never closed no end, or one before its start.
  return { start: from, end: to.offset >= from.offset ? to : from };
}

/** The hole that a formula leaves in the markup. */
export function formulaHole(index: number): Element {
  return holeOf("x-formula", index);
}

/** A formula in the line, with its distance from hanzi. */
export function inLine(formula: Element, { left, right }: FormulaMargins): Element {
  const className = ["m", ...(left ? ["m-l"] : []), ...(right ? ["m-r"] : [])];
  return { type: "element", tagName: "span", properties: { className }, children: [formula] };
}

function holeOf(tagName: "x-formula" | "x-ref", index: number): Element {
  return { type: "element", tagName, properties: { n: String(index) }, children: [] };
}

/** How Markdown's nodes that are not CommonMark's become elements. */
export function handlers(math: CollectedMath, margins: ReadonlyMap<Nodes, FormulaMargins>): Handlers {
  const hole: Handler = (_state, node: Nodes) => formulaHole(known(math.indexOf, node));
  return {
    math: hole,
    paragraph(state, node: Paragraph) {
      const className = continuationClasses(node);
      const properties = className.length > 0 ? { className } : {};
      const element: Element = { type: "element", tagName: "p", properties, children: state.all(node) };
      state.patch(node, element);
      return state.applyData(node, element);
    },
    inlineMath(state, node: Extract<Nodes, { type: "inlineMath" }>, parent) {
      const formula: Element = hole(state, node, parent) as Element;
      if (node.display) return formula;
      return inLine(formula, known(margins, node));
    },
    mathRef: (_state, node: Nodes) => holeOf("x-ref", known(math.indexOf, node)),
  } satisfies Handlers;
}

/** A display that stands right before or behind a paragraph is a part of it to the reader: no gap, no indent. */
function continuationClasses({ data }: Paragraph): string[] {
  return (["continues", "continued"] as const).filter((name) => data?.[name] === true);
}

/** Options of the step from Markdown to HTML; raw HTML is kept for the next step. */
export function toHastOptions(language: "zh-CN" | "en", all: Handlers): Options {
  return {
    allowDangerousHtml: true,
    clobberPrefix: "",
    footnoteLabel: noteWords[language].notes,
    footnoteLabelProperties: { className: ["sr-only"] },
    handlers: all,
  };
}
