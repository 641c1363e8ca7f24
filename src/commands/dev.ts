import { join } from "node:path";
import type { SourcePath } from "../model/brand.ts";
import { formatDiagnostics, summaryLine } from "../diagnostics/format.ts";
import { serveSite, type BuiltSite } from "../dev/serve-site.ts";
import { openSpool, type Spool, type SpoolBuild } from "../dev/spool.ts";
import { onInterrupt } from "../host/interrupt.ts";
import { isUseError } from "../host/use-error.ts";
import { buildSite, type BuildResult } from "./build-site.ts";
import { devOptions, readNumber, readOptions } from "./options.ts";
import { openProject, type Project, type ProjectOptions } from "./project.ts";
import { paint, type Terminal } from "./terminal.ts";

const defaultPort = 4321;
/** Errors that are shown on a page; the terminal has all. */
const shownProblems = 20;

interface DevBuild extends BuiltSite {
  readonly project: Project;
  readonly result: BuildResult;
  readonly spooled: SpoolBuild;
}

/**
 * `suanjing dev`: serves the site, drafts included, and builds it again on every change. Ends with the
 * signal of Ctrl-C.
 *
 * @throws a use error if the first build finds the configuration or the theme broken
 */
export async function dev(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values } = readOptions(args, devOptions);
  const port = readNumber(values.port, "port", 0) ?? defaultPort;
  const project = await openProject(root, values);
  const spool = await openSpool(join(project.workFolder, `dev-${process.pid}`));
  onInterrupt(spool.close);
  try {
    const site = await serveSite(
      { port, watched: watchedBy(project) },
      {
        build: () => buildOnce(root, values, spool),
        async onServed(built, ms) {
          printBuild(built, ms, io);
          await spool.keep(built.spooled);
        },
        onFailed: (error) => io.error(textOf(error)),
      },
    );
    io.error(`\n  ${site.origin}${project.config.base}\n`);
  } catch (error) {
    spool.close();
    throw error;
  }
  return new Promise<number>(() => {});
}

/** Everything is read anew: the configuration and the theme may be what has changed. */
async function buildOnce(root: string, options: ProjectOptions, spool: Spool): Promise<DevBuild> {
  const project = await openProject(root, options);
  const spooled = spool.open();
  const result = await buildSite(project, { drafts: true, cache: true, subsetFonts: false }, spooled);
  const format = { sourceOf: result.sourceOf, folder: project.contentName };
  const errors = result.diagnostics.filter(({ severity }) => severity === "error").slice(0, shownProblems);
  return {
    project,
    result,
    spooled,
    output: { files: spooled.files, base: decodeBase(project.config.base) },
    problems: errors.map((one) => formatDiagnostics([one], format).trimEnd()),
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

/** Folders and files that a site is made from. */
function watchedBy({ root, config, contentFolder, publicFolder }: Project): readonly string[] {
  const themeFolder = join(root, config.theme, "..");
  return [contentFolder, publicFolder, themeFolder, join(root, "site.config.ts")];
}

function printBuild({ result, project }: DevBuild, ms: number, io: Terminal): void {
  const shown = result.diagnostics.filter(({ severity }) => severity !== "info");
  const sourceOf = (file: SourcePath) => result.sourceOf(file);
  if (shown.length > 0) io.error(formatDiagnostics(shown, { sourceOf, folder: project.contentName, paint }));
  io.error(`${summaryLine(shown, result.posts)} Built in ${Math.round(ms)} ms.`);
}

function textOf(error: unknown): string {
  if (isUseError(error)) return error.hint === undefined ? error.message : `${error.message}\n  hint: ${error.hint}`;
  return `This is a fault of suanjing; please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
