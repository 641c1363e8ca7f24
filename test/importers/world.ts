import type { Importer, ImportOptions } from "../../src/model/imported.ts";
import { configSchema } from "../../src/config/schema.ts";
import { openCheck } from "../../src/commands/import/check-post.ts";
import { printReport } from "../../src/commands/import/print-report.ts";
import { runImport } from "../../src/commands/import/run-import.ts";
import type { SettleOptions } from "../../src/commands/import/settle.ts";
import { md5 } from "../../src/host/hash.ts";
import type { ImportReport } from "../../src/importers/report/report.ts";

const config = configSchema.parse({});
const check = await openCheck(config);

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** An archive and a site in memory. */
export function importWorld(importer: Importer, source: Files, site: Files = {}) {
  const disk = new Map(Object.entries(site).map(([path, body]) => [path, toBytes(body)]));
  const writes: string[] = [];
  const progress: unknown[] = [];
  const paths = Object.keys(source).sort();
  const run = (options: Partial<ImportOptions & SettleOptions> = {}): Promise<ImportReport> => {
    const { dryRun = false, force = false, ...rest } = options;
    const files = paths.filter(importer.wants).map((path) => ({ path, bytes: toBytes(source[path] ?? "") }));
    return runImport(
      importer,
      { files, paths, md5 },
      {
        dryRun,
        force,
        options: { timeZone: "Asia/Shanghai", drafts: false, ...rest },
        world: {
          target: {
            read: async (path) => disk.get(path),
            write: async (path, bytes) => {
              writes.push(path);
              disk.set(path, bytes);
            },
          },
          readSource: async (path) => (source[path] === undefined ? undefined : toBytes(source[path])),
          check,
          config,
          onPost: (done) => void progress.push(done),
        },
      },
    );
  };
  return {
    disk,
    writes,
    /** What a bar would be told. */
    progress,
    run,
    /** Text of a file of the site; empty if there is none. */
    text: (path: string) => new TextDecoder().decode(disk.get(path)),
    /** What the terminal shows. */
    printed: async (options: Partial<ImportOptions & SettleOptions> = {}) => printReport(await run(options)),
  };
}

/** Notes of a report, a line each. */
export function notesOf({ notes }: Pick<ImportReport, "notes">): readonly string[] {
  return notes.map(({ file, line, message }) => `${file}${line === undefined ? "" : `:${line}`} ${message}`);
}

function toBytes(body: string | Uint8Array): Uint8Array {
  return typeof body === "string" ? new TextEncoder().encode(body) : body;
}
