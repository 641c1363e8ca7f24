import type { ElementContent, Root, RootContent } from "hast";

/** What a formula or a reference adds to the length, in characters. */
const formulaLength = 4;
/** Begin with a space. */
const blocks: ReadonlySet<string> = new Set(["p", "br", "li"]);

/**
 * The first words of a comment as one line, with its formulas in the line and without links. It ends before what does
 * not fit, never inside a formula. A displayed formula or a block of code is left to the comment itself, what it
 * quotes too.
 *
 * @param isDisplay whether the formula in a hole is displayed
 */
export function commentExcerpt(root: Root, limit: number, isDisplay: (index: number) => boolean): Root {
  const kept: ElementContent[] = [];
  let left = limit;
  const addText = (text: string) => {
    const last = kept.at(-1);
    const isAfterSpace = !last || (last.type === "text" && last.value.endsWith(" "));
    const characters = Array.from(text.replace(/\s+/g, " ").replace(isAfterSpace ? /^ / : /^$/, ""));
    if (characters.length > 0) kept.push({ type: "text", value: characters.slice(0, left).join("") });
    left -= characters.length;
  };
  const walk = (node: RootContent): void => {
    if (left < 0) return;
    if (node.type === "text") return addText(node.value);
    if (node.type !== "element" || node.tagName === "blockquote") return;
    const [first] = node.children;
    const hole = node.tagName === "span" && first?.type === "element" ? first : node;
    if (node.tagName === "pre" || (hole.tagName === "x-formula" && isDisplay(Number(hole.properties["n"]))))
      return addText(" … ");
    if (hole.tagName === "x-formula" || hole.tagName === "x-ref") {
      left -= formulaLength;
      if (left >= 0) kept.push(node);
      return;
    }
    if (blocks.has(node.tagName)) addText(" ");
    node.children.forEach(walk);
  };
  root.children.forEach(walk);
  return { type: "root", children: left < 0 ? [...kept, { type: "text", value: "…" }] : kept };
}
