import type { ContentHash } from "../model/brand.ts";
import type { Outcome } from "../model/diagnostic.ts";
import type { Point } from "../model/position.ts";
import type { JobDeps, Jobs, NoteInput, NoteResult, PostInput, PostResult } from "../model/ports.ts";
import type { FormulaCount, Glyphs, ParsedPost, Post, PostSummary } from "../model/post.ts";
import type { SearchRecord } from "../model/search.ts";
import { joinGlyphs, openGlyphs, signsOfNumbers } from "../assets/katex-fonts.ts";
import { finalMacros } from "../math/macros/final-macros.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { typeset } from "../math/typeset.ts";
import { skeletonOf } from "../pages/skeleton.ts";
import { parse } from "../parse/parse.ts";
import type { HtmlMathOptions } from "../parse/parse-body.ts";
import { searchRecord } from "../search/record.ts";
import { summarize } from "../site/summarize.ts";
import { commentsJob } from "./comments-job.ts";
import { setByFallback } from "./fallback.ts";
import { openPages, type PageJobs } from "./page-job.ts";

/** Binds the per-post and per-page work to its world; the same functions run inline and in threads. */
export function makeJobs(deps: JobDeps): Jobs {
  const glyphs = openGlyphs(deps.katexCss);
  let pages: PageJobs | undefined;
  return {
    share(site) {
      pages = openPages(site, deps);
    },
    post: (source) => postJob(source, { ...deps, glyphs }),
    note: (input) => noteJob(input, { ...deps, glyphs }),
    comments: (input) => commentsJob(input, { ...deps, glyphs }),
    record: async ({ key }) => ({ value: await deps.records.get(key), diagnostics: [] }),
    async page(order) {
      if (!pages) throw new Error("a page was asked for before the site was shared");
      return { value: await pages.print(order), diagnostics: [] };
    },
    async book(order) {
      if (!pages) throw new Error("a book was asked for before the site was shared");
      return { value: await pages.book(order), diagnostics: [] };
    },
  };
}

/** The work on one post alone, for those who print no pages. */
export function makePostJob(deps: PostWorld): Jobs["post"] {
  const glyphs = openGlyphs(deps.katexCss);
  return (source) => postJob(source, { ...deps, glyphs });
}

type PostWorld = Omit<JobDeps, "theme" | "themeVersion">;

interface PostDeps extends PostWorld {
  readonly glyphs: (markup: Iterable<string>) => Glyphs;
}

/** Parses, typesets and summarises one post; its body stays in the store. */
async function postJob(source: PostInput, deps: PostDeps): Promise<Outcome<PostResult>> {
  const key = deps.hash(`${deps.version}\0${source.path}\0${source.hash}\0${source.after ?? ""}`);
  const found = source.isLost === true ? undefined : await storedPost(key, deps);
  if (found) return found;
  const start = deps.now();
  const parsed = parseWithin(source, deps);
  const middle = deps.now();
  const { value: made, diagnostics } = await finish(parsed, { key, after: source.after }, deps);
  const end = deps.now();
  if (made) {
    await deps.bodies.put(key, made.post);
    if (made.search) await deps.records.put(key, made.search);
  }
  const result = made && {
    summary: made.summary,
    count: made.count,
    ...(made.search && { search: { length: made.search.length, bytes: made.search.postings.length } }),
  };
  await deps.store.put(key, {
    outcome: { value: made && result && { ...result, skeleton: skeletonOf(made.post) }, diagnostics },
  });
  return { value: { ...result, hit: false, parseMs: middle - start, mathMs: end - middle }, diagnostics };
}

/** What an earlier build left of a post; `undefined` if it is missing or damaged. */
async function storedPost(key: string, { store }: PostDeps): Promise<Outcome<PostResult> | undefined> {
  const stored = await store.get(key);
  if (!stored) return undefined;
  const { value, diagnostics } = stored.outcome;
  const hit = { hit: true, parseMs: 0, mathMs: 0 };
  if (!value) return { value: hit, diagnostics };
  const { skeleton: _skeleton, ...result } = value;
  return { value: { ...result, ...hit }, diagnostics };
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

interface MadePost {
  readonly post: Post;
  readonly summary: PostSummary;
  readonly count: FormulaCount;
  readonly search?: SearchRecord;
}

interface Made {
  readonly key: ContentHash;
  readonly after: number | undefined;
}

async function finish(
  parsed: Outcome<ParsedPost | undefined>,
  { key, after }: Made,
  deps: PostDeps,
): Promise<Outcome<MadePost | undefined>> {
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
      summary: summarize(post, key, { glyphs: glyphsOf(post, deps), excerptFonts: excerptFonts(post, deps) }),
      count,
      post,
      ...(deps.options.search && { search: searchRecord(parsed.value, post, deps.options.math.macros) }),
    },
    diagnostics: [...parsed.diagnostics, ...diagnostics],
  };
}

/** What the formulas of a post need of KaTeX's fonts, wherever they are shown. */
function glyphsOf({ formulas, body, labels, references }: Post, deps: PostDeps): Glyphs {
  const numbers = [...labels, ...references.flatMap(({ target }) => target ?? [])];
  const all = [body, ...formulas.map(({ html }) => html), ...numbers.map(({ numberHtml }) => numberHtml)];
  const glyphs = deps.glyphs(all);
  const written = { "KaTeX_Main-Regular": labels.map(({ number }) => number).join("") };
  return Object.keys(glyphs).length === 0 ? {} : joinGlyphs([glyphs, signsOfNumbers, written]);
}

/** A page that shows the beginning of a post needs no more than these. */
function excerptFonts({ formulas, title, excerpt }: Post, { glyphs }: PostDeps): readonly string[] {
  const shown = Array.from(
    `${title}${excerpt}`.matchAll(/<x-formula n="(\d+)">/g),
    ([, n]) => formulas[Number(n)]?.html ?? "",
  );
  return Object.keys(glyphs(shown));
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
