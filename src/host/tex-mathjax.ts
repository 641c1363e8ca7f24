import { createRequire } from "node:module";
import type { FallbackRequest, FallbackSession, TexFallback } from "../model/ports.ts";
import type { Html } from "../model/brand.ts";
import { escapeHtml } from "../text/escape.ts";

const require = createRequire(import.meta.url);

/**
 * Packages of TeX that MathJax loads: what KaTeX lacks, and nothing that changes what common names mean (`physics`)
 * or lets a formula write HTML (`html`). A command that none of them knows is an error.
 */
const packages: Readonly<Record<string, string>> = {
  base: "base/Base",
  ams: "ams/Ams",
  amscd: "amscd/AmsCd",
  bbox: "bbox/Bbox",
  boldsymbol: "boldsymbol/Boldsymbol",
  braket: "braket/Braket",
  bussproofs: "bussproofs/Bussproofs",
  cancel: "cancel/Cancel",
  cases: "cases/Cases",
  centernot: "centernot/Centernot",
  colorv2: "colorv2/ColorV2",
  configmacros: "configmacros/ConfigMacros",
  empheq: "empheq/Empheq",
  enclose: "enclose/Enclose",
  extpfeil: "extpfeil/Extpfeil",
  gensymb: "gensymb/Gensymb",
  mathtools: "mathtools/Mathtools",
  mhchem: "mhchem/Mhchem",
  newcommand: "newcommand/Newcommand",
  textcomp: "textcomp/Textcomp",
  unicode: "unicode/Unicode",
  units: "units/Units",
  upgreek: "upgreek/Upgreek",
};

/** MathJax as the second renderer, if `@mathjax/src` is installed; `undefined` otherwise. Nothing is loaded yet. */
export function texMathjax(): TexFallback | undefined {
  const version = installedVersion();
  if (version === undefined) return undefined;
  let engine: Promise<Engine> | undefined;
  return {
    version,
    async open(macros) {
      engine ??= loadEngine();
      return openSession(await engine, macros);
    },
  };
}

function installedVersion(): string | undefined {
  try {
    return (require("@mathjax/src/package.json") as { readonly version: string }).version;
  } catch {
    return undefined;
  }
}

type Engine = Awaited<ReturnType<typeof loadEngine>>;

/** Loads MathJax: a third of a second, paid by builds that need it. */
async function loadEngine() {
  const [{ mathjax }, { TeX }, { SVG }, { liteAdaptor }, { RegisterHTMLHandler }] = await Promise.all([
    import("@mathjax/src/js/mathjax.js"),
    import("@mathjax/src/js/input/tex.js"),
    import("@mathjax/src/js/output/svg.js"),
    import("@mathjax/src/js/adaptors/liteAdaptor.js"),
    import("@mathjax/src/js/handlers/html.js"),
  ]);
  const [{ SafeHandler }, { SerializedMmlVisitor }, { STATE }] = await Promise.all([
    import("@mathjax/src/js/ui/safe/SafeHandler.js"),
    import("@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js"),
    import("@mathjax/src/js/core/MathItem.js"),
    import("@mathjax/src/js/util/asyncLoad/esm.js"),
    // The packages register themselves.
    ...Object.values(packages).map((path) => import(`@mathjax/src/js/input/tex/${path}Configuration.js`)),
  ]);
  const adaptor = liteAdaptor();
  // Styles and addresses that a formula writes are cut down to harmless ones.
  SafeHandler(RegisterHTMLHandler(adaptor));
  const output = new SVG({ fontCache: "none" });
  // Glyphs that are loaded while a formula is set would make the first use differ from the second.
  await output.font.loadDynamicFiles();
  return { mathjax, TeX, adaptor, output, visitor: new SerializedMmlVisitor(), compiled: STATE["COMPILED"] ?? 0 };
}

/** A page of MathJax's own: its macros end with it. */
function openSession(engine: Engine, macros: Readonly<Record<string, string>>): FallbackSession {
  const { adaptor, output, visitor, compiled } = engine;
  const input = new engine.TeX({
    packages: Object.keys(packages),
    tags: "none",
    macros: { ...Object.fromEntries(Object.entries(macros).map(toMacro)), require: ["", 1], setCounter: ["", 1] },
    formatError(_input: unknown, error: Error) {
      throw error;
    },
  });
  const page = engine.mathjax.document("", { InputJax: input, OutputJax: output });
  return {
    define(tex) {
      try {
        page.convert(tex, { display: false, end: compiled });
      } catch {
        // A formula that needs the definition fails by itself.
      }
    },
    async render({ tex, display, source }: FallbackRequest) {
      try {
        const mathml = visitor.visitTree(page.convert(tex, { display, end: compiled }) as never);
        const container = (await page.convertPromise(tex, { display })) as ReturnType<typeof adaptor.body>;
        const svg = adaptor.firstChild(container) as typeof container;
        return { ok: true, html: assemble(withoutData(svg, adaptor), { mathml, display, source }) };
      } catch (error) {
        return { ok: false, message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

/** `["body", number of arguments]`, as MathJax takes macros. */
function toMacro([name, body]: readonly [string, string]): readonly [string, readonly [string, number]] {
  const count = Math.max(0, ...Array.from(body.matchAll(/#([1-9])/g), ([, digit]) => Number(digit)));
  return [name.replace(/^\\/, ""), [body, count]];
}

/** Takes the notes that MathJax writes for its own use from every element: they are a third of its output. */
function withoutData(element: ReturnType<Engine["adaptor"]["body"]>, adaptor: Engine["adaptor"]): string {
  const clean = (node: typeof element): void => {
    if (adaptor.kind(node).startsWith("#")) return;
    for (const { name } of adaptor.allAttributes(node))
      if (name.startsWith("data-")) adaptor.removeAttribute(node, name);
    for (const child of adaptor.childNodes(node)) clean(child as typeof element);
  };
  clean(element);
  adaptor.setAttribute(element, "aria-hidden", "true");
  adaptor.removeAttribute(element, "role");
  return adaptor.outerHTML(element);
}

interface Parts extends Pick<FallbackRequest, "display" | "source"> {
  readonly mathml: string;
}

/** The structure that KaTeX's output has, so that styles and copying work alike: MathML beside what is seen. */
function assemble(svg: string, { mathml, display, source }: Parts): Html {
  const [, attributes = "", inner = ""] = /^<math([^>]*)>([^]*)<\/math>$/.exec(withoutNotes(mathml)) ?? [];
  const annotation = `<annotation encoding="application/x-tex">${escapeHtml(source)}</annotation>`;
  const math = `<math${attributes}><semantics><mrow>${inner}</mrow>${annotation}</semantics></math>`;
  const katex = `<span class="katex"><span class="katex-mathml">${math}</span><span class="katex-html" aria-hidden="true">${svg}</span></span>`;
  return (display ? `<span class="katex-display">${katex}</span>` : katex) as Html;
}

/** Only tags lose anything: `<` is escaped in text. */
function withoutNotes(mathml: string): string {
  return mathml
    .trim()
    .replace(/<[^>]*>/g, (tag) => tag.replace(/ (?:data-[\w-]+|semantics)="[^"]*"/g, ""))
    .replace(/\n\s*/g, "");
}
