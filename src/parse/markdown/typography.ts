import type { Element, ElementContent, Root, RootContent } from "hast";
import { isOpening, isClosing, squeezes } from "../../text/punctuation.ts";

type Node = RootContent | ElementContent;

/** Elements whose text is not running text, or is not ours. */
const untouched: ReadonlySet<string> = new Set("pre code kbd samp svg math x-formula x-ref".split(" "));

/** Elements after which a line goes on as if they were text. */
const inline: ReadonlySet<string> = new Set(
  "a abbr b bdi cite del dfn em font i ins mark q s small span strong sub sup u var x-title".split(" "),
);

/**
 * The same markup, ready for Chinese lines. Nothing of the text changes; elements are put around pieces of it:
 *
 * - `nb`: a formula in the line and the marks that touch it. Browsers break lines on both sides of a box, also
 *   between a formula and its `。`.
 * - `sq`: a mark whose blank half goes when another mark follows, for browsers that cannot do so by themselves.
 */
export function withTypography(root: Root): Root {
  return { ...root, children: squeezeIn(bindIn(root.children), "") as RootContent[] };
}

/** @param follows the character behind the last child, if the line goes on there */
function squeezeIn(children: readonly Node[], follows: string): Node[] {
  const result: Node[][] = [];
  let next = follows;
  for (const node of children.toReversed()) {
    if (node.type === "text") result.push(squeeze(node.value, next));
    else if (isText(node)) {
      const behind = inline.has(node.tagName) ? next : "";
      result.push([{ ...node, children: squeezeIn(node.children, behind) as ElementContent[] }]);
    } else result.push([node]);
    next = firstCharacter(node) ?? next;
  }
  return result.toReversed().flat();
}

/** An element with running text inside. */
function isText(node: Node): node is Element {
  return node.type === "element" && !untouched.has(node.tagName);
}

/** The first character that a node puts into its line: none at a box or a block; `undefined` if it is empty. */
function firstCharacter(node: Node): string | undefined {
  if (node.type === "text") return Array.from(node.value.slice(0, 2))[0];
  if (node.type !== "element") return undefined;
  if (!inline.has(node.tagName)) return "";
  for (const child of node.children) {
    const first = firstCharacter(child);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Cuts a text so that every mark that gives up its blank half stands alone. */
function squeeze(value: string, follows: string): Node[] {
  const pieces: Node[] = [];
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    if (!squeezes(value.charAt(at), value.charAt(at + 1) || follows)) continue;
    pieces.push(...text(value.slice(start, at)), element("sq", text(value.charAt(at))));
    start = at + 1;
  }
  return [...pieces, ...text(value.slice(start))];
}

/** Puts formulas in the line together with the marks that may not be parted from them. */
function bindIn(children: readonly Node[]): Node[] {
  const result: Node[] = [];
  // Marks that the formula before has taken from the start of a text.
  let taken = 0;
  for (const [index, node] of children.entries()) {
    if (node.type === "text") result.push(...text(node.value.slice(taken)));
    taken = 0;
    if (node.type === "text") continue;
    if (!isFormula(node)) {
      result.push(isText(node) ? { ...node, children: bindIn(node.children) as ElementContent[] } : node);
      continue;
    }
    const behind = children[index + 1];
    const after = behind?.type === "text" ? closingMarks(behind.value) : "";
    const before = takeOpeningMarks(result);
    taken = after.length;
    result.push(before + after === "" ? node : element("nb", [...text(before), node, ...text(after)]));
  }
  return result;
}

function isFormula(node: Node): boolean {
  return node.type === "element" && node.tagName === "span" && [node.properties["className"]].flat()[0] === "m";
}

/** Takes the opening marks off the end of the last text. */
function takeOpeningMarks(nodes: Node[]): string {
  const last = nodes.at(-1);
  if (last?.type !== "text") return "";
  let start = last.value.length;
  while (start > 0 && isOpening(last.value.charAt(start - 1))) start -= 1;
  nodes.splice(-1, 1, ...text(last.value.slice(0, start)));
  return last.value.slice(start);
}

/** The closing marks at the start of a text. */
function closingMarks(value: string): string {
  let end = 0;
  while (isClosing(value.charAt(end))) end += 1;
  return value.slice(0, end);
}

function text(value: string): ElementContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function element(name: string, children: Node[]): Element {
  return {
    type: "element",
    tagName: "span",
    properties: { className: [name] },
    children: children as ElementContent[],
  };
}
