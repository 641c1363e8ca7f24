import type { OutPath, PostId } from "../model/brand.ts";
import type { SiteConfig } from "../model/config.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { OutputFile, PagePlan } from "../model/page.ts";
import type { Pool } from "../model/ports.ts";
import type { Glyphs, PostSummary, SitePost } from "../model/post.ts";
import type { RedirectRule } from "../model/redirects.ts";
import type { Note, SeriesAbout } from "../model/series-info.ts";
import type { AssetLinks, JoinedSite, Linked, PostComments, Site } from "../model/site.ts";
import type { DataFiles, SourceFile } from "../model/source.ts";
import { llmsText } from "../assets/llms-text.ts";
import { manifest } from "../assets/manifest.ts";
import { openSearch } from "../assets/open-search.ts";
import { redirectFiles } from "../assets/redirects.ts";
import { headersFile } from "../assets/response-headers.ts";
import { robots } from "../assets/robots.ts";
import { sitemap } from "../assets/sitemap.ts";
import { filesOf, plan, redirectPages, routes } from "../pages/routes.ts";
import { sitemapEntries } from "../pages/sitemap-entries.ts";
import { findAbsent } from "../site/absent-paths.ts";
import { link, type LinkInput } from "../site/link.ts";
import { resolveRedirects } from "../site/redirects.ts";
import { known } from "../text/known.ts";
import { omit } from "../text/omit.ts";
import { dataReader, type DataReader } from "./read-data.ts";
import type { Progress } from "./statistics.ts";

export interface JoinInput {
  readonly config: SiteConfig;
  /** Makes styles and fonts, which depend on what the posts show, and gives their addresses. */
  readonly assets: (shown: readonly Pick<PostSummary, "glyphs">[]) => Promise<AssetLinks>;
  /** What is known about posts and series besides the posts themselves. */
  readonly data: DataFiles;
  readonly progress: Progress;
  /** Files that are copied to the site as they are, by their paths in it. */
  readonly copies: readonly OutPath[];
  /** Finds related posts, and reads the data; `dev` remembers both. */
  readonly related?: LinkInput["related"];
  readonly reader?: DataReader;
  /** Every series becomes a book, too. */
  readonly hasBooks?: boolean;
}

/** The site before its pages are printed. */
export interface Joined {
  readonly site: Site;
  readonly pages: readonly PagePlan[];
  /** Files about the whole site. */
  readonly files: readonly OutputFile[];
}

/** Joins the posts, and what else is known, to a site: its data, its pages, its addresses. */
export async function joinPosts(
  posts: Outcome<readonly PostSummary[]>,
  input: JoinInput,
  pool: Pool,
): Promise<Outcome<Joined>> {
  const { config, data, progress, copies, reader = dataReader } = input;
  const about = await seriesAbout(data.series, reader.series(data, config), pool);
  const bibliography = await reader.bibliography(data, config);
  const comments = reader.comments(data, config);
  const readers = reader.readers(data, config);
  const rules = reader.redirects(data, config);
  progress.stage("site");
  const linked = link(posts.value, {
    config,
    about: about.value.about,
    bibliography: bibliography?.value,
    comments: comments.value,
    readers: readers.value,
    files: new Set(copies),
    related: input.related,
    routes: routes(config),
  });
  const set = await setComments(linked.value, pool);
  progress.stage("assets");
  const assets = await input.assets([...posts.value, ...about.value.summaries, ...set.value]);
  progress.stage("site");
  const planned = planPages(
    {
      ...linked.value.site,
      ...(input.hasBooks === true && { hasBooks: true }),
      assets,
      absent: new Set(),
      redirects: [],
      comments: new Map(set.value.map(({ post, key, count }) => [post, { key, count }])),
    },
    { found: posts.diagnostics, rules: rules.value },
  );
  const parts = [posts, about, ...(bibliography ? [bibliography] : []), comments, readers, rules, linked, set, planned];
  return { value: planned.value, diagnostics: parts.flatMap(({ diagnostics }) => diagnostics) };
}

interface Planning {
  /** What was found in the posts. */
  readonly found: readonly Diagnostic[];
  readonly rules: readonly RedirectRule[];
}

/** Plans the pages, old addresses last, and finds the links to where none of them stands. */
function planPages(given: JoinedSite, { found, rules }: Planning): Outcome<Joined> {
  const planned = plan(given);
  const redirects = resolveRedirects(rules, given, new Set([...filesOf(planned.value), ...given.files]));
  const site = { ...given, redirects: redirects.value };
  const pages = [...planned.value, ...redirectPages(site)];
  const files = siteFiles(site, pages);
  const absent = findAbsent(site, {
    files: new Set([...filesOf(pages), ...files.map(({ path }) => path), ...site.files]),
    pictures: found.filter(({ code }) => code === "image/missing"),
  });
  return {
    value: { site: { ...site, ...sitePosts(site), absent: absent.value }, pages, files },
    diagnostics: [...planned.diagnostics, ...redirects.diagnostics, ...absent.diagnostics],
  };
}

/** What was needed of a post only for joining it to the others. */
const joined = [
  "links",
  "titles",
  "citations",
  "references",
  "terms",
  "lastNumber",
  "macros",
  "unknownCommands",
] as const satisfies readonly Exclude<keyof PostSummary, keyof SitePost>[];

/** The posts with what pages show of them: a quarter of what they were joined with, and every thread holds it. */
function sitePosts({ posts }: JoinedSite): Pick<Site, "posts" | "byId"> {
  const shown = posts.map((post): SitePost => omit(post, joined));
  return { posts: shown, byId: new Map(shown.map((post) => [post.meta.id, post])) };
}

interface SetAbout {
  readonly about?: SeriesAbout;
  /** Of the descriptions, for the fonts that they need. */
  readonly summaries: readonly PostSummary[];
}

/** Sets the descriptions in the file about series. */
async function seriesAbout(
  file: SourceFile | undefined,
  read: ReturnType<DataReader["series"]>,
  pool: Pool,
): Promise<Outcome<SetAbout>> {
  if (!file || !read) return { value: { summaries: [] }, diagnostics: [] };
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
