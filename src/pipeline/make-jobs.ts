import type { ContentHash, PostId } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { FeedItem } from "../model/feed.ts";
import type { OutputFile, PagePlan } from "../model/page.ts";
import type { Point } from "../model/position.ts";
import type { JobDeps, Jobs, NoteInput, NoteResult, PostInput, PostResult, StoredPost } from "../model/ports.ts";
import type { FormulaCount, Glyphs, ParsedPost, Post } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { glyphsIn, joinGlyphs, readKatexFonts, signsOfNumbers, type KatexFonts } from "../assets/katex-fonts.ts";
import { finalMacros } from "../math/macros/final-macros.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { typeset } from "../math/typeset.ts";
import { feedItem } from "../pages/feed-item.ts";
import { page, type PageInput } from "../pages/page.ts";
import { recentMap, type RecentMap } from "../text/recent-map.ts";
import { parse } from "../parse/parse.ts";
import type { HtmlMathOptions } from "../parse/parse-body.ts";
import { searchRecord } from "../search/record.ts";
import { linkHref, linkText, referenceTarget, titleHref } from "../site/link-href.ts";
import { summarize } from "../site/summarize.ts";
import { commentsJob } from "./comments-job.ts";
import { setByFallback } from "./fallback.ts";

/** Binds the per-post and per-page work to its world; the same functions run inline and in threads. */
export function makeJobs(deps: JobDeps): Jobs {
  const katexFonts = readKatexFonts(deps.katexCss);
  let site: Site | undefined;
  const feedItems = recentMap<FeedItem>(feedItemChars, ({ html, escaped }) => html.length + escaped.xml.length);
  return {
    share(value) {
      site = value;
      feedItems.clear();
    },
    post: (source) => postJob(source, { ...deps, katexFonts }),
    note: (input) => noteJob(input, { ...deps, katexFonts }),
    comments: (input) => commentsJob(input, { ...deps, katexFonts }),
    page: (plan) => {
      if (!site) throw new Error("a page was asked for before the site was shared");
      return pageJob(plan, { site, feedItems }, deps);
    },
  };
}

/** The work on one post alone, for those who print no pages. */
export function makePostJob(deps: Omit<JobDeps, "theme">): Jobs["post"] {
  const katexFonts = readKatexFonts(deps.katexCss);
  return (source) => postJob(source, { ...deps, katexFonts });
}

interface PostDeps extends Omit<JobDeps, "theme"> {
  readonly katexFonts: KatexFonts;
}

/** Parses, typesets and summarises one post; its body stays in the store. */
async function postJob(source: PostInput, deps: PostDeps): Promise<Outcome<PostResult>> {
  const key = deps.hash(`${deps.version}\0${source.path}\0${source.hash}\0${source.after ?? ""}`);
  const found = await deps.store.get(key);
  if (found)
    return { value: { ...summaryIn(found), hit: true, parseMs: 0, mathMs: 0 }, diagnostics: found.outcome.diagnostics };
  const start = deps.now();
  const parsed = parseWithin(source, deps);
  const middle = deps.now();
  const outcome = await finish(parsed, { key, after: source.after }, deps);
  const end = deps.now();
  await deps.store.put(key, { outcome });
  return {
    value: { ...summaryIn({ outcome }), hit: false, parseMs: middle - start, mathMs: end - middle },
    diagnostics: outcome.diagnostics,
  };
}

/** A text that nests deeper than the stack is left out with a diagnostic; it must not end the build. */
function parseWithin(source: PostInput, deps: PostDeps): Outcome<ParsedPost | undefined> {
  try {
    return parse(source, deps.options, deps.images, htmlMath(deps));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = "quotes, lists or elements are nested too deeply; the post is left out";
    return { value: undefined, diagnostics: [diagnostic("post/too-deep", source.path, message)] };
  }
}

/** Formulas that arrive as HTML have the macros of the site and of their post. */
function htmlMath({ tex, options }: PostDeps): HtmlMathOptions {
  return (formulas, own) => tex.pluginOptions(finalMacros(formulas, { ...options.math.macros, ...own }));
}

function summaryIn({ outcome }: StoredPost): Pick<PostResult, "summary" | "search"> {
  return outcome.value ? { summary: outcome.value.summary, search: outcome.value.search } : {};
}

/** What a note need not have, because it is no post of its own. */
const headCodes: ReadonlySet<string> = new Set(["post/missing-title", "post/missing-date"]);

