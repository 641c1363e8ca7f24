import type { LedgerEntry } from "./compare.ts";
import { configSchema } from "../../src/config/schema.ts";
import { filesNode } from "../../src/host/files-node.ts";
import { sha256 } from "../../src/host/hash.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { finalMacros } from "../../src/math/macros/final-macros.ts";
import { typeset } from "../../src/math/typeset.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { parse } from "../../src/parse/parse.ts";
import { read } from "../../src/read/read.ts";
import { openAll } from "../../src/text/open-all.ts";

/** Every formula of the posts in a folder, set as a build sets it with the settings left as they are. */
export async function takeFormulas(folder: string): Promise<Readonly<Record<string, LedgerEntry>>> {
  const config = configSchema.parse({});
  const { sources } = (await read(filesNode(folder), sha256)).value;
  const entries = new Map<string, LedgerEntry>();
  for (const source of openAll(sources)) {
    const parsed = parse(source, parseOptions(config), { size: () => "unknown" }, (formulas, own) =>
      texKatex.pluginOptions(finalMacros(formulas, { ...config.math.macros, ...own })),
    );
    if (!parsed.value) continue;
    const { start = 1 } = parsed.value.meta.equations ?? {};
    const set = typeset(parsed.value, { math: config.math, after: start - 1 }, texKatex);
    const seen = new Map<string, number>();
    for (const { tex, html } of set.value.formulas) {
      const count = (seen.get(tex) ?? 0) + 1;
      seen.set(tex, count);
      entries.set(`${source.path} ${tex}${count === 1 ? "" : ` (${count})`}`, { tex, hash: sha256(html), html });
    }
  }
  return Object.fromEntries(entries);
}
