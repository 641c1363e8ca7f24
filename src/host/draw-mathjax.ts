import type { FormulaDrawer, FormulaDrawing } from "../model/book.ts";
import type { Xml } from "../model/brand.ts";
import { texMathjax } from "./tex-mathjax.ts";

/**
 * Draws MathML by MathJax, if `@mathjax/src` is installed; `undefined` otherwise. It is given what KaTeX has made, so
 * that macros, numbers and references are those of the pages.
 */
export async function drawMathjax(): Promise<FormulaDrawer | undefined> {
  if (!texMathjax()) return undefined;
  const engine = await loadEngine();
  const known = new Map<string, FormulaDrawing | undefined>();
  return {
    async draw(mathml) {
      if (!known.has(mathml)) known.set(mathml, await drawWith(engine, mathml));
      return known.get(mathml);
    },
  };
}

async function loadEngine() {
  const [{ mathjax }, { MathML }, { SVG }, { liteAdaptor }, { RegisterHTMLHandler }] = await Promise.all([
    import("@mathjax/src/js/mathjax.js"),
    import("@mathjax/src/js/input/mathml.js"),
    import("@mathjax/src/js/output/svg.js"),
    import("@mathjax/src/js/adaptors/liteAdaptor.js"),
    import("@mathjax/src/js/handlers/html.js"),
    import("@mathjax/src/js/util/asyncLoad/esm.js"),
  ]);
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const output = new SVG({ fontCache: "local" });
  await output.font.loadDynamicFiles();
  return { page: mathjax.document("", { InputJax: new MathML(), OutputJax: output }), adaptor };
}

type Engine = Awaited<ReturnType<typeof loadEngine>>;

async function drawWith({ page, adaptor }: Engine, mathml: string): Promise<FormulaDrawing | undefined> {
  const display = /^<math[^>]* display="block"/.test(mathml);
  try {
    const container = (await page.convertPromise(mathml, { display })) as ReturnType<typeof adaptor.body>;
    const svg = adaptor.firstChild(container) as typeof container;
    const style = String(adaptor.getAttribute(svg, "style") ?? "");
    const [width, height] = ["width", "height"].map((name) => Number.parseFloat(adaptor.getAttribute(svg, name) ?? ""));
    if (!width || !height) return undefined;
    const depth = -Number.parseFloat(/vertical-align:\s*([-\d.]+)ex/.exec(style)?.[1] ?? "0");
    return { svg: fileOf(adaptor.serializeXML(svg)), width, height, depth };
  } catch {
    return undefined;
  }
}

/** A drawing that stands in a file of its own: black, without what is for pages. */
function fileOf(svg: string): Xml {
  const bare = svg.replace(/ (?:data-[\w-]+|role|focusable|style)="[^"]*"/g, "").replaceAll("currentColor", "black");
  return `<?xml version="1.0" encoding="utf-8"?>\n${bare}\n` as Xml;
}
