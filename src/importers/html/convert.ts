import type { Element, Root } from "hast";
import type { Before } from "../../model/imported.ts";
import { dropPermalinks } from "./headings.ts";
import type { Holes } from "./holes.ts";
import { prepare, type Removed } from "./prepare.ts";
import { takeStock } from "./take-stock.ts";
import { toMarkdown } from "./to-markdown.ts";

export interface Converted {
  readonly markdown: string;
  readonly before: Before;
  readonly removed: readonly Removed[];
}

/** Turns nodes of a page whose formulas are cut out into Markdown; the nodes are used up. */
export function convert(
  children: readonly (Root["children"][number] | Element["children"][number])[],
  holes: Holes,
): Converted {
  const tree: Root = { type: "root", children: [...children] };
  dropPermalinks(tree);
  const before = takeStock(tree, holes);
  const removed = prepare(tree, holes);
  return { markdown: toMarkdown(tree, holes), before, removed };
}
