import type { ContentHash, PostId } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { OutputFile, PagePlan } from "../model/page.ts";
import type { JobDeps, Jobs, PostResult, StoredPost } from "../model/ports.ts";
import type { FormulaCount, ParsedPost, Post } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import type { SourceFile } from "../model/source.ts";
import { checkReferences } from "../math/references.ts";
import { typeset } from "../math/typeset.ts";
import { page } from "../pages/page.ts";
import { parse } from "../parse/parse.ts";
import { linkHref } from "../site/link-href.ts";
import { summarize } from "../site/summarize.ts";

/** Binds the per-post and per-page work to its world; the same functions run inline and in threads. */
export function makeJobs(deps: JobDeps): Jobs {
  let site: Site | undefined;
  return {
    share(value) {
      site = value;
    },
    post: (source) => postJob(source, deps),
    page: (plan) => {
      if (!site) throw new Error("a page was asked for before the site was shared");
      return pageJob(plan, site, deps);
    },
  };
}

/** Parses, typesets and summarises one post; its body stays in the store. */
async function postJob(source: SourceFile, deps: JobDeps): Promise<Outcome<PostResult>> {
  const key = deps.hash(`${deps.version}\0${source.path}\0${source.hash}`);
  const found = await deps.store.get(key);
  if (found)
    return { value: { ...summaryIn(found), hit: true, parseMs: 0, mathMs: 0 }, diagnostics: found.outcome.diagnostics };
  const start = deps.now();
  const parsed = parse(source, deps.options, deps.images);
  const middle = deps.now();
  const outcome = finish(parsed, key, deps);
  const end = deps.now();
  await deps.store.put(key, { outcome });
  return {
    value: { ...summaryIn({ outcome }), hit: false, parseMs: middle - start, mathMs: end - middle },
    diagnostics: outcome.diagnostics,
  };
}

function summaryIn({ outcome }: StoredPost): Pick<PostResult, "summary"> {
  return outcome.value ? { summary: outcome.value.summary } : {};
}

function finish(parsed: Outcome<ParsedPost | undefined>, key: ContentHash, deps: JobDeps): StoredPost["outcome"] {
  if (!parsed.value) return { value: undefined, diagnostics: parsed.diagnostics };
  const macros = { ...deps.options.math.macros, ...parsed.value.meta.macros };
  const post = typeset(parsed.value, macros, deps.tex);
  const references = checkReferences(parsed.value);
  const count: FormulaCount = {
    all: post.value.formulas.length,
    failed: post.value.formulas.filter(({ failed }) => failed).length,
    references: references.count,
    referencesUnresolved: references.unresolved,
    hashes: post.value.formulas.map(({ tex, layout }) => deps.hash(`${layout === "inline"}\0${tex}`).slice(0, 12)),
  };
  return {
    value: { summary: summarize(post.value, key, count), post: post.value },
    diagnostics: [...parsed.diagnostics, ...post.diagnostics, ...references.diagnostics],
  };
}

async function pageJob(plan: PagePlan, site: Site, deps: JobDeps): Promise<Outcome<readonly OutputFile[]>> {
  const post = async (id: PostId): Promise<Post> => {
    const key = site.byId.get(id)?.key;
    const stored = key === undefined ? undefined : await deps.store.get(key);
    if (!stored?.outcome.value) throw new Error(`the store has lost the post “${id}”`);
    return stored.outcome.value.post;
  };
  const file = await page(plan, {
    site,
    theme: deps.theme,
    post,
    linkHref: (href, from) => linkHref(href, from.path, site),
  });
  return { value: [file], diagnostics: [] };
}
