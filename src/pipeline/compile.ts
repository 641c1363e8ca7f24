import type { SiteConfig } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { OutputFile } from "../model/page.ts";
import type { Pool } from "../model/ports.ts";
import type { PostSummary } from "../model/post.ts";
import type { AssetLinks, Site } from "../model/site.ts";
import type { SourceFile } from "../model/source.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { plan, routes } from "../pages/routes.ts";
import { link } from "../site/link.ts";
import type { Progress } from "./statistics.ts";

export interface CompileInput {
  readonly config: SiteConfig;
  readonly assets: AssetLinks;
  /** Whether posts marked as drafts are published. */
  readonly drafts: boolean;
  readonly progress: Progress;
}

/**
 * Everything between reading and writing: each post by itself, the join, each page by itself. Output
 * files come one batch after the other, so that nobody holds all of them.
 */
export async function* compile(
  sources: readonly SourceFile[],
  input: CompileInput,
  pool: Pool,
): AsyncGenerator<Outcome<readonly OutputFile[]>, Site> {
  const { progress } = input;
  const posts = await summaries(sources, input, pool);
  progress.stage("site");
  const site = link(posts.value, { ...input, routes: routes(input.config) });
  const pages = plan(site.value);
  yield {
    value: [],
    diagnostics: [...posts.diagnostics, ...site.diagnostics, ...pages.diagnostics, ...emptiness(sources)],
  };
  progress.stage("pages");
  await pool.share(site.value);
  for await (const outcome of pool.map("page", pages.value)) {
    progress.page();
    yield outcome;
  }
  return site.value;
}

/** Parses and typesets every post and keeps what the join needs. */
async function summaries(
  sources: readonly SourceFile[],
  { drafts, progress }: CompileInput,
  pool: Pool,
): Promise<Outcome<readonly PostSummary[]>> {
  const value: PostSummary[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const outcome of pool.map("post", sources)) {
    const { summary } = outcome.value;
    progress.post(outcome.value);
    if (summary?.meta.draft === true && !drafts) continue;
    if (summary) value.push(summary);
    diagnostics.push(...outcome.diagnostics);
  }
  return { value, diagnostics };
}

function emptiness(sources: readonly SourceFile[]): readonly Diagnostic[] {
  return sources.length > 0 ? [] : [diagnostic("site/no-posts", "" as never, "no Markdown file was found")];
}
