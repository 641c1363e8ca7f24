import type { Nodes, Root as HastRoot } from "hast";
import type { Root as MdastRoot } from "mdast";
import type { Handlers } from "mdast-util-to-hast";
import rehypeHighlight from "rehype-highlight";
import rehypeKatex from "rehype-katex";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { VFile } from "vfile";
import type { VFileMessage } from "vfile-message";
import type { Template } from "../../model/brand.ts";
import { schema } from "./allow-list.ts";
import { boxKatexErrors } from "./blocks.ts";
import { isMathElement, stripNumbering, type StrippedCommand } from "./html-math.ts";
import { findRemoved, type Removed } from "./removed-html.ts";
import { toHastOptions } from "./to-hast.ts";
import { withTypography } from "./typography.ts";

const rawParser = unified().use(rehypeRaw).freeze();
const sanitizer = unified().use(rehypeSanitize, schema).freeze();
/** Learning the languages takes a while, so that this is done once, and for the first code only. */
const openHighlighter = () =>
  unified()
    .use(rehypeHighlight, { plainText: ["text", "txt", "plain"] })
    .freeze();
let highlighter: ReturnType<typeof openHighlighter> | undefined;

export interface Rendered {
  readonly tree: HastRoot;
  readonly removed: readonly Removed[];
  /** Labels, tags and references in formulas that came as HTML. */
  readonly unnumbered: readonly StrippedCommand[];
  /** Remarks of rehype-katex about formulas that came as HTML. */
  readonly messages: readonly VFileMessage[];
}

export interface RenderOptions {
  readonly language: "zh-CN" | "en";
  readonly handlers: Handlers;
  /** Options of rehype-katex; a fresh object. */
  readonly katexOptions: () => Readonly<Record<string, unknown>>;
}

/**
 * Turns Markdown into a tree of safe HTML: raw HTML is parsed where there is any and everything passes
 * the allow-list. Formulas of the tokeniser are holes by then; formulas that arrive as HTML classes or as
 * a block of code ```math are typeset by rehype-katex. Code is coloured last.
 */
export function render(root: MdastRoot, { language, handlers, katexOptions }: RenderOptions): Rendered {
  const file = new VFile();
  const toHast = unified().use(remarkRehype, toHastOptions(language, handlers));
  let tree: HastRoot = toHast.runSync(root, file);
  if (has(tree, (node) => node.type === "raw")) tree = rawParser.runSync(tree, file) as HastRoot;
  const removed = findRemoved(tree);
  tree = sanitizer.runSync(tree, file);
  let unnumbered: readonly StrippedCommand[] = [];
  if (has(tree, isMathElement)) {
    unnumbered = stripNumbering(tree);
    tree = unified().use(rehypeKatex, katexOptions()).runSync(tree, file) as HastRoot;
    boxKatexErrors(tree);
  }
  if (has(tree, (node) => node.type === "element" && node.tagName === "pre")) {
    highlighter ??= openHighlighter();
    tree = highlighter.runSync(tree, file) as HastRoot;
  }
  return { tree, removed, unnumbered, messages: file.messages };
}

function has(node: Nodes, test: (node: Nodes) => boolean): boolean {
  return test(node) || ("children" in node && node.children.some((child) => has(child, test)));
}

const printer = unified().use(rehypeStringify).freeze();

/** Prints a tree whose formulas and links are holes, ready for Chinese lines. */
export function print(root: HastRoot): Template {
  return printer.stringify(withTypography(root)) as Template;
}
