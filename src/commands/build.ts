import { join, resolve } from "node:path";
import { readCurrent, recordFile } from "../host/build-record.ts";
import { programVersion } from "../host/program.ts";
import { buildOptions, readNumber, readOptions, type OptionValues } from "./options.ts";
import { seconds } from "./seconds.ts";
import { paint, type Terminal } from "./terminal.ts";

export type BuildValues = OptionValues<typeof buildOptions>;

/** What a build is asked to do. */
export interface BuildOrder {
  readonly root: string;
  readonly values: BuildValues;
  /** Output folder. */
  readonly out: string;
  /** Worker threads that were asked for. */
  readonly jobs?: number;
  /** The same for builds that do and print the same for the same files. */
  readonly key: string;
  /** `performance.now()` when the command began. */
  readonly start: number;
}

/**
 * `suanjing build`. If nothing has changed since the last build, it only says so; what it takes to build is not even
 * loaded then.
 *
 * @returns exit code: 0 fine, 1 content errors, or anything at all under `--strict`
 */
export async function build(root: string, args: readonly string[], io: Terminal): Promise<number> {
  const start = performance.now();
  const { values } = readOptions(args, buildOptions);
  const out = resolve(root, values.out ?? "dist");
  const jobs = readNumber(values.jobs, "jobs", 0);
  const order = { root, values, out, ...(jobs !== undefined && { jobs }), key: keyOf(values), start };
  const last = isRepeatable(values) ? readCurrent(recordFile(join(root, ".suanjing"), out), order.key) : undefined;
  if (!last) return (await import("./build-anew.ts")).buildAnew(order, io);
  if (last.said !== "") io.error(last.said);
  io.error(`${last.summary}, nothing has changed (${seconds(performance.now() - start)})`);
  return last.exitCode;
}

/** Times and counts come from a build that does something. */
function isRepeatable(values: BuildValues): boolean {
  return values["no-cache"] !== true && values.profile !== true && values.report === undefined;
}

function keyOf({ content, base, relative, strict, compress, books }: BuildValues): string {
  return JSON.stringify([
    programVersion(),
    process.version,
    content,
    base,
    relative,
    strict,
    compress,
    books,
    paint("error", ""),
  ]);
}
