import type { Element, ElementContent, Properties, Root } from "hast";
import { h } from "hastscript";
import type { Html } from "../model/brand.ts";
import type { FormulaDrawer, FormulaDrawing } from "../model/book.ts";
import { mathmlOf, withMathmlOnly } from "../text/mathml.ts";
import { texToText } from "../text/tex-text.ts";
import { toXmlText } from "./xhtml.ts";
import { changeElements, elementsIn, hasClass } from "./tree.ts";

/**
 * Formulas as MathML alone. Identifiers of rows, which stand in the part that goes, are kept as empty elements before
 * the formula.
 */
export function mathmlFormulas(html: Html): Html {
  return withMathmlOnly(html, (formula) => {
    const ids = [...formula.matchAll(/<[^>]*? id="([^"]*)"/g)].map(([, id]) => `<span id="${id}"></span>`);
    return ids.join("") + mathmlOf(formula);
  });
}

/** The boxes of displays without what is for the screen; a single number stands beside its formula, not inside. */
export function placeNumbers(root: Root): void {
  changeElements(root, (element) => {
    if (!hasClass(element, "eq")) return [element];
    const { id } = element.properties;
    const isNumbered = hasClass(element, "numbered");
    const number = isNumbered ? takeNumber(element) : undefined;
    const className = ["eq", ...(number ? ["numbered"] : isNumbered ? ["rows"] : [])];
    const children = number ? [h("span", { className: "formula" }, element.children), number] : element.children;
    return [{ ...element, properties: { className, ...(id !== undefined && id !== null && { id }) }, children }];
  });
}

/** Elements of MathML that hold text and nothing else. */
const tokens: ReadonlySet<string> = new Set(["mi", "mn", "mo", "ms", "mtext"]);

/**
 * MathML as the rules of books want it. KaTeX puts elements into tokens, for limits below a word as for formulas in a
 * text, writes empty lengths, and names colours that only stylesheets know.
 */
export function settleMathml(root: Root): void {
  changeElements(root, (element) => {
    const { mathcolor, mathbackground, columnspacing, ...properties } = element.properties;
    if (typeof columnspacing === "string" && columnspacing.trim() !== "") properties["columnspacing"] = columnspacing;
    const style = [mathcolor && `color:${String(mathcolor)}`, mathbackground && `background:${String(mathbackground)}`];
    if (mathcolor || mathbackground) properties["style"] = style.filter(Boolean).join(";");
    element.properties = properties;
    if (!tokens.has(element.tagName) || !element.children.some(({ type }) => type === "element")) return [element];
    const children = element.children.map((child) => (child.type === "text" ? h("mtext", child.value) : child));
    return [{ ...element, tagName: "mrow", properties: {}, children }];
  });
}

/**
 * The number of a formula of one row, which MathML has in the last of four cells, of which two are empty; it becomes
 * text, because few programs set such tables well.
 */
function takeNumber(box: Element): Element | undefined {
  const table = [...elementsIn(box)].find(({ tagName }) => tagName === "mtable");
  const rows = table ? elementChildren(table) : [];
  const cells = rows.length === 1 && rows[0] ? elementChildren(rows[0]) : [];
  const [before, formula, after, number] = cells;
  if (
    !table ||
    !formula ||
    !number ||
    cells.length !== 4 ||
    before?.children.length !== 0 ||
    after?.children.length !== 0
  )
    return undefined;
  table.tagName = "mrow";
  table.properties = {};
  table.children = formula.children;
  return h("span", { className: "no" }, mathText(number));
}

/** A number may hold formulas, `(3*)`; plain ones are text. */
function mathText(cell: Element): ElementContent[] {
  const isPlain = [...elementsIn(cell)].every(({ tagName }) => tagName === "mtext" || tagName === "mrow");
  if (isPlain) return [{ type: "text", value: textOf(cell) }];
  return [h("math", { xmlns: mathmlNamespace, alttext: textOf(cell) } as Properties, cell.children)];
}

export const mathmlNamespace = "http://www.w3.org/1998/Math/MathML";

function elementChildren({ children }: Element): readonly Element[] {
  return children.filter((child) => child.type === "element");
}

/** Text of a tree; formulas as text. */
export function textOf(node: Root | ElementContent): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return "";
  if (node.type === "element" && node.tagName === "math") return texToText(texOf(node));
  if (node.type === "element" && hasClass(node, "katex-html")) return "";
  return node.children.map((child) => textOf(child as ElementContent)).join("");
}

/** The TeX of a formula: its alternative text, or its annotation where it stands beside KaTeX's HTML. */
function texOf(math: Element): string {
  const { alttext } = math.properties;
  if (typeof alttext === "string") return alttext;
  const annotation = [...elementsIn(math)].find(({ tagName }) => tagName === "annotation");
  return (annotation?.children ?? []).map((child) => (child.type === "text" ? child.value : "")).join("");
}

/** Formulas as drawings: each becomes a picture with its TeX as alternative text. */
export async function drawFormulas(
  root: Root,
  drawer: FormulaDrawer,
  keep: (drawing: FormulaDrawing) => string,
): Promise<void> {
  const drawn = new Map<Element, Element>();
  for (const element of elementsIn(root)) {
    if (element.tagName !== "math") continue;
    const drawing = await drawer.draw(toXmlText(element));
    if (drawing) drawn.set(element, picture(element, drawing, keep(drawing)));
  }
  changeElements(root, (element) => [drawn.get(element) ?? element]);
}

function picture({ properties }: Element, { width, height, depth }: FormulaDrawing, src: string): Element {
  const { alttext } = properties;
  const style = `width:${width}ex;height:${height}ex;vertical-align:${-depth}ex`;
  return h("img", { className: "math", src, alt: String(alttext), style });
}
