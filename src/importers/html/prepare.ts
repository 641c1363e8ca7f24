import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { foreignElements, silentElements } from "./elements.ts";
import { keepIdentifier } from "./headings.ts";
import { newline, type Holes } from "./holes.ts";
import { isDisplay } from "./print-formula.ts";
import { keepRaw } from "./raw-tags.ts";
import { restoreTypeset } from "./typeset-formulas.ts";

/** What was taken out of a tree, for the report. */
export interface Removed {
  readonly line: number | undefined;
  readonly message: string;
}

/**
 * Makes a tree ready for Markdown: headings keep an identifier that the site would not give them; formulas that KaTeX has typeset become TeX again; elements without a form in Markdown become raw tags
 * around their content; `<br>` beside a display becomes a plain line end.
 *
 * @returns what no Markdown can hold
 */
export function prepare(root: Root, holes: Holes): readonly Removed[] {
  const removed: Removed[] = [];
  restoreTypeset(root, holes);
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (/^h[1-6]$/.test(node.tagName)) keepIdentifier(node, holes);
    if (node.tagName === "br") return breakOrNewline(parent, index, holes);
    if (silentElements.has(node.tagName)) return remove(parent, index);
    if (foreignElements.has(node.tagName)) {
      removed.push({
        line: node.position?.start.line,
        message: `<${node.tagName}> has no place in Markdown${sourceOf(node)}`,
      });
      parent.children.splice(index, 1, ...linkTo(node));
      return [SKIP, index];
    }
    return undefined;
  });
  flattenIn(root, holes);
  keepRaw(root, holes);
  const styled = countStyled(root);
  if (styled > 0) removed.push({ line: undefined, message: "inline styles, which Markdown does not have" });
  return removed;
}

function remove(parent: Parents, index: number): [typeof SKIP, number] {
  parent.children.splice(index, 1);
  return [SKIP, index];
}

function sourceOf({ properties }: Element): string {
  const source = properties["src"] ?? properties["data"];
  return typeof source === "string" ? `; a link to “${source}” stands for it` : "";
}

function linkTo({ properties }: Element): ElementContent[] {
  const source = properties["src"] ?? properties["data"];
  if (typeof source !== "string") return [];
  const link: Element = {
    type: "element",
    tagName: "a",
    properties: { href: source },
    children: [{ type: "text", value: source }],
  };
  return [{ type: "element", tagName: "p", properties: {}, children: [link] }];
}

function breakOrNewline(parent: Parents, index: number, holes: Holes): number | undefined {
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
  if (!touchesDisplay(before, "end", holes) && !touchesDisplay(after, "start", holes)) return undefined;
  parent.children[index] = { type: "text", value: newline };
  return index + 1;
}

function touchesDisplay(node: Nodes | undefined, side: "start" | "end", holes: Holes): boolean {
  if (node?.type !== "text") return false;
  const parts = holes.split(side === "end" ? node.value.trimEnd() : node.value.trimStart());
  const [outer, piece] = side === "end" ? [parts.at(-1), parts.at(-2)] : [parts[0], parts[1]];
  return outer === "" && piece !== undefined && isDisplay(piece);
}

/** A heading and a cell of a table have one line. */
function flattenIn(root: Root, holes: Holes): void {
  visit(root, "element", (node) => {
    if (!/^(?:h[1-6]|td|th)$/.test(node.tagName)) return;
    visit(node, (child, index, parent) => {
      if (child.type === "text") {
        holes.change(child.value, (piece) => piece.replace(/\s*\n\s*/g, " "));
        child.value = child.value.replaceAll(newline, " ");
      }
      const isBreak = child.type === "element" && child.tagName === "br" && node.tagName.startsWith("h");
      if (isBreak && parent && index !== undefined) parent.children[index] = { type: "text", value: " " };
    });
  });
}

function countStyled(root: Root): number {
  let count = 0;
  visit(root, "element", ({ properties }) => {
    if (properties["style"] !== undefined) count += 1;
  });
  return count;
}
