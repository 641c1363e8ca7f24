import type { Element, ElementContent, Nodes, Parents, Root } from "hast";
import { toString } from "hast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { escapeHtml } from "../../text/escape.ts";
import { foreignElements, rawAttributes, rawElements, silentElements } from "./elements.ts";
import { newline, type Holes } from "./holes.ts";
import { isDisplay, printFormula } from "./print-formula.ts";

/** What was taken out of a tree, for the report. */
export interface Removed {
  readonly line: number | undefined;
  readonly message: string;
}

/**
 * Makes a tree ready for Markdown: headings keep an identifier that the site would not give them; formulas that KaTeX has typeset become TeX again; elements without a form in Markdown become raw tags
 * around their content; `<br>` beside a display becomes a plain line end.
 *
 * @returns what no Markdown can hold
 */
export function prepare(root: Root, holes: Holes): readonly Removed[] {
  const removed: Removed[] = [];
  restoreTypeset(root, holes);
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (/^h[1-6]$/.test(node.tagName)) prepareHeading(node, holes);
    if (node.tagName === "br") return breakOrNewline(parent, index, holes);
    if (silentElements.has(node.tagName)) return remove(parent, index);
    if (foreignElements.has(node.tagName)) {
      removed.push({
        line: node.position?.start.line,
        message: `<${node.tagName}> has no place in Markdown${sourceOf(node)}`,
      });
      parent.children.splice(index, 1, ...linkTo(node));
      return [SKIP, index];
    }
    return undefined;
  });
  flattenIn(root, holes);
  keepRaw(root, holes);
  const styled = countStyled(root);
  if (styled > 0) removed.push({ line: undefined, message: "inline styles, which Markdown does not have" });
  return removed;
}

function remove(parent: Parents, index: number): [typeof SKIP, number] {
  parent.children.splice(index, 1);
  return [SKIP, index];
}

function sourceOf({ properties }: Element): string {
  const source = properties["src"] ?? properties["data"];
  return typeof source === "string" ? `; a link to “${source}” stands for it` : "";
}

function linkTo({ properties }: Element): ElementContent[] {
  const source = properties["src"] ?? properties["data"];
  if (typeof source !== "string") return [];
  const link: Element = {
    type: "element",
    tagName: "a",
    properties: { href: source },
    children: [{ type: "text", value: source }],
  };
  return [{ type: "element", tagName: "p", properties: {}, children: [link] }];
}

/** KaTeX keeps the TeX in an annotation; MathJax 2 keeps it in a script, which is a hole by now. */
function restoreTypeset(root: Root, holes: Holes): void {
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const classes = Array.isArray(node.properties["className"]) ? node.properties["className"].map(String) : [];
    if (classes.some((name) => /^MathJax(?:_|$)/.test(name))) return remove(parent, index);
    if (!classes.includes("katex") && !classes.includes("katex-display")) return undefined;
    const tex = annotationIn(node);
    if (tex === undefined) return undefined;
    const kind = classes.includes("katex-display") ? "display" : "inline";
    parent.children[index] = { type: "text", value: holes.add(printFormula({ kind, tex }, "")) };
    return [SKIP, index];
  });
}

function annotationIn(node: Element): string | undefined {
  let tex: string | undefined;
  visit(node, "element", (child) => {
    if (child.tagName === "annotation") tex = toString(child);
  });
  return tex;
}

/** The site gives a heading its own text as identifier; only another one is worth keeping. */
function prepareHeading(node: Element, holes: Holes): void {
  const { id, ...properties } = node.properties;
  node.properties = properties;
  const text = holes.fill(toString(node)).replaceAll("$", "").trim().replace(/\s+/g, "-");
  if (typeof id === "string" && id !== text && id !== "")
    node.children.unshift({ type: "text", value: holes.add(`<a id="${escapeHtml(id)}"></a>`) });
}

/** Takes the link to itself out of every heading; it is no link of the author's. */
export function dropPermalinks(root: Root): void {
  visit(root, "element", (node) => {
    if (!/^h[1-6]$/.test(node.tagName)) return;
    node.children = node.children.filter((child) => !isPermalink(child));
    const last = node.children.at(-1);
    if (last?.type === "text") last.value = last.value.trimEnd();
  });
}

function isPermalink(node: ElementContent): boolean {
  if (node.type !== "element" || node.tagName !== "a") return false;
  const { href } = node.properties;
  return typeof href === "string" && href.startsWith("#") && /^[#¶§🔗\s]*$/u.test(toString(node));
}

function breakOrNewline(parent: Parents, index: number, holes: Holes): number | undefined {
  const [before, after] = [parent.children[index - 1], parent.children[index + 1]];
  if (!touchesDisplay(before, "end", holes) && !touchesDisplay(after, "start", holes)) return undefined;
  parent.children[index] = { type: "text", value: newline };
  return index + 1;
}

function touchesDisplay(node: Nodes | undefined, side: "start" | "end", holes: Holes): boolean {
  if (node?.type !== "text") return false;
  const parts = holes.split(side === "end" ? node.value.trimEnd() : node.value.trimStart());
  const [outer, piece] = side === "end" ? [parts.at(-1), parts.at(-2)] : [parts[0], parts[1]];
  return outer === "" && piece !== undefined && isDisplay(piece);
}

/** A heading and a cell of a table have one line. */
function flattenIn(root: Root, holes: Holes): void {
  visit(root, "element", (node) => {
    if (!/^(?:h[1-6]|td|th)$/.test(node.tagName)) return;
    visit(node, (child, index, parent) => {
      if (child.type === "text") {
        holes.change(child.value, (piece) => piece.replace(/\s*\n\s*/g, " "));
        child.value = child.value.replaceAll(newline, " ");
      }
      const isBreak = child.type === "element" && child.tagName === "br" && node.tagName.startsWith("h");
      if (isBreak && parent && index !== undefined) parent.children[index] = { type: "text", value: " " };
    });
  });
}

/** Puts raw tags around the children of elements that Markdown does not have, and of anchors without an address. */
function keepRaw(root: Root, holes: Holes): void {
  visit(root, "element", (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { href, id, name } = node.properties;
    const anchor = node.tagName === "a" && href === undefined ? (id ?? name) : undefined;
    if (typeof anchor === "string") {
      const tag: ElementContent = { type: "text", value: holes.add(`<a id="${escapeHtml(anchor)}"></a>`) };
      parent.children.splice(index, 1, tag, ...node.children);
      return index;
    }
    if (!rawElements.has(node.tagName) || (node.tagName === "font" && node.properties["color"] === undefined))
      return undefined;
    const open: ElementContent = { type: "text", value: holes.add(openTag(node)) };
    const close: ElementContent = { type: "text", value: holes.add(`</${node.tagName}>`) };
    parent.children.splice(index, 1, open, ...node.children, close);
    return index;
  });
}

function openTag({ tagName, properties }: Element): string {
  const attributes = rawAttributes.flatMap((name) => {
    const value = properties[name];
    if (value === true) return [` ${name}`];
    return typeof value === "string" ? [` ${name}="${escapeHtml(value)}"`] : [];
  });
  return `<${tagName}${attributes.join("")}>`;
}

function countStyled(root: Root): number {
  let count = 0;
  visit(root, "element", ({ properties }) => {
    if (properties["style"] !== undefined) count += 1;
  });
  return count;
}
