import type { Element, ElementContent } from "hast";
import { elements } from "./html.ts";

const inline: ReadonlySet<string> = new Set("a abbr b code em i small span strong sub sup time".split(" "));
const kept: readonly string[] = ["id", "className", "href", "ariaLabel", "ariaCurrent", "dateTime", "open"];

/** Spans that only set type. */
const ofType: ReadonlySet<string> = new Set(["nb", "sq"]);

/**
 * The main part of a page as text that people can compare: one element a line, deeper ones further in; drawings and the
 * citation of the page are left out, formulas stand as `⟨TeX⟩`.
 */
export function readablePage(html: string): string {
  const [main] = elements(html, ({ tagName }) => tagName === "main");
  return main ? `${linesOf(main, "").join("\n")}\n` : "";
}

function linesOf(element: Element, indent: string): readonly string[] {
  const head = `${indent}${element.tagName}${attributesOf(element)}`;
  if (element.children.every(isInline)) return [`${head} ${textOf(element.children)}`.trimEnd()];
  return [head, ...element.children.flatMap((child) => childLines(child, `${indent}  `))];
}

function childLines(child: ElementContent, indent: string): readonly string[] {
  if (child.type === "element") return isLeftOut(child) ? [] : linesOf(child, indent);
  return child.type === "text" && child.value.trim() !== "" ? [`${indent}${child.value.trim()}`] : [];
}

function isInline(node: ElementContent): boolean {
  if (node.type !== "element" || isFormula(node) || isLeftOut(node)) return true;
  return inline.has(node.tagName) && node.children.every(isInline);
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.value.replace(/\s+/g, " ");
      if (node.type !== "element" || isLeftOut(node)) return "";
      if (isFormula(node)) return `⟨${texOf(node)}⟩`;
      const attributes = ofType.has(String(node.properties["className"])) ? "" : attributesOf(node);
      return attributes === "" ? textOf(node.children) : `{${node.tagName}${attributes} ${textOf(node.children)}}`;
    })
    .join("");
}

function isFormula({ properties }: Element): boolean {
  return String(properties["className"]).split(",").includes("katex");
}

function isLeftOut({ tagName, properties }: Element): boolean {
  return tagName === "svg" || properties["id"] === "cite";
}

function texOf(node: ElementContent): string {
  if (node.type !== "element") return "";
  if (node.tagName === "annotation") return textOf(node.children);
  return node.children.map(texOf).join("");
}

function attributesOf({ properties }: Element): string {
  return kept
    .flatMap((name) => {
      const value = properties[name];
      if (value === undefined) return [];
      const text = Array.isArray(value) ? value.join(" ") : String(value);
      return [name === "className" ? `.${text}` : name === "id" ? `#${text}` : ` ${name}=${decodeURI(text)}`];
    })
    .join("");
}
