import type { Root } from "mdast";
import type { Position } from "unist";
import type { VFileMessage } from "vfile-message";
import type { Span } from "../model/position.ts";
import type { SourceFile } from "../model/source.ts";
import type { DiagnosticCode } from "../diagnostics/codes.ts";
import { findExcessCells, findOpenEmphasis } from "./markdown/lost-marks.ts";
import type { Rendered } from "./markdown/render.ts";
import { spanOf } from "./markdown/to-hast.ts";
import { visit } from "./visit.ts";

/** Takes down what was found in a post. */
export type Report = (code: DiagnosticCode, message: string, span?: Span, hint?: string) => void;

/** What was taken away or could not be set on the way to HTML. */
export function reportRendered(rendered: Rendered, report: Report): void {
  for (const { what, span } of rendered.removed)
    report("markdown/html-removed", `${what} is not allowed in a post`, span);
  for (const { command, span } of rendered.unnumbered)
    report(
      "math/label-in-html",
      `${command} does nothing in a formula that came as HTML or in a block of code`,
      span,
      "write the formula between $$",
    );
  for (const message of rendered.messages) {
    // rehype-katex names the whole element.
    const span = message.place && spanOf({ position: message.place as Position });
    report("math/html-class", faultOf(message), span);
  }
}

/** What KaTeX says about a formula, without the words that rehype-katex and KaTeX put before it. */
function faultOf({ cause }: VFileMessage): string {
  return (cause as Error).message.replace(/^KaTeX parse error: /, "");
}

/** Marks of Markdown that show as text, and cells that no column has. */
export function reportLostMarks(root: Root, { text }: SourceFile, report: Report): void {
  for (const { code, message, span, hint } of [...findExcessCells(root), ...findOpenEmphasis(root, text)])
    report(code, message, span, hint);
}

/** GFM leaves out notes that nothing refers to; their text would be lost without a word. */
export function reportUnusedNotes(root: Root, report: Report): void {
  const used = new Set<string>();
  visit(root, "footnoteReference", (node) => {
    used.add(node.identifier);
  });
  visit(root, "footnoteDefinition", (node) => {
    if (used.has(node.identifier)) return;
    report(
      "markdown/unused-note",
      `nothing refers to the note “${node.identifier}”`,
      spanOf(node),
      `add [^${node.identifier}] to the text`,
    );
  });
}
