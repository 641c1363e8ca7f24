import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { explainDisk } from "../../host/disk-error.ts";
import { useError } from "../../host/use-error.ts";
import { importers } from "../../importers/importers.ts";
import { reportHtml } from "../../importers/report/report-html.ts";
import type { ImportReport } from "../../importers/report/report.ts";
import type { SiteConfig } from "../../model/config.ts";
import type { ImportOptions } from "../../model/imported.ts";
import { known } from "../../text/known.ts";
import { chooseKind } from "../choose-action.ts";
import { importOptions, readOptions, type OptionValues } from "../options.ts";
import { readConfigIfAny } from "../project.ts";
import { readDay, readProfileFile } from "../read-values.ts";
import { progressBar, type Terminal } from "../terminal.ts";
import { openCheck } from "./check-post.ts";
import { openSource } from "./open-source.ts";
import { printReport } from "./print-report.ts";
import { runImport } from "./run-import.ts";
import { targetFolders } from "./target-folder.ts";

type Values = OptionValues<typeof importOptions>;

/**
 * `suanjing import KIND PATH`.
 * @returns exit code: 0 if the site is as the archive says, 1 if something was kept as changed by hand or there are no posts
 * @throws a use error for an unknown kind, or a source that is not there
 */
export async function importSite(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, importOptions);
  const [kind, path, ...rest] = positionals;
  const byName = new Map(importers.map((one) => [one.name, one]));
  const importer = known(byName, chooseKind(kind, [...byName.keys()], "importer"));
  if (rest.length > 0) throw useError("name one file or folder", `suanjing import ${importer.name} PATH`);
  const config = await readConfigIfAny(root);
  const options = await archiveOptions(root, values, config);
  const source = await openSource(root, path, { importer, options, uploads: values.uploads });
  const target = targetFolders({
    content: resolve(root, values.into ?? "content"),
    public: resolve(root, values.public ?? "public"),
  });
  const [dryRun, force] = [values["dry-run"] === true, values.force === true];
  const bar = progressBar(io);
  const world = { target, readSource: source.read, check: await openCheck(config), config, onPost: bar.update };
  const report = await runImport(importer, source.input, { dryRun, force, options, world }).finally(bar.clear);
  await show(root, report, values, io);
  const keeps = report.files.some(({ state }) => state === "kept" || state === "deleted");
  return report.posts.length === 0 || keeps ? 1 : 0;
}

/** What is said on the command line about the archive, and by the site about its days. */
async function archiveOptions(root: string, values: Values, { timeZone }: SiteConfig): Promise<ImportOptions> {
  const asOf = values["as-of"] === undefined ? undefined : readDay(values["as-of"]);
  return {
    timeZone,
    drafts: values.drafts === true,
    ...(asOf !== undefined && { asOf }),
    ...(values.profile !== undefined && { profile: await readProfileFile(root, values.profile) }),
    ...(values.prefix !== undefined && { prefix: values.prefix }),
    ...(values["site-url"] !== undefined && { siteUrl: values["site-url"] }),
    ...(values.permalink !== undefined && { permalink: values.permalink }),
  };
}

/** Writes the report unless this is a dry run without a wish for one, and prints the gist of it. */
async function show(root: string, report: ImportReport, values: Values, io: Terminal): Promise<void> {
  const usual = report.dryRun ? undefined : join(".suanjing", "import", `${report.source}.html`);
  const wanted = values.report ?? usual;
  // First, because whoever reads the terminal may stop doing so.
  if (wanted !== undefined) await writeReport(resolve(root, wanted), report);
  for (const line of printReport(report)) io.out(line);
  if (wanted !== undefined) io.out(`\nReport: ${wanted}`);
}

/** Two files: a page for people, and the same as JSON beside it. */
async function writeReport(file: string, report: ImportReport): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, reportHtml(report));
    await writeFile(file.replace(/\.html$/, "") + ".json", `${JSON.stringify(report, undefined, 2)}\n`);
  } catch (error) {
    throw explainDisk(error, `write ${file}`);
  }
}
