import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { OutPath } from "../../src/model/brand.ts";
import type { PrintedPage } from "../../src/model/page.ts";
import type { ImageSize, JobDeps, StoredComments, StoredPost } from "../../src/model/ports.ts";
import type { Post } from "../../src/model/post.ts";
import type { SearchRecord } from "../../src/model/search.ts";
import type { Site } from "../../src/model/site.ts";
import type { UserConfig } from "../../src/config/schema.ts";
import { configSchema } from "../../src/config/schema.ts";
import { applyRules, sortDiagnostics } from "../../src/diagnostics/rules.ts";
import { filesMemory } from "../../src/host/files-memory.ts";
import { sha256 } from "../../src/host/hash.ts";
import { imagesMemory } from "../../src/host/images-memory.ts";
import { poolInline } from "../../src/host/pool-inline.ts";
import { storeMemory } from "../../src/host/store-memory.ts";
import { texKatex } from "../../src/host/tex-katex.ts";
import { parseOptions } from "../../src/parse/options.ts";
import { compile, openSite } from "../../src/pipeline/compile.ts";
import { makeJobs } from "../../src/pipeline/make-jobs.ts";
import { printOnDemand, type Demand } from "../../src/pipeline/print-on-demand.ts";
import { read } from "../../src/read/read.ts";
import theme from "../../templates/index.ts";

export interface SiteOptions {
  readonly config?: UserConfig;
  readonly drafts?: boolean;
  /** Pictures by their path in the output. */
  readonly pictures?: Readonly<Record<string, ImageSize | "unknown">>;
  /** Every series as a book, with its comments if asked for. */
  readonly books?: { readonly withComments: boolean };
}

export interface BuiltSite {
  /** Text of every output file, by path; one of bytes has a character for each byte. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** The same, a line each: `a.md:3:1 error math/katex: …`. */
  readonly reported: readonly string[];
  readonly site: Site;
  /** What a reader sees of a file: text without markup, white space folded. */
  readonly textOf: (path: string) => string;
}

const silent = { stage: () => undefined, post: () => undefined, page: () => undefined };

/** What builds have left for the next one. */
interface Left {
  readonly stores: Pick<JobDeps, "store" | "bodies" | "records" | "comments">;
  readonly files: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<OutPath, PrintedPage>;
}

function nothingLeft(): Left {
  const stores = {
    store: storeMemory<StoredPost>(),
    bodies: storeMemory<Post>(),
    records: storeMemory<SearchRecord>(),
    comments: storeMemory<StoredComments>(),
  };
  return { stores, files: new Map(), pages: new Map() };
}

/**
 * Builds a small whole site in memory, with the real chain, KaTeX and theme.
 *
 * Its address is https://example.org unless the settings say another.
 *
 * @param content files of the content folder in one text: a line `-- posts/a.md --` begins each
 */
export async function buildSite(content: string, options: SiteOptions = {}): Promise<BuiltSite> {
  return (await buildWith(content, options, nothingLeft())).built;
}

/** A build that has the builds before it to use. */
export interface Rebuilt extends BuiltSite {
  /** Paths of the pages that were printed, and not kept. */
  readonly printed: readonly string[];
}

/** Builds a site again and again, each time with what is left of the time before. */
export function rebuilder(options: SiteOptions = {}): (content: string) => Promise<Rebuilt> {
  let left = nothingLeft();
  return async (content) => {
    const { built, pages } = await buildWith(content, options, left);
    left = { ...left, files: built.files, pages: new Map(pages.map((page) => [page.out, page])) };
    return { ...built, printed: pages.filter(({ isKept }) => !isKept).map(({ out }) => out) };
  };
}

/** A site in memory that prints only what is asked for. */
export async function siteOnDemand(content: string, options: SiteOptions = {}): Promise<Demand> {
  const { sources, input, pool } = await open(content, options, nothingLeft());
  const { value } = await openSite(sources, input, pool);
  return printOnDemand(value, pool, input);
}

async function open(content: string, options: SiteOptions, left: Left) {
  const { config: settings = {}, drafts = false, pictures = {} } = options;
  const config = configSchema.parse({ baseUrl: "https://example.org", ...settings });
  const found = await read(filesMemory(filesIn(content)), sha256);
  const jobs = makeJobs({
    options: parseOptions(config, found.value.data.references !== undefined),
    tex: texKatex,
    katexCss: "",
    images: imagesMemory(pictures),
    theme,
    ...left.stores,
    version: "",
    themeVersion: "",
    hash: sha256,
    now: () => 0,
  });
  const { engine } = config.search;
  const search = engine === "none" ? {} : { search: { script: "/assets/search.js", katex: "/assets/katex.js" } };
  const input = {
    config,
    assets: async () => ({ styles: [], fonts: {}, scripts: [], ...search }),
    drafts,
    copies: [...Object.keys(pictures), ...found.value.attached] as OutPath[],
    data: found.value.data,
    progress: silent,
    hash: sha256,
    known: left.pages,
    ...(options.books && { books: booksOf(options.books, pictures) }),
  };
  return { found, sources: found.value.sources, input, pool: poolInline(jobs) };
}

async function buildWith(content: string, options: SiteOptions, left: Left) {
  const { found, sources, input, pool } = await open(content, options, left);
  const outcomes = compile(sources, input, pool);
  const files = new Map<string, string>();
  const pages: PrintedPage[] = [];
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  for (;;) {
    const next = await outcomes.next();
    if (next.done === true) {
      const sorted = sortDiagnostics(applyRules(diagnostics, input.config.rules));
      const textOf = (path: string) => visibleText(files.get(path) ?? "");
      const built = { files, diagnostics: sorted, reported: sorted.map(lineOf), site: next.value, textOf };
      return { built, pages };
    }
    const { files: made, page } = next.value.value;
    diagnostics.push(...next.value.diagnostics);
    for (const { path, body } of made)
      files.set(path, typeof body === "string" ? body : Buffer.from(body).toString("latin1"));
    if (page?.isKept === true) for (const path of page.paths) files.set(path, String(left.files.get(path)));
    if (page) pages.push(page);
  }
}

/** Books whose pictures have their path for bytes. */
function booksOf({ withComments }: { readonly withComments: boolean }, pictures: NonNullable<SiteOptions["pictures"]>) {
  const picture = async (path: string) => (path in pictures ? new TextEncoder().encode(path) : undefined);
  const choice = () => ({ kind: "all" as const });
  const world = { picture, styles: "", hash: sha256, version: "" };
  return { choice, withComments, world, names: theme.names, folder: "books/", only: false };
}

/** A post with front matter, for sites that are put together in a test. */
export function post(path: string, matter: string, body = "正文。"): string {
  return `-- ${path} --\n---\n${matter}\n---\n\n${body}\n`;
}

function filesIn(text: string): Record<string, string> {
  const parts = text.split(/^-- (\S+) --\n/m);
  const files: Record<string, string> = {};
  for (let index = 1; index < parts.length; index += 2) files[parts[index] ?? ""] = parts[index + 1] ?? "";
  return files;
}

function lineOf({ file, span, severity, code, message }: Diagnostic): string {
  const place = span ? `:${span.start.line}:${span.start.column}` : "";
  return `${file}${place} ${severity} ${code}: ${message}`;
}

function visibleText(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, "")
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
