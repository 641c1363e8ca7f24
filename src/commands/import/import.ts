import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { explainDisk } from "../../host/disk-error.ts";
import { filesNode } from "../../host/files-node.ts";
import { useError } from "../../host/use-error.ts";
import { importers } from "../../importers/importers.ts";
import { reportHtml } from "../../importers/report/report-html.ts";
import type { ImportReport } from "../../importers/report/report.ts";
import type { Importer, ImportInput } from "../../model/imported.ts";
import { known } from "../../text/known.ts";
import { chooseKind } from "../choose-action.ts";
import { importOptions, readOptions } from "../options.ts";
import { readConfigIfAny } from "../project.ts";
import { readDay, readProfileFile } from "../read-values.ts";
import type { Terminal } from "../terminal.ts";
import { openCheck } from "./check-post.ts";
import { printReport } from "./print-report.ts";
import { runImport } from "./run-import.ts";
import { targetFolders } from "./target-folder.ts";

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
  if (path === undefined || rest.length > 0)
    throw useError("name one file or folder", `suanjing import ${importer.name} PATH`);
  const asOf = values["as-of"] === undefined ? undefined : readDay(values["as-of"]);
  const config = await readConfigIfAny(root);
  const source = await openSource(resolve(root, path), path, importer);
  const dryRun = values["dry-run"] === true;
  const report = await runImport(importer, source.input, {
    dryRun,
    force: values.force === true,
    options: {
      timeZone: config.timeZone,
      drafts: values.drafts === true,
      ...(asOf !== undefined && { asOf }),
      ...(values.profile !== undefined && { profile: await readProfileFile(root, values.profile) }),
    },
    world: {
      target: targetFolders({
        content: resolve(root, values.into ?? "content"),
        public: resolve(root, values.public ?? "public"),
      }),
      readSource: source.read,
      check: await openCheck(config),
      redact: config.comments.redact,
    },
  });
  const wanted = values.report ?? (dryRun ? undefined : join(".suanjing", "import", `${importer.name}.html`));
  // First, because whoever reads the terminal may stop doing so.
  if (wanted !== undefined) await writeReport(resolve(root, wanted), report);
  for (const line of printReport(report)) io.out(line);
  if (wanted !== undefined) io.out(`\nReport: ${wanted}`);
  const keeps = report.files.some(({ state }) => state === "kept" || state === "deleted");
  return report.posts.length === 0 || keeps ? 1 : 0;
}

interface Source {
  readonly input: ImportInput;
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

/** A single file is named in messages as it was typed; files of a folder by their path inside. */
async function openSource(file: string, typed: string, { wants }: Importer): Promise<Source> {
  const found = await stat(file).catch(() => undefined);
  if (!found) throw useError(`there is no file or folder “${typed}”`);
  if (!found.isDirectory()) {
    const bytes = await readFile(file).catch((error: unknown) => {
      throw explainDisk(error, `read ${typed}`);
    });
    return { input: { files: [{ path: typed, bytes }], paths: [basename(file)] }, read: async () => undefined };
  }
  const folder = filesNode(file);
  const paths = await folder.list();
  const files = [];
  for (const path of paths.filter(wants)) files.push({ path, bytes: await folder.read(path) });
  return {
    input: { files, paths },
    read: async (path) => (paths.includes(path) ? folder.read(path) : undefined),
  };
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
