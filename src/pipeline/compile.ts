import type { OutPath, PostId } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { Batch, PagePlan, PrintedPage } from "../model/page.ts";
import type { Pool, PostInput } from "../model/ports.ts";
import type { Site } from "../model/site.ts";
import type { Sources } from "../model/source.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { searchFiles } from "../search/index-files.ts";
import { known } from "../text/known.ts";
import { joinPosts, type Joined, type JoinInput } from "./join-posts.ts";
import { makePosts, openPost, type MadePosts, type PostsInput } from "./make-posts.ts";
import { printBooks, type BookOrder } from "./print-books.ts";
import { printPages, type Printing } from "./print-pages.ts";
import { searchRecords } from "./search-records.ts";

export interface CompileInput extends JoinInput, PostsInput {
  readonly hash: (content: string | Uint8Array) => string;
  /** Pagefind has the words, so that the index of our own is not needed. */
  readonly hasPagefind?: boolean;
  /** Books to be made; `only`: nothing else. */
  readonly books?: BookOrder & { readonly only: boolean };
  /** Pages of the last build whose files can be used again; absent: none. */
  readonly known?: ReadonlyMap<OutPath, PrintedPage>;
}

/** A site whose pages can be printed, and what printing them needs. */
export interface OpenSite extends Joined, Omit<MadePosts, "summaries"> {
  readonly sources: Sources;
}

/** Makes the posts and joins them; the pool has the site, so that it can print pages. */
export async function openSite(sources: Sources, input: CompileInput, pool: Pool): Promise<Outcome<OpenSite>> {
  const { made, joined } = await makeAndJoin(sources, input, pool);
  await pool.share(joined.value.site);
  return { value: { ...made, ...joined.value, sources }, diagnostics: [...joined.diagnostics, ...emptiness(sources)] };
}

/** What was needed of the posts only for joining them is given up before threads get the site. */
async function makeAndJoin(sources: Sources, input: CompileInput, pool: Pool) {
  const { value, diagnostics } = await makePosts(sources, input, pool);
  const { summaries, ...made } = value;
  const hasBooks = input.books?.only === false;
  return { made, joined: await joinPosts({ value: summaries, diagnostics }, { ...input, hasBooks }, pool) };
}

/**
 * Everything between reading and writing: each post by itself, the join, each page by itself. Output
 * files come one batch after the other, so that nobody holds all of them.
 */
export async function* compile(
  sources: Sources,
  input: CompileInput,
  pool: Pool,
): AsyncGenerator<Outcome<Batch>, Site> {
  const { progress } = input;
  const open = await openSite(sources, input, pool);
  const { site } = open.value;
  yield { value: { files: [] }, diagnostics: open.diagnostics };
  progress.stage("pages");
  const printing = { pool, known: input.known ?? new Map(), inputOf: inputOf(open.value) };
  if (input.books?.only !== true) yield* printSite(open.value, input, printing);
  if (input.books) yield* printBooks(site, input.books, printing);
  return site;
}

/** The pages, each by itself, then the files about the whole site. */
async function* printSite(open: OpenSite, input: CompileInput, printing: Printing): AsyncGenerator<Outcome<Batch>> {
  const { site, pages, files, sizes } = open;
  const isPage = ({ kind }: PagePlan) => kind !== "feed" && kind !== "redirect";
  for await (const outcome of printPages(pages.filter(isPage), printing)) {
    input.progress.page();
    yield outcome;
  }
  yield* printPages(
    pages.filter((one) => !isPage(one)),
    printing,
  );
  yield { value: { files }, diagnostics: [] };
  const found = { sizes, records: () => searchRecords(site, printing) };
  for await (const file of searchFiles(site, found, input)) yield { value: { files: [file] }, diagnostics: [] };
}

/** What the job of a post is given if it has to be done again. */
export function inputOf({ site, ...made }: OpenSite): (post: PostId) => PostInput {
  return (id) => {
    const { path } = known(site.byId, id);
    const { value } = openPost(path, made);
    if (!value) throw new Error(`${path} was a text when the build began, and is none any more`);
    return value;
  };
}

function emptiness({ paths }: Sources): readonly Diagnostic[] {
  return paths.length > 0 ? [] : [diagnostic("site/no-posts", "" as never, "no Markdown file was found")];
}
