import type { Html, Nodes, Paragraph, Parents, Root, Text } from "mdast";
import { visit } from "../visit.ts";
import { allowedElements, knownElements } from "./allow-list.ts";

const comment = /^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/;
/** Tags of the generator, which become text, and the marker of the excerpt: they are cut out, so that no position moves. */
const special = /(<\/?x-[^>]*>?|<!--\s*more\b[\s\S]*?-->)/i;
const moreMarker = /^<!--\s*more\b/i;

/**
 * Prepares raw HTML of a post before it is parsed.
 *
 * A tag whose name is no HTML element (`vector<int>`) is text and becomes text, so that nothing is lost;
 * names beginning with `x-` belong to the generator; comments go, except the first `<!--more-->`, which
 * becomes the element `x-more`.
 */
export function prepareRawHtml(root: Root): void {
  let hasMore = false;
  const specialNode = (value: string): Nodes => {
    if (!moreMarker.test(value)) return { type: "text", value };
    const isFirst = !hasMore;
    hasMore = true;
    return isFirst ? { type: "text", value: "", data: { hName: "x-more" } } : { type: "html", value };
  };
  const prepared = (node: Html, parent: Parents): readonly Nodes[] => {
    if (isText(node.value)) return [asText(node, parent)];
    return node.value
      .split(special)
      .map((value, index): Nodes => (index % 2 === 1 ? specialNode(value) : { ...node, value }))
      .filter((one) => one.type !== "html" || (one.value !== "" && !comment.test(one.value)));
  };
  visit(root, (node) => {
    if (!("children" in node) || !node.children.some(({ type }) => type === "html")) return;
    const children: readonly Nodes[] = node.children;
    node.children = children.flatMap((child) => (child.type === "html" ? prepared(child, node) : [child])) as never;
  });
}

/** The tag is not one of HTML, nor a comment, declaration or instruction. */
function isText(value: string): boolean {
  const name = /^\s*<\/?([A-Za-z][^\s/>]*)/.exec(value)?.[1]?.toLowerCase();
  return name !== undefined && !allowedElements.has(name) && !knownElements.has(name);
}

/** Where blocks stand, the text needs a paragraph of its own. */
const holdBlocks: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);

function asText({ value, position }: Html, parent: Parents): Text | Paragraph {
  const text: Text = { type: "text", value, position };
  return holdBlocks.has(parent.type) ? { type: "paragraph", children: [text], position } : text;
}
