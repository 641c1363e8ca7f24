import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { explainDisk } from "../host/disk-error.ts";
import { useError } from "../host/use-error.ts";
import { parseDate } from "../text/dates.ts";

/** The day that `--as-of` names. */
export function readDay(text: string): string {
  const day = parseDate(text, "UTC")?.day;
  if (day === undefined) throw useError(`“${text}” is not a day`, "write --as-of 2024-07-20");
  return day;
}

/** The text of a file with a profile, or the name of one that is built in. */
export async function readProfileFile(root: string, profile: string): Promise<string> {
  if (!profile.endsWith(".json")) return profile;
  return readFile(resolve(root, profile), "utf8").catch((error: unknown) => {
    throw explainDisk(error, `read ${profile}`);
  });
}
