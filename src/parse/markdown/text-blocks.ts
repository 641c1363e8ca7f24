import type { Element, ElementContent, Root, RootContent } from "hast";
import type { TextRange } from "../../text/sentence.ts";
import type { TexOf } from "./text-of.ts";

/** A paragraph, a heading, a cell …: a text that is read by itself. */
export interface TextBlock {
  readonly kind: "heading" | "text";
  readonly text: string;
  /** The same with formulas masked. */
  readonly masked: string;
  /** Where the holes of the block stand in it. */
  readonly points: readonly (TextRange & { readonly hole: HoleName })[];
}

/** `link 3`, `title 0`, `ref 1` */
export type HoleName = `${"link" | "title" | "ref"} ${number}`;

const blockNames: ReadonlySet<string> = new Set(
  "p li h1 h2 h3 h4 h5 h6 td th dt dd blockquote div section figcaption caption summary".split(" "),
);

interface OpenBlock {
  kind: TextBlock["kind"];
  text: string;
  masked: string;
  points: (TextRange & { hole: HoleName })[];
}

/** The texts of a post in the order in which they end, with the places of links, titles and references; no code, no citations. */
export function textBlocks(root: Root, texOf: TexOf): readonly TextBlock[] {
  const done: TextBlock[] = [];
  const open = (kind: TextBlock["kind"], children: readonly (RootContent | ElementContent)[]) => {
    const block: OpenBlock = { kind, text: "", masked: "", points: [] };
    for (const child of children) walk(child, block);
    if (block.text.trim() !== "") done.push(block);
  };
  const walk = (node: RootContent | ElementContent, block: OpenBlock): void => {
    if (node.type === "text") append(block, node.value, node.value);
    if (node.type !== "element" || node.tagName === "pre" || node.tagName === "x-cite") return;
    if (blockNames.has(node.tagName)) return open(/^h[1-6]$/.test(node.tagName) ? "heading" : "text", node.children);
    const start = block.text.length;
    if (node.tagName === "x-formula") {
      const tex = texOf(Number(node.properties["n"]));
      append(block, tex, "\ufffc".repeat(tex.length));
    }
    if (node.tagName === "br") append(block, "\n", "\n");
    for (const child of node.children) walk(child, block);
    const hole = holeOf(node);
    if (hole !== undefined) block.points.push({ hole, start, end: block.text.length });
  };
  open("text", root.children);
  return done;
}

function append(block: OpenBlock, text: string, masked: string): void {
  block.text += text;
  block.masked += masked;
}

function holeOf({ tagName, properties }: Element): HoleName | undefined {
  if (tagName === "x-title") return `title ${Number(properties["n"])}`;
  if (tagName === "x-ref") return `ref ${Number(properties["n"])}`;
  const link = tagName === "a" ? /^x-link:(\d+)$/.exec(String(properties["href"]))?.[1] : undefined;
  return link === undefined ? undefined : `link ${Number(link)}`;
}
