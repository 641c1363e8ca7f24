import type { Element, ElementContent, Parents, RootContent } from "hast";

/** The children of an element that are elements of one name. */
export function childElements(parent: Parents, tagName: string): readonly Element[] {
  const children: readonly (RootContent | ElementContent)[] = parent.children;
  return children.flatMap((child) => (child.type === "element" && child.tagName === tagName ? [child] : []));
}
