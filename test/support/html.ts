import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";

/** Elements of a document that pass a test, in order. */
export function elements(html: string, test: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  visit(fromHtml(html) as Nodes, "element", (node: Element) => {
    if (test(node)) found.push(node);
  });
  return found;
}

/** Values of `<meta>` by name or property, in order. */
export function metaTags(html: string): readonly (readonly [name: string, content: string])[] {
  return elements(html, ({ tagName }) => tagName === "meta").flatMap(({ properties }) => {
    const name = properties["name"] ?? properties["property"];
    return name === undefined ? [] : [[String(name), String(properties["content"])] as const];
  });
}

/** Text of every element with a name. */
export function textsOf(html: string, tagName: string): readonly string[] {
  return elements(html, (element) => element.tagName === tagName).map((element) => toString(element));
}

/** Links of a document as `text → href`. */
export function linksIn(html: string): readonly string[] {
  return elements(html, ({ tagName, properties }) => tagName === "a" && properties["href"] !== undefined).map(
    (element) => `${toString(element)} → ${String(element.properties["href"])}`,
  );
}
