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
    const failed = places.flatMap(({ tex, start, end }): readonly FailedFormula[] => {
      const error = errors.find(({ span }) => span && span.start.offset >= start && span.start.offset < end);
      return error?.span ? [{ tex, message: error.message, line: error.span.start.line }] : [];
    });
    return { ...inventory, failed };
  };
}
