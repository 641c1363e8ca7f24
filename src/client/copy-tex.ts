/**
 * Copying a part of a page gives the author's TeX with its delimiters instead of the glyphs of formulas, as plain
 * text and as HTML. The TeX stands in the annotation beside every formula, and in `data-tex` of references.
 */

/** Environments that are written without dollars. */
const bare = /^\\begin\{(?:equation|align|gather|x?alignat|flalign|eqnarray|multline)\*?\}/;

/** What is copied whole or not at all, from the outside in. */
const units = ".eq, .katex-display, .katex, a[data-tex], .math-error";

function delimited(tex: string, isDisplay: boolean): string {
  if (!isDisplay) return `$${tex}$`;
  return bare.test(tex) ? tex : `$$${tex}$$`;
}

/** The outermost unit around the end of a selection; its other half would be a formula without its TeX. */
function unitAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  let unit = element?.closest(units) ?? null;
  for (let outer = unit; outer; outer = outer.parentElement?.closest(units) ?? null) unit = outer;
  return unit;
}

function wholeUnits(range: Range): Range {
  const whole = range.cloneRange();
  const start = unitAround(range.startContainer);
  const end = unitAround(range.endContainer);
  if (start) whole.setStartBefore(start);
  if (end) whole.setEndAfter(end);
  return whole;
}

/** Puts TeX in place of every formula and reference of a copied part. */
function writeTex(part: DocumentFragment): void {
  for (const box of Array.from(part.querySelectorAll(".eq")))
    box.replaceWith(...box.childNodes, isBlock(box) ? "\n" : "");
  for (const math of Array.from(part.querySelectorAll(".katex"))) {
    const tex = math.querySelector("annotation")?.textContent ?? "";
    const display = math.closest(".katex-display");
    (display ?? math).replaceWith(delimited(tex, display !== null));
  }
  for (const link of Array.from(part.querySelectorAll<HTMLAnchorElement>("a[href]"))) {
    link.textContent = link.dataset["tex"] ?? link.textContent;
    // A copied link leads to the same place from anywhere.
    link.setAttribute("href", link.href);
  }
}

function isBlock(element: Element): boolean {
  return element.localName === "div";
}

/** The text of a part; in Markdown an empty line parts paragraphs. */
function plainText(part: DocumentFragment): string {
  for (const block of Array.from(part.querySelectorAll("p, h1, h2, h3, h4, h5, h6, pre"))) block.append("\n");
  return (part.textContent ?? "").replace(/\n{3,}/g, "\n\n").trim();
}

function onCopy(event: ClipboardEvent): void {
  const selection = getSelection();
  const { target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (!event.clipboardData || !selection || selection.rangeCount === 0 || selection.isCollapsed || isField) return;
  const part = wholeUnits(selection.getRangeAt(0)).cloneContents();
  if (!part.querySelector(units)) return;
  writeTex(part);
  const html = document.createElement("div");
  html.append(part.cloneNode(true));
  event.clipboardData.setData("text/html", html.innerHTML);
  event.clipboardData.setData("text/plain", plainText(part));
  event.preventDefault();
}

document.addEventListener("copy", onCopy);
