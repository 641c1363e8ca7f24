import type { Element, Root as HastRoot } from "hast";
import type { State } from "hast-util-to-mdast";
import { toString } from "hast-util-to-string";
import type { Literal, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import type { Options as ToMarkdownExtension } from "mdast-util-to-markdown";
import rehypeRemark from "rehype-remark";
import remarkCjkFriendly from "remark-cjk-friendly";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified, type Data, type Processor } from "unified";
import { visit } from "unist-util-visit";
import { toMarkdownMath } from "../../parse/math-syntax/to-markdown.ts";
import { escapeHtml } from "../../text/escape.ts";
import { newline, type Holes } from "./holes.ts";

/** Markdown that is written as it stands: a formula or a raw tag inside of text. */
interface Verbatim extends Literal {
  type: "verbatim";
}

declare module "mdast" {
  interface PhrasingContentMap {
    verbatim: Verbatim;
  }
  interface RootContentMap {
    verbatim: Verbatim;
  }
}

// Made once: a blog has thousands of comments, and making them takes longer than a comment.
const translator = unified()
  .use(rehypeRemark, { handlers: { figure }, nodeHandlers: { comment: moreMarker } })
  .freeze();
const printer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkCjkFriendly)
  .use(extend)
  .use(remarkStringify, { bullet: "-", emphasis: "*", fences: true, rule: "-", listItemIndent: "one" })
  .freeze();

/** Writes a prepared tree as Markdown, its holes filled. */
export function toMarkdown(tree: HastRoot, holes: Holes): string {
  const mdast = translator.runSync(tree) as Root;
  fillHoles(mdast, holes);
  return printer.stringify(mdast).trim();
}

/** Signs of formulas in text get a backslash; verbatim pieces do not. A bare address stays one. */
function extend(this: Processor): void {
  const data = this.data() as Data & { toMarkdownExtensions?: ToMarkdownExtension[] };
  const verbatim = Object.assign((node: Verbatim) => node.value, { peek: ({ value }: Verbatim) => value.charAt(0) });
  const { unsafe = [] } = toMarkdownMath();
  const handlers = { verbatim } as NonNullable<ToMarkdownExtension["handlers"]>;
  (data.toMarkdownExtensions ??= []).push({ unsafe, handlers });
}

function moreMarker(_state: State, { value }: { readonly value: string }): RootContent | undefined {
  return /^\s*more\b/.test(value) ? { type: "html", value: "<!--more-->" } : undefined;
}

/** Text with holes becomes text and verbatim pieces; strings of other nodes are filled. */
function fillHoles(tree: Root, holes: Holes): void {
  const ofLinks = new Set<Nodes>();
  visit(tree, "link", (link) => visit(link, "text", (text) => void ofLinks.add(text)));
  visit(tree, (node, index, parent) => {
    if (node.type === "text" && parent && index !== undefined) {
      const nodes = splitText(node.value, { holes, inLink: ofLinks.has(node) });
      parent.children.splice(index, 1, ...(nodes as never[]));
      return index + nodes.length;
    }
    if ("value" in node && node.type !== "verbatim") node.value = holes.fill(node.value);
    if ("alt" in node && typeof node.alt === "string") node.alt = holes.fill(node.alt);
    if ("title" in node && typeof node.title === "string") node.title = holes.fill(node.title);
    return undefined;
  });
}

/** An address in text, which Markdown would make a link up to the next space: in Chinese that is far away. */
const address = /(https?:\/\/[A-Za-z0-9\-._~:/?#@!&'()*+,;=%]*[A-Za-z0-9\-_~/#&=%])/;

function splitText(text: string, { holes, inLink }: { readonly holes: Holes; readonly inLink: boolean }) {
  const parts = holes.split(text).flatMap((value, index): readonly PhrasingContent[] => {
    if (index % 2 === 1) return [{ type: "verbatim", value }];
    const plain = value.replace(new RegExp(`[ \\t]*${newline}[ \\t]*`, "g"), "\n");
    if (inLink) return [{ type: "text", value: plain }];
    return plain
      .split(address)
      .map((part, at) => (at % 2 === 1 ? { type: "verbatim", value: `<${part}>` } : { type: "text", value: part }));
  });
  return parts.filter((node) => !("value" in node) || node.value !== "");
}

/** A figure is raw HTML; its caption is Markdown if there is more in it than text. */
function figure(state: State, node: Element): RootContent[] {
  const image = find(node, "img");
  if (!image) return state.all(node) as RootContent[];
  const caption = find(node, "figcaption");
  const link = find(node, "a");
  const picture = printImage(image);
  const href = link?.properties["href"];
  const shown = typeof href === "string" ? `<a href="${escapeHtml(state.resolve(href))}">${picture}</a>` : picture;
  if (!caption) return [{ type: "html", value: `<figure>\n${shown}\n</figure>` }];
  const text = toString(caption).trim();
  if (!text.includes("\ufdd0") && caption.children.every(({ type }) => type === "text"))
    return [{ type: "html", value: `<figure>\n${shown}\n<figcaption>${escapeHtml(text)}</figcaption>\n</figure>` }];
  const children = state.all(caption) as PhrasingContent[];
  return [
    { type: "html", value: `<figure>\n${shown}\n<figcaption>` },
    { type: "paragraph", children },
    { type: "html", value: "</figcaption>\n</figure>" },
  ];
}

function find(node: Element, name: string): Element | undefined {
  let found: Element | undefined;
  visit(node, "element", (child) => {
    if (child.tagName === name) found ??= child;
  });
  return found;
}

function printImage({ properties }: Element): string {
  const attributes = ["src", "alt", "title"].flatMap((name) => {
    const value = properties[name];
    return typeof value === "string" ? [` ${name}="${escapeHtml(value)}"`] : [];
  });
  return `<img${attributes.join("")}>`;
}
