import type { OutPath, PostId, SourcePath } from "../model/brand.ts";
import type { CommentFile } from "../model/comments.ts";
import type { SiteConfig } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Batch, OutputFile, PagePlan, PrintedPage } from "../model/page.ts";
import type { Pool, PostInput } from "../model/ports.ts";
import type { Glyphs, PostSummary } from "../model/post.ts";
import type { Note, SeriesAbout } from "../model/series-info.ts";
import type { SearchRecord } from "../model/search.ts";
import type { AssetLinks, Linked, PostComments, Site } from "../model/site.ts";
import type { DataFiles, SourceFile } from "../model/source.ts";
import { llmsText } from "../assets/llms-text.ts";
import { manifest } from "../assets/manifest.ts";
import { headersFile } from "../assets/response-headers.ts";
import { openSearch } from "../assets/open-search.ts";
import { redirectFiles } from "../assets/redirects.ts";
import { robots } from "../assets/robots.ts";
import { sitemap } from "../assets/sitemap.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { sitemapEntries } from "../pages/sitemap-entries.ts";
import { plan, routes } from "../pages/routes.ts";
import { readComments } from "../parse/comments/read-comments.ts";
import { readReaders } from "../parse/readers/read-readers.ts";
import { readBibliography } from "../parse/bibliography/read-bibliography.ts";
import { readSeries } from "../parse/series/read-series.ts";
import { known } from "../text/known.ts";
import { searchFiles } from "../search/index-files.ts";
import { disagreements, lastNumberBefore, planContinuations } from "../site/continuations.ts";
import { link } from "../site/link.ts";
import { printPages } from "./print-pages.ts";
import type { Progress } from "./statistics.ts";

export interface CompileInput {
  readonly config: SiteConfig;
  /** Makes styles and fonts, which depend on what the posts show, and gives their addresses. */
  readonly assets: (shown: readonly Pick<PostSummary, "glyphs">[]) => Promise<AssetLinks>;
  /** Whether posts marked as drafts are published. */
  readonly drafts: boolean;
  /** What is known about posts and series besides the posts themselves. */
  readonly data: DataFiles;
  readonly progress: Progress;
  readonly hash: (content: string | Uint8Array) => string;
  /** Pagefind has the words, so that the index of our own is not needed. */
  readonly hasPagefind?: boolean;
  /** Pages of the last build whose files can be used again; absent: none. */
  readonly known?: ReadonlyMap<OutPath, PrintedPage>;
}

/**
 * Everything between reading and writing: each post by itself, the join, each page by itself. Output
 * files come one batch after the other, so that nobody holds all of them.
 */
export async function* compile(
  sources: readonly SourceFile[],
  input: CompileInput,
  pool: Pool,
): AsyncGenerator<Outcome<Batch>, Site> {
  const { progress } = input;
  const records = new Map<PostId, SearchRecord>();
  const round = { sources, input: { ...input, records }, pool };
  const posts = await continued(await summaries(sources, round.input, pool), round);
  const about = await seriesAbout(input.data.series, pool);
  const bibliography = input.data.references && (await readBibliography(input.data.references));
  const comments = readCommentFiles(input);
  const readers = readReaders(input.data.readers, input.data.readerSources);
  progress.stage("site");
  const linked = link(posts.value, {
    config: input.config,
    about: about.value.about,
    bibliography: bibliography?.value,
    comments: comments.value,
    readers: readers.value,
    routes: routes(input.config),
  });
  const set = await setComments(linked.value, pool);
  progress.stage("assets");
  const assets = await input.assets([...posts.value, ...about.value.summaries, ...set.value]);
  const site: Site = {
    ...linked.value.site,
    assets,
    comments: new Map(set.value.map(({ post, key, count }) => [post, { key, count }])),
  };
  progress.stage("site");
  const pages = plan(site);
  yield {
    value: { files: [] },
    diagnostics: [
      ...posts.diagnostics,
      ...about.diagnostics,
      ...(bibliography?.diagnostics ?? []),
      ...comments.diagnostics,
      ...readers.diagnostics,
      ...linked.diagnostics,
      ...set.diagnostics,
      ...pages.diagnostics,
      ...emptiness(sources),
    ],
  };
  progress.stage("pages");
  await pool.share(site);
  const isPage = ({ kind }: PagePlan) => kind !== "feed" && kind !== "redirect";
  const inputOf = (id: PostId) => known(posts.inputs, known(site.byId, id).path);
  const printing = { pool, known: input.known ?? new Map(), inputOf };
  for await (const outcome of printPages(pages.value.filter(isPage), printing)) {
    progress.page();
    yield outcome;
  }
  yield* printPages(
    pages.value.filter((one) => !isPage(one)),
    printing,
  );
  yield { value: { files: siteFiles(site, pages.value) }, diagnostics: [] };
  yield { value: { files: searchFiles(site, records, input) }, diagnostics: [] };
  return site;
}

interface SetAbout {
  readonly about?: SeriesAbout;
  /** Of the descriptions, for the fonts that they need. */
  readonly summaries: readonly PostSummary[];
}

