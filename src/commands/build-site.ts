import type { SiteConfig } from "../model/config.ts";
import type { OutPath, SourcePath } from "../model/brand.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { OutputFile, PrintedPage } from "../model/page.ts";
import type { WordIndexer } from "../model/ports.ts";
import type { PostSummary } from "../model/post.ts";
import type { AssetLinks } from "../model/site.ts";
import { joinGlyphs } from "../assets/katex-fonts.ts";
import { redirectLines } from "../assets/redirects.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { applyRules, sortDiagnostics } from "../diagnostics/rules.ts";
import { openPagefind } from "../host/pagefind.ts";
import { filesNode } from "../host/files-node.ts";
import { sha256 } from "../host/hash.ts";
import { compile } from "../pipeline/compile.ts";
import type { BookOrder } from "../pipeline/print-books.ts";
import { measure, type Progress, type Statistics } from "../pipeline/statistics.ts";
import { read, type Content } from "../read/read.ts";
import { copiesOf } from "./copies.ts";
import { openPool } from "./open-pool.ts";
import type { Project } from "./project.ts";
import { styleAssets } from "./style-assets.ts";

/** Where the files of a site go. */
export interface Sink {
  readonly write: (file: OutputFile) => Promise<void>;
  /** A file that is copied as it is. */
  readonly copy: (path: OutPath, from: string) => Promise<void>;
  /** Takes a file over from the last build; absent where nothing is known of one. */
  readonly keep?: (path: OutPath) => Promise<void>;
}

export interface BuildOptions {
  readonly drafts: boolean;
  readonly cache: boolean;
  /** Whether only those glyphs of KaTeX's fonts are shipped that the site shows. */
  readonly subsetFonts: boolean;
  /** Worker threads; 0 runs everything in this one. */
  readonly jobs?: number;
  /** The last build, if the sink can keep its files. */
  readonly last?: LastBuild;
  /** Books to be made; `only`: nothing else, and no file is copied. */
  readonly books?: BookOrder & { readonly only: boolean };
  /** Told of progress while it happens. */
  readonly onProgress?: (done: { readonly posts: number; readonly formulas: number; readonly of: number }) => void;
}

export interface LastBuild {
  readonly pages: ReadonlyMap<OutPath, PrintedPage>;
  /** How many of the files that it was made from have changed. */
  readonly changes: number;
}

export interface BuildResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly statistics: Statistics;
  readonly posts: number;
  /** Rules in `_redirects`. */
  readonly redirects: number;
  readonly pages: readonly PrintedPage[];
  /** Source files. */
  readonly files: readonly SourcePath[];
  /** Text of a source file, for showing the line of a diagnostic. */
  readonly sourceOf: (file: SourcePath) => string | undefined;
}

const noAssets: AssetLinks = { styles: [], fonts: {}, scripts: [] };

/** Builds a site from its folders into a sink: reading, compiling, assets, copies. */
export async function buildSite(project: Project, options: BuildOptions, sink: Sink): Promise<BuildResult> {
  const progress = measure(() => performance.now());
  progress.stage("read");
  const content = await read(filesNode(project.contentFolder), sha256);
  const { sources, data, attached } = content.value;
  const copies = await copiesOf(project, attached);
  const isSite = options.books?.only !== true;

  const diagnostics: Diagnostic[] = [...content.diagnostics];
  const words = await openWords(project.config, diagnostics);
  const { put, keep, taken } = giving(sink, { own: new Set(copies.files.map(({ out }) => out)), words });
  progress.stage("parse");
  const pool = await openPool(project, {
    ...options,
    posts: Math.min(sources.paths.length, options.last?.changes ?? sources.paths.length),
    pictures: copies.version,
    citations: data.references !== undefined,
  });
  const told = telling(progress, sources.paths.length, options.onProgress);
  const pages: PrintedPage[] = [];
  let posts = 0;
  let redirects = 0;
  try {
    const input = {
      config: project.config,
      async assets(shown: readonly Pick<PostSummary, "glyphs">[]) {
        if (!isSite) return noAssets;
        const glyphs = options.subsetFonts ? joinGlyphs(shown.map((one) => one.glyphs)) : undefined;
        const { files, links } = await styleAssets(project, { cache: options.cache, ...(glyphs && { glyphs }) });
        for (const file of files) await put(file);
        return { ...links, ...copies.favicon };
      },
      drafts: options.drafts,
      copies: copies.files.map(({ out }) => out),
      data,
      progress: told,
      hash: sha256,
      hasPagefind: words !== undefined,
      ...(options.books && { books: options.books }),
      ...(sink.keep && options.last && !words && { known: options.last.pages }),
    };
    const outcomes = compile(sources, input, pool);
    for (let next = await outcomes.next(); ; next = await outcomes.next()) {
      if (next.done === true) {
        posts = next.value.posts.length;
        redirects = redirectLines(next.value).length;
        break;
      }
      const { value: batch, diagnostics: found } = next.value;
      diagnostics.push(...found);
      for (const file of batch.files) await put(file);
      if (batch.page?.isKept === true) for (const path of batch.page.paths) await keep(path);
      if (batch.page) pages.push(batch.page);
    }
    for (const file of (await words?.files()) ?? []) await put(file);
  } finally {
    await words?.close();
    await pool.close();
  }

  progress.stage("write");
  if (isSite) diagnostics.push(...(await copyAll(copies.files, taken, sink)));
  return {
    diagnostics: sortDiagnostics(applyRules(diagnostics, project.config.rules)),
    statistics: progress.result(),
    posts,
    redirects,
    pages,
    files: sources.paths,
    sourceOf: sourcesOf(content.value),
  };
}

