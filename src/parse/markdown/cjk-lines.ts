import type { Nodes, Root, Text } from "mdast";
import { isCjk, isHanzi } from "../../text/cjk.ts";

/** What stands directly beside a place in a line: a character, a formula, or nothing that matters. */
type Neighbour = { readonly kind: "char"; readonly char: string } | { readonly kind: "formula" | "display" | "none" };

/** On which sides an inline formula touches a hanzi and gets a small margin. */
export interface FormulaMargins {
  readonly left: boolean;
  readonly right: boolean;
}

type Leaf = Extract<Nodes, { type: "text" | "inlineMath" | "inlineCode" | "image" | "break" | "html" | "mathRef" }>;

/**
 * Makes lines of Chinese text flow: deletes a newline between two CJK characters (browsers paint it as a
 * space), and the spaces that authors type between hanzi and a formula, whose distance is a margin.
 * Newlines between Latin words and hard breaks stay. Changes text nodes in place.
 *
 * @returns for each inline formula, on which sides it touches a hanzi
 */
export function joinCjkLines(root: Root): ReadonlyMap<Nodes, FormulaMargins> {
  const margins = new Map<Nodes, FormulaMargins>();
  for (const line of phrasingRuns(root)) {
    const leaves = line.flatMap(leavesOf);
    leaves.forEach((leaf, index) => {
      if (leaf.type === "text") leaf.value = joinText(leaf, before(leaves, index), after(leaves, index));
    });
    leaves.forEach((leaf, index) => {
      if (leaf.type !== "inlineMath" || leaf.display) return;
      margins.set(leaf, { left: touches(before(leaves, index)), right: touches(after(leaves, index)) });
    });
  }
  return margins;
}

/** The children of every node that holds running text: paragraphs, headings, table cells. */
function phrasingRuns(node: Nodes): readonly (readonly Nodes[])[] {
  if (!("children" in node)) return [];
  const isRun = node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
  return isRun ? [node.children] : node.children.flatMap(phrasingRuns);
}

function leavesOf(node: Nodes): readonly Leaf[] {
  switch (node.type) {
    case "text":
    case "inlineMath":
    case "inlineCode":
    case "image":
    case "break":
    case "html":
    case "mathRef":
      return [node];
    default:
      return "children" in node ? node.children.flatMap(leavesOf) : [];
  }
}

function joinText(text: Text, left: Neighbour, right: Neighbour): string {
  let value = text.value.replace(/[^\S\n]*\n[^\S\n]*/g, (newline, offset: number, whole: string) => {
    const from = offset === 0 ? left : charBefore(whole, offset);
    const to = offset + newline.length === whole.length ? right : charAfter(whole, offset + newline.length);
    return joins(from, to) ? "" : "\n";
  });
  const isBoxed = ({ kind }: Neighbour) => kind === "formula" || kind === "display";
  if (isBoxed(right) && endsCjk(value.trimEnd(), left)) value = value.trimEnd();
  if (isBoxed(left) && startsCjk(value.trimStart(), right)) value = value.trimStart();
  return value;
}

function endsCjk(trimmed: string, left: Neighbour): boolean {
  const char = trimmed === "" ? left : charBefore(trimmed, trimmed.length);
  return char.kind === "char" && isCjk(char.char);
}

function startsCjk(trimmed: string, right: Neighbour): boolean {
  const char = trimmed === "" ? right : charAfter(trimmed, 0);
  return char.kind === "char" && isCjk(char.char);
}

/** Two CJK characters, a CJK character and a formula, or anything and a display. */
function joins(from: Neighbour, to: Neighbour): boolean {
  if (from.kind === "display" || to.kind === "display") return true;
  const isWide = (side: Neighbour) => side.kind === "char" && isCjk(side.char);
  const isJoinable = (side: Neighbour) => isWide(side) || side.kind === "formula";
  return isJoinable(from) && isJoinable(to) && (isWide(from) || isWide(to));
}

function touches(side: Neighbour): boolean {
  return side.kind === "char" && isHanzi(side.char);
}

function before(leaves: readonly Leaf[], index: number): Neighbour {
  const leaf = leaves[index - 1];
  if (leaf?.type === "text" && leaf.value !== "") return charBefore(leaf.value, leaf.value.length);
  return neighbourOf(leaf);
}

function after(leaves: readonly Leaf[], index: number): Neighbour {
  const leaf = leaves[index + 1];
  if (leaf?.type === "text" && leaf.value !== "") return charAfter(leaf.value, 0);
  return neighbourOf(leaf);
}

function neighbourOf(leaf: Leaf | undefined): Neighbour {
  if (leaf?.type === "inlineMath") return { kind: leaf.display ? "display" : "formula" };
  return { kind: "none" };
}

function charBefore(text: string, offset: number): Neighbour {
  const chars = Array.from(text.slice(Math.max(0, offset - 2), offset));
  return { kind: "char", char: chars.slice(-1).join("") };
}

function charAfter(text: string, offset: number): Neighbour {
  const chars = Array.from(text.slice(offset, offset + 2));
  return { kind: "char", char: chars.slice(0, 1).join("") };
}
