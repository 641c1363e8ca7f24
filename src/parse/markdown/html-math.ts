import type { Nodes, Root } from "hast";
import type { Span } from "../../model/position.ts";
import { visit } from "../visit.ts";
import { spanOf } from "./to-hast.ts";

/** A command of numbering that was taken out of a formula that came as HTML. */
export interface StrippedCommand {
  readonly command: string;
  readonly span?: Span;
}

const numbering = /\\(label|tag\*?|eqref|ref)\s*\{[^{}]*\}|\\(notag|nonumber)(?![A-Za-z])/g;

/** Whether rehype-katex takes the element for a formula. */
export function isMathElement(node: Nodes): boolean {
  if (node.type !== "element" || !Array.isArray(node.properties["className"])) return false;
  return node.properties["className"].some(
    (name) => name === "math-inline" || name === "math-display" || name === "language-math",
  );
}

/** Takes labels, tags and references out of formulas that came as HTML: only those of the tokeniser have numbers. */
export function stripNumbering(root: Root): readonly StrippedCommand[] {
  const stripped: StrippedCommand[] = [];
  visit(root, "element", (element) => {
    if (!isMathElement(element)) return;
    const { position } = element;
    visit(element, "text", (text) => {
      text.value = text.value.replace(numbering, (_all: string, command = "", bare = "") => {
        stripped.push({ command: `\\${command}${bare}`, ...(position && { span: spanOf({ position }) }) });
        return "";
      });
    });
  });
  return stripped;
}
