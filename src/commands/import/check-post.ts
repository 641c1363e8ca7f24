import type { SiteConfig } from "../../model/config.ts";
import type { SourcePath } from "../../model/brand.ts";
import type { After, FailedFormula } from "../../importers/report/report.ts";
import { sha256 } from "../../host/hash.ts";
import { imagesMemory } from "../../host/images-memory.ts";
import { katexCss } from "../../host/katex-files.ts";
import { storeMemory } from "../../host/store-memory.ts";
import { texKatex } from "../../host/tex-katex.ts";
import { parseOptions } from "../../parse/options.ts";
import { makePostJob } from "../../pipeline/make-jobs.ts";
import { inventoryOf } from "../../importers/markdown/inventory.ts";

/** Takes stock of a file of the site and sets its formulas with KaTeX alone, as a build would. */
export type CheckPost = (path: string, text: string) => Promise<After>;

/** Binds the site's own chain; pictures are looked for when the site is built. */
export async function openCheck(config: SiteConfig): Promise<CheckPost> {
  const post = makePostJob({
    options: parseOptions(config),
    tex: texKatex,
    images: imagesMemory({}),
    store: storeMemory(),
    bodies: storeMemory(),
    records: storeMemory(),
    comments: storeMemory(),
    katexCss: await katexCss(),
    version: "import",
    hash: sha256,
    now: () => 0,
  });
  return async (path, text) => {
    const body = text.replace(/^---\n[\s\S]*?\n---\n/, (head) => head.replace(/[^\n]/g, " "));
    const { places, ...inventory } = inventoryOf(body);
    const { diagnostics } = await post({ path: path as SourcePath, text, hash: sha256(text) });
    const errors = diagnostics.filter(({ code, severity }) => code.startsWith("math/") && severity === "error");
    const lines = text.split("\n");
    const failed = errors.flatMap(({ span, message }): readonly FailedFormula[] => {
      if (!span) return [];
      const { offset, line } = span.start;
      const formula = places.find(({ start, end }) => offset >= start && offset < end);
      return [
        { tex: formula?.tex ?? lines[line - 1] ?? "", message, line: formula ? lineAt(text, formula.start) : line },
      ];
    });
    return { ...inventory, failed: firstOfEach(failed) };
  };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** One row for each formula, however much is wrong with it. */
function firstOfEach(failed: readonly FailedFormula[]): readonly FailedFormula[] {
  const isSame = (a: FailedFormula, b: FailedFormula) => a.tex === b.tex && a.line === b.line;
  return failed.filter((one, index) => failed.findIndex((other) => isSame(one, other)) === index);
}
