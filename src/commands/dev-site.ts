import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import type { OutPath } from "../model/brand.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { JobDeps, Pool } from "../model/ports.ts";
import type { Assets } from "../assets/styles.ts";
import { applyRules, sortDiagnostics } from "../diagnostics/rules.ts";
import type { Output } from "../dev/lookup.ts";
import { filesKept } from "../host/files-kept.ts";
import { filesNode } from "../host/files-node.ts";
import { sha256 } from "../host/hash.ts";
import { storeBehind } from "../host/store-behind.ts";
import { isUnchanged, isYounger, pathsBelow, stampsOf } from "../host/stamps.ts";
import { openSite } from "../pipeline/compile.ts";
import { makePosts } from "../pipeline/make-posts.ts";
import { printOnDemand, type Demand } from "../pipeline/print-on-demand.ts";
import { rememberFormulas } from "../pipeline/remember-formulas.ts";
import { rememberJoin, rememberPosts } from "../pipeline/remember-posts.ts";
import { measure } from "../pipeline/statistics.ts";
import { read, type Content, type Texts } from "../read/read.ts";
import { sourcesOf, type BuildResult } from "./build-site.ts";
import { copiesOf } from "./copies.ts";
import { openPool, postsForThreads } from "./open-pool.ts";
import { openProject, type Project, type ProjectOptions } from "./project.ts";
import { styleAssets } from "./style-assets.ts";

/** A site as it stands now. */
export interface DevSite extends Pick<BuildResult, "diagnostics" | "posts" | "sourceOf"> {
  readonly project: Project;
  readonly output: Output;
}

/**
 * Builds a site again and again. Settings, theme, styles and posts are kept from one time to the next as long as the
 * files are the same that they were made from, and pages are printed when they are asked for: what an edit costs does
 * not grow with the pages of the site.
 */
export function devSite(root: string, options: ProjectOptions): () => Promise<DevSite> {
  const projects = keeping(
    async () => withoutApp(await openProject(root, options)),
    ({ sources }) => sources,
  );
  const styles = keeping(
    (project: Project) => styleAssets(project, { cache: true }),
    (_assets, { stylesFolder }) => pathsBelow(stylesFolder, () => false),
  );
  const folders = keeping(
    async ({ contentFolder }: Project) => ({
      files: filesKept(contentFolder, filesNode(contentFolder)),
      texts: new WeakMap() as Texts,
    }),
    () => [],
  );
  const parts = rememberJoin();
  let pools: { readonly key: string; readonly project: Project; readonly pool: Pool } | undefined;
  const poolFor = async (project: Project, content: Content, pictures: string): Promise<Pool> => {
    const citations = content.data.references !== undefined;
    const key = `${pictures}\0${citations}`;
    if (pools?.project !== project || pools.key !== key) {
      const world = { cache: true, posts: content.sources.paths.length, pictures, citations };
      if (!existsSync(join(project.workFolder, "cache"))) await fillCache(project, content, world);
      pools = { key, project, pool: rememberPosts(await openPool(project, { ...world, jobs: 0, seenAs })) };
    }
    return pools.pool;
  };
  return async () => {
    const project = await projects(undefined);
    const { files, texts } = await folders(project);
    const content = await read(files, sha256, texts);
    const { sources, data, attached } = content.value;
    const copies = await copiesOf(project, attached);
    const pool = await poolFor(project, content.value, copies.version);
    const assets = await styles(project);
    const open = await openSite(
      sources,
      {
        config: project.config,
        assets: async () => ({ ...assets.links, ...copies.favicon }),
        drafts: true,
        copies: copies.files.map(({ out }) => out),
        data,
        progress: measure(() => performance.now()),
        hash: sha256,
        ...parts,
      },
      pool,
    );
    const found: readonly Diagnostic[] = [...content.diagnostics, ...open.diagnostics];
    const demand = printOnDemand(open.value, pool, { hash: sha256 });
    return {
      project,
      posts: open.value.site.posts.length,
      diagnostics: sortDiagnostics(applyRules(found, project.config.rules)),
      sourceOf: sourcesOf(content.value),
      output: { base: decodeBase(project.config.base), find: finder(demand, assets, copies.files) },
    };
  };
}

/** Of an edited post, most is what it was: for the next build it is kept what was made of it. */
function seenAs(deps: JobDeps): JobDeps {
  return {
    ...deps,
    tex: rememberFormulas(deps.tex, deps.hash),
    store: storeBehind(deps.store),
    bodies: storeBehind(deps.bodies),
    records: storeBehind(deps.records),
  };
}

/** What a browser has kept would stand between an author and the edit. */
function withoutApp(project: Project): Project {
  return { ...project, config: { ...project.config, offline: { ...project.config.offline, app: false } } };
}

/** Makes something again only when one of the files has changed that it was made from, or what it was made for. */
function keeping<Input, Value>(
  make: (input: Input) => Promise<Value>,
  filesOf: (value: Value, input: Input) => Iterable<string>,
): (input: Input) => Promise<Value> {
  let kept: { readonly input: Input; readonly value: Value; readonly stamps: ReturnType<typeof stampsOf> } | undefined;
  return async (input) => {
    if (kept && kept.input === input && isUnchanged(kept.stamps)) return kept.value;
    const start = Date.now();
    const value = await make(input);
    const stamps = stampsOf(filesOf(value, input));
    // What was written meanwhile may have been read before.
    kept = isYounger(stamps, start) ? undefined : { input, value, stamps };
    return value;
  };
}

/** The first time, all posts are to be made, which is work for threads. */
async function fillCache(
  project: Project,
  { sources }: Content,
  world: Omit<Parameters<typeof openPool>[1], "jobs">,
): Promise<void> {
  if (sources.paths.length < postsForThreads) return;
  const pool = await openPool(project, world);
  try {
    await makePosts(sources, { drafts: true, progress: measure(() => performance.now()) }, pool);
  } finally {
    await pool.close();
  }
}

type Copies = Awaited<ReturnType<typeof copiesOf>>["files"];

/** Pages come before files that are copied, as in a build; only what the site says may give way does. */
function finder(demand: Demand, assets: Assets, copies: Copies): Output["find"] {
  const made = new Map(assets.files.map((file) => [file.path, file]));
  const copied = new Map(copies.map(({ out, from }) => [out, from]));
  return async (path) => {
    const from = copied.get(path as OutPath);
    const file = made.get(path as OutPath) ?? (await demand(path as OutPath));
    if (file && !(file.yields === true && from !== undefined)) return file.body;
    // The server opens no links; where this one leads was checked when the folder was listed.
    return from === undefined ? undefined : { file: await realpath(from).catch(() => from) };
  };
}

/** Requests are compared after decoding. */
function decodeBase(base: string): string {
  try {
    return decodeURI(base);
  } catch {
    return base;
  }
}