/** Reads the file about series and sets its descriptions. */
async function seriesAbout(file: SourceFile | undefined, pool: Pool): Promise<Outcome<SetAbout>> {
  if (!file) return { value: { summaries: [] }, diagnostics: [] };
  const read = readSeries(file);
  const descriptions = new Map<string, Note>();
  const summaries: PostSummary[] = [];
  const diagnostics = [...read.diagnostics];
  const names = read.value.notes.map(({ name }) => name);
  for await (const { value, diagnostics: found } of pool.map(
    "note",
    read.value.notes.map((note) => ({ file, note })),
  )) {
    const name = names.shift();
    if (value && name !== undefined) descriptions.set(name, value.note);
    if (value) summaries.push(value.summary);
    diagnostics.push(...found);
  }
  return { value: { about: { path: file.path, infos: read.value.infos, descriptions }, summaries }, diagnostics };
}

function readCommentFiles({ config, data }: CompileInput): Outcome<readonly CommentFile[]> {
  const files = data.comments.map((file) =>
    readComments(file, { timeZone: config.timeZone, redact: config.comments.redact }),
  );
  return { value: files.map(({ value }) => value), diagnostics: files.flatMap(({ diagnostics }) => diagnostics) };
}

type SetThread = PostComments & { readonly post: PostId; readonly glyphs: Glyphs };

/** Sets the comments of each post; their texts stay in the store. */
async function setComments({ site, threads }: Linked, pool: Pool): Promise<Outcome<readonly SetThread[]>> {
  const value: SetThread[] = [];
  const diagnostics: Diagnostic[] = [];
  const left = [...threads];
  const inputs = left.map(([id, thread]) => {
    const { key, path, labels } = known(site.byId, id);
    return { post: { key, path, labels }, thread };
  });
  for await (const outcome of pool.map("comments", inputs)) {
    const [post, thread] = left.shift() as (typeof left)[number];
    if (outcome.value) value.push({ ...outcome.value, post, count: thread.length });
    diagnostics.push(...outcome.diagnostics);
  }
  return { value, diagnostics };
}

/** Files about the whole site. */
function siteFiles(site: Site, plans: readonly PagePlan[]): readonly OutputFile[] {
  return [
    ...redirectFiles(site),
    headersFile(site),
    ...sitemap(site, sitemapEntries(site, plans)),
    robots(site),
    manifest(site),
    ...openSearch(site),
    llmsText(site),
  ];
}

/** Parses and typesets every post and keeps what the join needs. */
async function summaries(
  sources: readonly PostInput[],
  { drafts, progress, records }: PostsInput,
  pool: Pool,
): Promise<Outcome<readonly PostSummary[]>> {
  const value: PostSummary[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const outcome of pool.map("post", sources)) {
    const { summary, search } = outcome.value;
    progress.post(outcome.value);
    if (summary?.meta.draft === true && !drafts) continue;
    if (summary) value.push(summary);
    if (summary && search) records.set(summary.meta.id, search);
    diagnostics.push(...outcome.diagnostics);
  }
  return { value, diagnostics };
}

interface PostsInput extends CompileInput {
  /** What the search index takes from each post, filled by making the posts. */
  readonly records: Map<PostId, SearchRecord>;
}

interface Round {
  readonly sources: readonly SourceFile[];
  readonly input: PostsInput;
  readonly pool: Pool;
}

interface Inputs {
  /** What each post was made from in the end. */
  readonly inputs: ReadonlyMap<SourcePath, PostInput>;
}

/**
 * Makes the posts again whose equations continue those of another post, one round for each link of the longest
 * chain, each with the number that it starts behind. What they said in an earlier round counts no more.
 */
async function continued(
  first: Outcome<readonly PostSummary[]>,
  { sources, input, pool }: Round,
): Promise<Outcome<readonly PostSummary[]> & Inputs> {
  const inputs = new Map<SourcePath, PostInput>(sources.map((source) => [source.path, source]));
  const byPath = new Map(first.value.map((summary) => [summary.path, summary]));
  const plan = planContinuations(first.value);
  let diagnostics: readonly Diagnostic[] = [...first.diagnostics, ...plan.diagnostics];
  for (const paths of plan.value) {
    const again = sources.flatMap((source): readonly PostInput[] => {
      const summary = paths.includes(source.path) ? byPath.get(source.path) : undefined;
      return summary ? [{ ...source, after: lastNumberBefore(summary, [...byPath.values()]) }] : [];
    });
    for (const one of again) inputs.set(one.path, one);
    const round = await summaries(again, input, pool);
    for (const summary of round.value) byPath.set(summary.path, summary);
    diagnostics = [
      ...diagnostics.filter(({ file, code }) => !paths.includes(file) || code === "post/equations"),
      ...round.diagnostics,
    ];
  }
  const value = [...byPath.values()];
  return { value, diagnostics: [...diagnostics, ...disagreements(value)], inputs };
}

function emptiness(sources: readonly SourceFile[]): readonly Diagnostic[] {
  return sources.length > 0 ? [] : [diagnostic("site/no-posts", "" as never, "no Markdown file was found")];
}
