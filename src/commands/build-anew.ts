import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { PrintedPage } from "../model/page.ts";
import { hostLimits } from "../assets/host-limits.ts";
import { applyRules, countByCode, sortDiagnostics } from "../diagnostics/rules.ts";
import { formatDiagnostics, summaryLine } from "../diagnostics/format.ts";
import { isIntact, readRecord, recordFile, writeRecord, type BuildFacts } from "../host/build-record.ts";
import { readManifest } from "../host/manifest.ts";
import { openOutput, type OutputTree } from "../host/output-tree.ts";
import { changedIn } from "../host/stamps.ts";
import { storeDisk } from "../host/store-disk.ts";
import { texMathjax } from "../host/tex-mathjax.ts";
import { siteBooks } from "./book-world.ts";
import { buildSite, type BuildResult, type LastBuild } from "./build-site.ts";
import type { BuildOrder } from "./build.ts";
import { openProject, type Project } from "./project.ts";
import { seconds } from "./seconds.ts";
import { paint, progressBar, type Terminal } from "./terminal.ts";

/** Size up to which posts of earlier builds are kept. */
const cacheBytes = 2 * 1024 ** 3;

/** Builds a site, with everything that earlier builds have left to be used again, and remembers what it did. */
export async function buildAnew(order: BuildOrder, io: Terminal): Promise<number> {
  const { root, values, out, key, start } = order;
  const project = await openProject(root, values);
  const output = await openOutput(out);
  const bar = progressBar(io);
  try {
    const isCached = values["no-cache"] !== true;
    const options = { ...(await optionsOf(order, project, output)), onProgress: bar.update };
    const built = await buildSite(project, options, output);
    const result = { ...built, diagnostics: await withLimits(built, project, output) };
    bar.clear();
    const failed = isFailure(result, values.strict === true);
    const isPublished = !(failed && values.strict === true);
    const { files, writeMs } = await publish(output, isPublished, values.compress === true);
    if (isCached) await storeDisk(join(project.workFolder, "cache")).prune(cacheBytes);
    const totalMs = performance.now() - start;
    const said = messages(result, project);
    if (said !== "") io.error(said);
    const report = toReport(result, { totalMs, writeMs });
    if (values.profile === true) printStages(report.stages, io);
    if (values.report !== undefined)
      await writeFile(resolve(root, values.report), `${JSON.stringify(report, undefined, 2)}\n`);
    const name = values.out ?? "dist";
    const summary = `${name}: ${report.posts} posts, ${report.pages} pages, ${report.formulas} formulas, ${files} files`;
    io.error(
      isPublished
        ? `${summary} in ${seconds(totalMs)}`
        : `Nothing was published, because of --strict. The old ${name} is unchanged.`,
    );
    const exitCode = failed ? 1 : 0;
    if (isPublished && isCached) remember(project, { key, out, exitCode, said, summary, pages: result.pages });
    return exitCode;
  } catch (error) {
    bar.clear();
    await output.abort();
    throw error;
  }
}

/** What is asked of the build; the output may take over what the last build published. */
async function optionsOf({ values, out, jobs }: BuildOrder, project: Project, output: OutputTree) {
  const cache = values["no-cache"] !== true;
  const last = cache ? await lastBuild(recordFile(project.workFolder, out), output, out) : undefined;
  return {
    drafts: false,
    cache,
    subsetFonts: project.config.math.subsetFonts,
    ...(jobs !== undefined && { jobs }),
    ...(values.books === true && { books: await siteBooks(project) }),
    ...(last && { last }),
  };
}

/** Puts the new site in the place of the old one, or throws it away; how many files there are, and how long that took. */
async function publish(output: OutputTree, isPublished: boolean, compress: boolean) {
  const start = performance.now();
  const files = isPublished ? (await output.commit({ compress })).files : 0;
  const writeMs = performance.now() - start;
  if (!isPublished) await output.abort();
  return { files, writeMs };
}

/** The diagnostics, with what the host of the site would refuse. */
async function withLimits({ diagnostics, redirects }: BuildResult, { config }: Project, output: OutputTree) {
  const found = hostLimits(config.host, { files: await output.written(), redirects });
  return sortDiagnostics([...diagnostics, ...applyRules(found, config.rules)]);
}

/** The last build, if what it published is untouched. */
async function lastBuild(file: string, output: OutputTree, out: string): Promise<LastBuild | undefined> {
  const last = readRecord(file);
  const manifest = last && isIntact(last) ? await readManifest(out) : undefined;
  if (!last || !manifest) return undefined;
  output.reuse(manifest);
  const isWhole = ({ paths }: PrintedPage) => paths.every((path) => manifest.has(path));
  const pages = new Map(last.pages.filter(isWhole).map((page) => [page.out, page]));
  return { pages, changes: changedIn(last.inputs).length };
}

function remember(project: Project, facts: Omit<BuildFacts, "files" | "folders">): void {
  const folders = [project.contentFolder, project.publicFolder, project.stylesFolder];
  const record = recordFile(project.workFolder, facts.out);
  writeRecord(record, { ...facts, files: project.sources, folders }, performance.timeOrigin);
}

function isFailure({ diagnostics }: BuildResult, strict: boolean): boolean {
  return diagnostics.some(({ severity }) => severity === "error" || (strict && severity === "warning"));
}

/** Errors and warnings, and what helps against them; remarks are for `check`. */
function messages({ diagnostics, posts, sourceOf, statistics }: BuildResult, { contentName }: Project): string {
  const advice = statistics.formulasFailed > 0 && !texMathjax() ? [fallbackAdvice] : [];
  const shown = diagnostics.filter(({ severity }) => severity !== "info");
  if (shown.length === 0) return advice.join("\n");
  return [
    formatDiagnostics(shown, { sourceOf, folder: contentName, paint }),
    `${summaryLine(diagnostics, posts)}   Explain a code: npm run check -- --explain ${shown[0]?.code ?? ""}`,
    ...advice,
  ].join("\n");
}

/** Once a build, however many formulas failed. */
const fallbackAdvice =
  "Formulas that KaTeX cannot typeset are set by MathJax if it is installed: npm install --save-optional @mathjax/src";

export interface Report {
  readonly posts: number;
  readonly pages: number;
  readonly formulas: number;
  readonly formulasDistinct: number;
  readonly formulasFailed: number;
  readonly formulasFallback: number;
  readonly references: number;
  readonly referencesUnresolved: number;
  readonly diagnostics: Readonly<Record<string, number>>;
  readonly stages: Readonly<Record<string, number>>;
  readonly totalMs: number;
  readonly peakRssMb: number;
  readonly cache: { readonly hits: number; readonly misses: number };
}

function toReport(result: BuildResult, { totalMs, writeMs }: { totalMs: number; writeMs: number }): Report {
  const { stages, cache, ...counts } = result.statistics;
  const rounded = Object.entries({ ...stages, write: stages.write + writeMs }).map(
    ([name, ms]) => [name, Math.round(ms)] as const,
  );
  return {
    posts: result.posts,
    ...counts,
    diagnostics: countByCode(result.diagnostics),
    stages: Object.fromEntries(rounded),
    totalMs: Math.round(totalMs),
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    cache,
  };
}

function printStages(stages: Report["stages"], io: Terminal): void {
  io.error(
    Object.entries(stages)
      .map(([name, ms]) => `  ${name.padEnd(7)}${String(ms).padStart(7)} ms`)
      .join("\n"),
  );
}
