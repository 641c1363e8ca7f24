import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import { STATE } from "@mathjax/src/js/core/MathItem.js";
import type { MmlNode } from "@mathjax/src/js/core/MmlTree/MmlNode.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import "@mathjax/src/js/input/tex/ams/AmsConfiguration.js";
import "@mathjax/src/js/input/tex/amscd/AmsCdConfiguration.js";
import "@mathjax/src/js/input/tex/base/BaseConfiguration.js";
import "@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js";
import "@mathjax/src/js/input/tex/cancel/CancelConfiguration.js";
import "@mathjax/src/js/input/tex/colorv2/ColorV2Configuration.js";
import "@mathjax/src/js/input/tex/configmacros/ConfigMacrosConfiguration.js";
import "@mathjax/src/js/input/tex/enclose/EncloseConfiguration.js";
import "@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js";
import "@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js";
import "@mathjax/src/js/input/tex/noundefined/NoUndefinedConfiguration.js";
import "@mathjax/src/js/input/tex/unicode/UnicodeConfiguration.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import type { OracleFormula } from "./our-numbers.ts";
import type { Numbers } from "./print-numbers.ts";

export type MathJaxNumbers = Numbers & {
  /** Why MathJax draws an error instead of the formula. */
  readonly refused?: string;
};

const packages = "base ams amscd boldsymbol cancel colorv2 configmacros enclose mhchem newcommand noundefined unicode";

RegisterHTMLHandler(liteAdaptor());

/**
 * Numbers of a page by MathJax with `tags: 'ams'`: macros, labels and the counter are the page's.
 * `\setCounter{n}` is our own command; it is done by hand here.
 */
export function mathjaxNumbers(formulas: readonly OracleFormula[]): readonly MathJaxNumbers[] {
  const input = new TeX({
    packages: packages.split(" "),
    tags: "ams",
    macros: { setCounter: ["", 1], require: ["", 1] },
  });
  const page = mathjax.document("", { InputJax: input });
  // Typed as protected: there is no other way to read what a label means.
  const tags = input.parseOptions.tags as unknown as {
    counter: number;
    allCounter: number;
    readonly allLabels: Readonly<Record<string, { readonly tag: string }>>;
  };
  const known = new Set<string>();
  return formulas.map(({ tex, display }) => {
    const counter = /\\setCounter\s*\{\s*(\d+)\s*\}/.exec(tex)?.[1];
    if (counter !== undefined) tags.allCounter = tags.counter = Number(counter);
    const before = tags.allCounter;
    const root = page.convert(tex, { display, end: STATE["COMPILED"] ?? 0 }) as MmlNode;
    const fresh = Object.entries(tags.allLabels).filter(([label]) => !known.has(label));
    for (const [label] of fresh) known.add(label);
    const refused = find(root, "merror").map(textOf)[0];
    // MathJax puts the number of `multline` beside its last or first line; it has one row all the same.
    const isOneRow = /\\begin\s*\{multline/.test(tex);
    const rows = find(root, "mlabeledtr").map((row) => ({
      row: isOneRow ? 0 : row.parent.childNodes.indexOf(row),
      shown: row.childNodes[0] ? textOf(row.childNodes[0]) : "",
    }));
    return {
      // `\notag` alone gives a row with an empty number.
      rows: rows.filter(({ shown }) => shown !== ""),
      labels: new Map(fresh.map(([label, { tag }]) => [label.trim(), tag === "???" || tag === "" ? undefined : tag])),
      counted: tags.allCounter - before,
      ...(refused !== undefined && { refused }),
    };
  });
}

function find(node: MmlNode, kind: string): readonly MmlNode[] {
  const below = (node.childNodes ?? []).flatMap((child) => find(child, kind));
  return node.isKind(kind) ? [node, ...below] : below;
}

function textOf(node: MmlNode): string {
  if (node.isKind("text")) return (node as unknown as { getText(): string }).getText();
  return (node.childNodes ?? []).map(textOf).join("");
}