interface Giving {
  /** Files that the author has put into `public/`. */
  readonly own: ReadonlySet<string>;
  readonly words: WordIndexer | undefined;
}

/** Gives files to the sink, and notes their paths. */
function giving(sink: Sink, { own, words }: Giving) {
  const taken = new Set<string>();
  return {
    taken,
    put: async (file: OutputFile) => {
      if (file.yields === true && own.has(file.path)) return;
      if (file.postHref !== undefined) await words?.add(file.postHref, textOf(file.body));
      taken.add(file.path);
      await sink.write(file);
    },
    keep: async (path: OutPath) => {
      taken.add(path);
      await sink.keep?.(path);
    },
  };
}

/** Copies what has no address of a page; what has one is reported. */
async function copyAll(
  files: readonly { readonly out: OutPath; readonly from: string }[],
  taken: ReadonlySet<string>,
  sink: Sink,
): Promise<readonly Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const { out, from } of files) {
    if (!taken.has(out)) await sink.copy(out, from);
    else
      diagnostics.push(
        diagnostic(
          "site/duplicate-url",
          out as string as SourcePath,
          `the file ${out} of public/ has the address of a page of the site`,
        ),
      );
  }
  return diagnostics;
}

/** Texts by their files. Lines of comments are not shown: an archive holds addresses of people. */
export function sourcesOf({ sources, data }: Content): BuildResult["sourceOf"] {
  const { series, references, readers, readerSources, redirects } = data;
  const files = [series ?? [], references ?? [], readerSources ?? [], ...readers, ...redirects].flat();
  const byPath = new Map(files.map(({ path, text }) => [path, text]));
  const posts = new Set(sources.paths);
  return (file) => byPath.get(file) ?? (posts.has(file) ? textNow(file, sources) : undefined);
}

/** A post may have been removed since the build began. */
function textNow(file: SourcePath, { open }: Content["sources"]): string | undefined {
  try {
    return open(file).value?.text;
  } catch {
    return undefined;
  }
}

/** Pagefind, if the settings ask for it and it runs here. */
async function openWords(
  { search, language }: SiteConfig,
  diagnostics: Diagnostic[],
): Promise<WordIndexer | undefined> {
  if (search.engine !== "pagefind") return undefined;
  const opened = await openPagefind(language);
  if ("add" in opened) return opened;
  const message = `Pagefind cannot be used, so the built-in index serves: ${opened.reason}`;
  const hint = "npm install --save-optional pagefind";
  diagnostics.push(diagnostic("search/pagefind", "site.config.ts" as SourcePath, message, { hint }));
  return undefined;
}

function telling(progress: ReturnType<typeof measure>, of: number, onProgress: BuildOptions["onProgress"]): Progress {
  let posts = 0;
  return {
    ...progress,
    post(result) {
      progress.post(result);
      posts += 1;
      onProgress?.({ posts, formulas: progress.formulas(), of });
    },
  };
}

function textOf(body: OutputFile["body"]): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
