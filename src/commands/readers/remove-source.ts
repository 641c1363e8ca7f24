import { countOf } from "../../text/count-of.ts";
import { useError } from "../../host/use-error.ts";
import { printCounts } from "../../importers/readers/print-counts.ts";
import { readersRemoveOptions, readOptions } from "../options.ts";
import { openContent } from "../site-content.ts";
import type { Terminal } from "../terminal.ts";
import { storedCounts } from "./stored-counts.ts";

/**
 * `suanjing readers remove SOURCE`: takes the rows of a source out of all files. What others have counted stays as it is,
 * so every sum is less by exactly its share.
 */
export async function removeSource(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, readersRemoveOptions);
  const [source, ...rest] = positionals;
  if (source === undefined || rest.length > 0)
    throw useError("name one source", "suanjing readers list shows all of them");
  const site = await openContent(root, values);
  const rows = storedCounts(site);
  const own = rows.filter((row) => row.source === source);
  if (own.length === 0) throw useError(`no row has the source “${source}”`, "suanjing readers list shows all sources");
  const dryRun = values["dry-run"] === true;
  for (const file of new Set(own.map((row) => row.file))) {
    const others = rows.filter((row) => row.file === file && row.source !== source);
    const path = `content/${file}`;
    if (!dryRun && others.length === 0) await site.target.remove(path);
    else if (!dryRun) await site.target.write(path, new TextEncoder().encode(printCounts(others)));
    io.out(`${site.folder}${file}: ${others.length === 0 ? "deleted" : "rewritten"}${dryRun ? " (dry run)" : ""}`);
  }
  io.out(`${countOf(own.length, "row")} of “${source}” taken out${dryRun ? " (dry run)" : ""}.`);
  const isDescribed = site.content.data.readerSources?.text.includes(source) === true;
  if (isDescribed) io.out(`${site.folder}data/readers/sources.yaml may still speak of it.`);
  return 0;
}
