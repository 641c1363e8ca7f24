import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { Inventory } from "../../model/imported.ts";
import { parseMarkdown } from "../../parse/math-syntax/parse-markdown.ts";

/** A formula of a Markdown text with its place. */
export interface FoundFormula {
  readonly tex: string;
  readonly start: number;
  readonly end: number;
}

export interface MarkdownInventory extends Inventory {
  /** Text that readers see, a line for each block, row of a table or broken line. */
  readonly visible: string;
  readonly places: readonly FoundFormula[];
}

/** Takes stock of a Markdown text as the site reads it; raw HTML counts as what it shows. */
export function inventoryOf(markdown: string): MarkdownInventory {
  const { tree } = parseMarkdown(markdown);
  const places: FoundFormula[] = [];
  const headings: string[] = [];
  const links: string[] = [];
  const images: string[] = [];
  visit(tree, (node) => {
    const { start, end } = node.position ?? {};
    if (node.type === "math" || node.type === "inlineMath")
      places.push({ tex: node.value, start: start?.offset ?? 0, end: end?.offset ?? 0 });
    else if (node.type === "heading") headings.push(inline(node).replaceAll("$", "").trim());
    else if (node.type === "link" || node.type === "definition") links.push(node.url);
    else if (node.type === "image") images.push(node.url);
    else if (node.type === "html") {
      links.push(...attributes(node.value, "a", "href"));
      images.push(...attributes(node.value, "img", "src"));
    }
  });
  return { formulas: places.map(({ tex }) => tex), headings, links, images, places, visible: visibleText(tree) };
}

/** Values of an attribute in raw HTML, which importers write with double quotes. */
function attributes(html: string, element: string, name: string): readonly string[] {
  const form = new RegExp(`<${element}\\b[^>]*?\\s${name}="([^"]*)"`, "gi");
  return [...html.matchAll(form)].map(([, value = ""]) => value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
}

function visibleText(tree: Root): string {
  const lines: string[] = [];
  blocks(tree, lines);
  return lines
    .flatMap((text) => text.split("\n"))
    .map((line) => line.replace(/\s+/gu, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

function blocks(node: Nodes, lines: string[]): void {
  switch (node.type) {
    case "paragraph":
    case "heading":
    case "tableCell":
      lines.push(inline(node));
      break;
    case "code":
      lines.push(node.value);
      break;
    case "math":
      lines.push(node.value.replace(/\s+/g, " "));
      break;
    case "html":
      lines.push(stripTags(node.value));
      break;
    default:
      if ("children" in node) for (const child of node.children) blocks(child, lines);
  }
}

function inline(node: Nodes): string {
  switch (node.type) {
    case "inlineMath":
      return node.display ? `\n${node.value.replace(/\s+/g, " ")}\n` : `$${node.value}$`;
    case "mathRef":
      return `\\${node.kind}{${node.label}}`;
    case "text":
    case "inlineCode":
      return node.value.replaceAll("\n", " ");
    case "break":
      return "\n";
    case "html":
      return stripTags(node.value);
    default:
      return "children" in node ? node.children.map(inline).join("") : "";
  }
}

function stripTags(html: string): string {
  const text = html.replace(/<!--[\s\S]*?-->/g, "").replace(/<\/?[A-Za-z][^>]*>/g, "");
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}
