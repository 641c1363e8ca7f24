import type { Html, Paragraph, Parents, Root, Text } from "mdast";
import { visit, SKIP } from "unist-util-visit";
import { allowedElements, knownElements } from "./allow-list.ts";

const moreMarker = /^\s*<!--\s*more\b[\s\S]*?-->\s*$/i;

/**
 * Prepares raw HTML of a post before it is parsed.
 *
 * A tag whose name is no HTML element (`vector<int>`) is text and becomes text, so that nothing is lost;
 * names beginning with `x-` belong to the generator; comments go, except the first `<!--more-->`, which
 * becomes the element `x-more`.
 */
export function prepareRawHtml(root: Root): void {
  let hasMore = false;
  visit(root, "html", (node: Html, index: number | undefined, parent: Parents | undefined) => {
    if (index === undefined || !parent) return undefined;
    if (moreMarker.test(node.value) && !hasMore) {
      hasMore = true;
      parent.children.splice(index, 1, { type: "text", value: "", data: { hName: "x-more" } } satisfies Text as never);
      return [SKIP, index + 1];
    }
    if (/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (isText(node.value)) {
      parent.children.splice(index, 1, asText(node, parent) as never);
      return [SKIP, index + 1];
    }
    node.value = node.value.replace(/<(\/?)x-/gi, "&lt;$1x-");
    return undefined;
  });
}

/** The tag is not one of HTML, nor a comment, declaration or instruction. */
function isText(value: string): boolean {
  const name = /^\s*<\/?([A-Za-z][^\s/>]*)/.exec(value)?.[1]?.toLowerCase();
  return name !== undefined && !allowedElements.has(name) && !knownElements.has(name);
}

function asText(node: Html, parent: Parents): Text | Paragraph {
  const text: Text = { type: "text", value: node.value, ...(node.position && { position: node.position }) };
  const isInline =
    parent.type !== "root" &&
    parent.type !== "blockquote" &&
    parent.type !== "listItem" &&
    parent.type !== "footnoteDefinition";
  return isInline ? text : { type: "paragraph", children: [text], ...(node.position && { position: node.position }) };
}
