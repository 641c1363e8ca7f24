import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import launch from "launch-editor";
import type { Diagnostic } from "../model/diagnostic.ts";
import { formatDiagnostics, summaryLine } from "../diagnostics/format.ts";
import type { Problem } from "../dev/problem.ts";
import { serveSite, type BuiltSite } from "../dev/serve-site.ts";
import { clientFile } from "../host/program.ts";
import { isUseError } from "../host/use-error.ts";
import { devSite, type DevSite } from "./dev-site.ts";
import { devOptions, readNumber, readOptions } from "./options.ts";
import { openProject, type Project } from "./project.ts";
import { paint, type Terminal } from "./terminal.ts";

const defaultPort = 4321;
/** Errors that are shown on a page; the terminal has all. */
const shownProblems = 20;

interface DevBuild extends BuiltSite {
  readonly site: DevSite;
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
  const build = devSite(root, values);
  const print = printing(io);
  const script = await readFile(clientFile("live-reload"), "utf8");
  const served = await serveSite<DevBuild>(
    { port, watched: watchedBy(project), live: { script, edit: openEditor } },
    {
      async build() {
        const site = await build();
        return { site, output: site.output, problems: problemsOf(site) };
      },
      onServed: ({ site }, ms) => print(site, ms),
      onFailed: (error) => io.error(textOf(error)),
      explain,
    },
  );
  io.error(`\n  ${served.origin}${project.config.base}\n`);
  return new Promise<number>(() => {});
}

function problemsOf({ project, diagnostics, sourceOf }: DevSite): readonly Problem[] {
  const format = { sourceOf, folder: project.contentName };
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .slice(0, shownProblems)
    .map((one) => ({ text: formatDiagnostics([one], format).trimEnd(), at: placeOf(one, project) }));
}

function placeOf({ file, span }: Diagnostic, { contentFolder }: Project): NonNullable<Problem["at"]> {
  return { file: join(contentFolder, file), line: span?.start.line ?? 1, column: span?.start.column ?? 1 };
}

/** A fault of configuration or theme begins with its place. A stack trace is for the terminal. */
function explain(error: unknown): Problem {
  if (!isUseError(error)) return { text: "The build failed; the terminal shows why." };
  const [, file = "", line, column] = /^([^:\n]+\.[a-z]+):(\d+):(\d+): /.exec(error.message) ?? [];
  const at = { file: resolve(file), line: Number(line), column: Number(column) };
  return { text: error.message, ...(line !== undefined && { at }) };
}

/** Opens the editor that runs, or the one that the environment names. */
function openEditor({ file, line, column }: NonNullable<Problem["at"]>): void {
  launch(`${file}:${line}:${column}`);
}

/** Folders and files that a site is made from. */
function watchedBy({ root, config, contentFolder, publicFolder }: Project): readonly string[] {
  const themeFolder = join(root, config.theme, "..");
  return [contentFolder, publicFolder, themeFolder, join(root, "site.config.ts")];
}

/** Prints what a build found that the one before did not: who saves often need not read everything again. */
function printing(io: Terminal): (site: DevSite, ms: number) => void {
  let before: ReadonlySet<string> = new Set();
  const nameOf = ({ file, code, message, span }: Diagnostic) => JSON.stringify([file, code, message, span?.start.line]);
  return ({ diagnostics, posts, sourceOf, project }, ms) => {
    const shown = diagnostics.filter(({ severity }) => severity !== "info");
    const fresh = shown.filter((one) => !before.has(nameOf(one)));
    before = new Set(shown.map(nameOf));
    if (fresh.length > 0) io.error(formatDiagnostics(fresh, { sourceOf, folder: project.contentName, paint }));
    io.error(`${summaryLine(shown, posts)} Built in ${Math.round(ms)} ms.`);
  };
}

function textOf(error: unknown): string {
  if (isUseError(error)) return error.hint === undefined ? error.message : `${error.message}\n  hint: ${error.hint}`;
  return `This is a fault of suanjing; please report it.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
