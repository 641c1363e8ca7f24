import { useError } from "../host/use-error.ts";
import { importIo, importListing } from "./import-listing.ts";
import { importOptions, readOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/**
 * `suanjing import KIND FILE`.
 * @returns exit code: 0 if everything was written, 1 if a file was kept or nothing was found
 * @throws a use error for an unknown kind, a missing file, or what the importer cannot read
 */
export async function importPosts(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, importOptions);
  const [kind, file, ...rest] = positionals;
  if (kind !== "listing") {
    const hint = "suanjing import listing FILE reads the text of an archive page";
    throw useError(kind === undefined ? "say what to import" : `there is no importer “${kind}”`, hint);
  }
  if (file === undefined || rest.length > 0) throw useError("name one file", "suanjing import listing FILE --into DIR");
  const { exitCode } = await importListing(
    {
      file,
      into: values.into ?? "content",
      ...(values["as-of"] !== undefined && { asOf: values["as-of"] }),
      ...(values["dry-run"] === true && { dryRun: true }),
      ...(values.force === true && { force: true }),
    },
    importIo(root, (line) => io.out(line)),
  );
  return exitCode;
}