/** Parses and typesets a text inside another file; its findings stand at their places in that file. */
async function noteJob({ file, note }: NoteInput, deps: PostDeps): Promise<Outcome<NoteResult | undefined>> {
  // The lines before it make the lines of positions right; columns are moved afterwards.
  const source = { ...file, text: "\n".repeat(note.line - 1) + note.text };
  // A note has no list of references that numbers could lead to.
  const options = { ...deps.options, citations: false };
  const outcome = await finish(
    parse(source, options, deps.images, htmlMath(deps)),
    { key: file.hash, after: undefined },
    deps,
  );
  const lines = file.text.split("\n");
  const starts = lines.map((_line, index) => lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0));
  const moved = (point: Point): Point => {
    const column = point.column + note.indent;
    return { line: point.line, column, offset: Number(starts[point.line - 1]) + column - 1 };
  };
  const diagnostics = outcome.diagnostics
    .filter(({ code }) => !headCodes.has(code))
    .map(({ span, ...one }) => ({ ...one, ...(span && { span: { start: moved(span.start), end: moved(span.end) } }) }));
  return { value: outcome.value && { note: outcome.value.post, summary: outcome.value.summary }, diagnostics };
}

interface Made {
  readonly key: ContentHash;
  readonly after: number | undefined;
}

async function finish(
  parsed: Outcome<ParsedPost | undefined>,
  { key, after }: Made,
  deps: PostDeps,
): Promise<StoredPost["outcome"]> {
  if (!parsed.value) return { value: undefined, diagnostics: parsed.diagnostics };
  const { start = 1 } = parsed.value.meta.equations ?? {};
  const first = typeset(parsed.value, { math: deps.options.math, after: after ?? start - 1 }, deps.tex);
  const macros = { ...deps.options.math.macros, ...parsed.value.meta.macros };
  const { value, diagnostics } = await setByFallback(parsed.value, first, { fallback: deps.fallback, macros });
  const { post, count: fallback } = value;
  const { references } = post;
  const count: FormulaCount = {
    all: post.formulas.length,
    failed: post.formulas.filter(({ failed }) => failed).length,
    fallback,
    references: references.length,
    referencesUnresolved: references.filter(({ target, post: other }) => !target && other === undefined).length,
    rewrites: tally(post.rewrites),
    hashes: post.formulas.map(({ tex, layout }) => deps.hash(`${layout === "inline"}\0${tex}`).slice(0, 12)),
  };
  return {
    value: {
      summary: summarize(post, key, { formulaCount: count, glyphs: glyphsOf(post, deps) }),
      post,
      search: searchRecord(parsed.value, post, macros),
    },
    diagnostics: [...parsed.diagnostics, ...diagnostics],
  };
}

/** What the formulas of a post need of KaTeX's fonts, wherever they are shown. */
function glyphsOf({ formulas, body, labels, references }: Post, { katexFonts }: PostDeps): Glyphs {
  const numbers = [...labels, ...references.flatMap(({ target }) => target ?? [])];
  const all = [body, ...formulas.map(({ html }) => html), ...numbers.map(({ numberHtml }) => numberHtml)];
  const glyphs = glyphsIn(all.join("\n"), katexFonts);
  const written = { "KaTeX_Main-Regular": labels.map(({ number }) => number).join("") };
  return Object.keys(glyphs).length === 0 ? {} : joinGlyphs([glyphs, signsOfNumbers, written]);
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Characters of feed items that a worker keeps: a post stands in the feeds of the site, its series and its tags. */
const feedItemChars = 24_000_000;

interface Shared {
  readonly site: Site;
  readonly feedItems: RecentMap<FeedItem>;
}

async function pageJob(
  plan: PagePlan,
  { site, feedItems }: Shared,
  deps: JobDeps,
): Promise<Outcome<readonly OutputFile[]>> {
  const post = async (id: PostId): Promise<Post> => {
    const key = site.byId.get(id)?.key;
    const stored = key === undefined ? undefined : await deps.store.get(key);
    if (!stored?.outcome.value) throw new Error(`the store has lost the post “${id}”`);
    return stored.outcome.value.post;
  };
  const input: PageInput = {
    site,
    theme: deps.theme,
    post,
    linkHref: (href, from) => linkHref(href, from.path, site),
    linkText: (href, from) => linkText(href, from.path, site),
    async comments(id) {
      const key = site.comments.get(id)?.key;
      const stored = key === undefined ? undefined : await deps.comments.get(key);
      if (key !== undefined && !stored) throw new Error(`the store has lost the comments of the post “${id}”`);
      return stored?.comments ?? [];
    },
    titleHref: (mention, from) => titleHref(mention, from.meta.id, site),
    equation: (reference) => referenceTarget(reference, site),
    async feedItem(id) {
      const known = feedItems.get(id);
      if (known) return known;
      const item = await feedItem(id, input);
      feedItems.set(id, item);
      return item;
    },
  };
  const files = await page(plan, input);
  return { value: files, diagnostics: [] };
}
