import * as z from "zod";
import { parseJson } from "../readers/json-data.ts";

const list = z.array(z.unknown());
const entry = z.object({ id: z.string().trim() });

/** The ids of a file of comments, as Artrans has them; none of a file that is no list. */
export function entryIds(text: string): readonly string[] {
  return entriesOf(text).flatMap((one) => idOf(one) ?? []);
}

/** A file of comments without those of some ids, and how many these were. */
export function cutEntries(text: string, ids: ReadonlySet<string>): { readonly text: string; readonly cut: number } {
  const entries = entriesOf(text);
  const kept = entries.filter((one) => !ids.has(idOf(one) ?? ""));
  return { text: printEntries(kept), cut: entries.length - kept.length };
}

/** A file of comments as every import writes it. */
export function printEntries(entries: readonly unknown[]): string {
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}

function entriesOf(text: string): readonly unknown[] {
  return list.safeParse(parseJson(text)).data ?? [];
}

function idOf(value: unknown): string | undefined {
  return entry.safeParse(value).data?.id;
}
