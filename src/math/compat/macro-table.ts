import type { TexMacro } from "../../model/ports.ts";

/** A macro by its number of arguments and its body; see `macroTable`. */
function macro(name: string, count: number, body: string): TexMacro {
  const parameters = Array.from({ length: count }, (_, index) => `#${index + 1}`).join("");
  return { name: `\\${name}`, parameters, body, kind: "macro" };
}

function optional(name: string, count: number, body: string): TexMacro {
  return { ...macro(name, count, body), optional: "" };
}

function alias(name: string, target: string): TexMacro {
  return { name: `\\${name}`, parameters: "", body: `\\${target}`, kind: "alias" };
}

/**
 * Commands of MathJax that KaTeX lacks, as macros below those of the site; a post may redefine any. The last
 * three print to the console in KaTeX and must not.
 */
export const macroTable: readonly TexMacro[] = [
  macro("mbox", 1, "\\text{#1}"),
  macro("celsius", 0, "{}^{\\circ}\\mathrm{C}"),
  alias("xlongrightarrow", "xrightarrow"),
  alias("xlongleftarrow", "xleftarrow"),
  macro("idotsint", 0, "\\mathop{\\int\\!\\cdots\\!\\int}"),
  macro("strut", 0, "\\mathstrut"),
  macro("mspace", 1, "\\mkern#1"),
  alias("mit", "mathit"),
  macro("oldstyle", 0, ""),
  macro("mathtip", 2, "#1"),
  macro("texttip", 2, "#1"),
  macro("sideset", 3, "\\mathop{{\\vphantom{#3}}#1{#3}#2}"),
  macro("prescript", 3, "{\\vphantom{#3}}^{#1}_{#2}{#3}"),
  macro("cancelto", 2, "\\cancel{#2}^{#1}"),
  alias("overparen", "overgroup"),
  alias("underparen", "undergroup"),
  alias("wideparen", "overgroup"),
  alias("overarc", "overgroup"),
  macro("Rule", 3, "\\rule[-#3]{#1}{#2}"),
  optional("require", 2, ""),
  macro("uproot", 1, ""),
  macro("leftroot", 1, ""),
  macro("class", 2, "#2"),
  macro("cssId", 2, "#2"),
  macro("shoveleft", 1, "#1"),
  macro("shoveright", 1, "#1"),
  macro("message", 1, ""),
  macro("errmessage", 1, ""),
  macro("show", 1, ""),
];
