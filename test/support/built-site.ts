import { configSchema, type UserConfig } from "../../src/config/schema.ts";
import { sha256 } from "../../src/host/hash.ts";
import { poolInline } from "../../src/host/pool-inline.ts";
import { storeMemory } from "../../src/host/store-memory.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import type { SourcePath } from "../../src/model/brand.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { applyRules, sortDiagnostics } from "../../src/diagnostics/rules.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { compile } from "../../src/pipeline/compile.ts";
import { makeJobs } from "../../src/pipeline/make-jobs.ts";
import theme from "../../templates/index.ts";

/** A whole site that was built in memory with the default theme. */
export interface BuiltSite {
  /** Path in the output → text. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a file; a missing one fails the test. */
  readonly file: (path: string) => string;
  /** Code and message of each diagnostic, `a.md: link/… message → hint`. */
  readonly remarks: readonly string[];
}

/** Front matter without its fences, then the text; the name of the file is the id. */
export type GivenPost = readonly [matter: string, text: string];

/**
 * Builds posts, id → front matter and text, and a file about series. Posts get a title and a date if they name none.
 */
export async function builtSite(
  posts: Readonly<Record<string, GivenPost>>,
  settings: UserConfig = {},
  seriesYaml?: string,
): Promise<BuiltSite> {
  const config = configSchema.parse({ title: "示例站", author: "张三", baseUrl: "https://example.org", ...settings });
  const sources = Object.entries(posts).map(([name, [matter, text]]) => {
    const title = /^title:/m.test(matter) ? [] : [`title: ${name}`];
    const date = /^date:/m.test(matter) ? [] : ["date: 2020-01-01"];
    const whole = ["---", `id: ${name}`, ...title, ...date, matter, "---", text].join("\n");
    return { path: `posts/${name}.md` as SourcePath, text: whole, hash: sha256(whole) };
  });
  const jobs = makeJobs({
    options: parseOptions(config),
    tex: texKatex,
    images: { size: () => "unknown" },
    theme,
    store: storeMemory(),
    version: "",
    hash: sha256,
    now: () => 0,
  });
  const progress = { stage: () => undefined, post: () => undefined, page: () => undefined };
  const seriesFile =
    seriesYaml === undefined
      ? undefined
      : { path: "data/series.yaml" as SourcePath, text: seriesYaml, hash: sha256(seriesYaml) };
  const input = { config, assets: { styles: [], preload: [] }, drafts: false, seriesFile, progress };
  const files = new Map<string, string>();
  const found: Diagnostic[] = [];
  for await (const { value, diagnostics } of compile(sources, input, poolInline(jobs))) {
    for (const { path, body } of value) files.set(path, String(body));
    found.push(...diagnostics);
  }
  const diagnostics = sortDiagnostics(applyRules(found, config.rules));
  return {
    files,
    diagnostics,
    remarks: diagnostics.map(
      ({ file, code, message, hint }) =>
        `${file.replace(/^posts\//, "")}: ${code} ${message}${hint === undefined ? "" : ` → ${hint}`}`,
    ),
    file(path) {
      const text = files.get(path);
      if (text === undefined) throw new Error(`there is no ${path} among ${[...files.keys()].join(", ")}`);
      return text;
    },
  };
}
