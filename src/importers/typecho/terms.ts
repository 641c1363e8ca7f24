import type { TableRow } from "../../model/imported.ts";
import { groupBy } from "../../text/group-by.ts";
import { textOf } from "../markdown/fields.ts";
import { numberIn, textIn, type BlogRows } from "./rows.ts";

export interface Category {
  readonly name: string;
  readonly slug: string;
  /** Slugs from the outermost category inwards. */
  readonly directory: string;
}

/** What a post is filed under, in the order of the blog. */
export interface Terms {
  readonly categories: readonly Category[];
  readonly tags: readonly string[];
}

/** Gives the terms of a post by its number. */
export function termsByPost({
  metas,
  relationships,
}: Pick<BlogRows, "metas" | "relationships">): (cid: number) => Terms {
  const byId = new Map(metas.map((row) => [numberIn(row, "mid"), row]));
  const idsOf = groupBy(relationships, (row) => numberIn(row, "cid"));
  return (cid) => {
    const ids = new Set((idsOf.get(cid) ?? []).map((row) => numberIn(row, "mid")));
    const own = metas.filter((row) => ids.has(numberIn(row, "mid")));
    return {
      categories: own.flatMap((row) => (textIn(row, "type") === "category" ? categoryOf(row, byId) : [])),
      tags: own.flatMap((row) => (textIn(row, "type") === "tag" ? (textOf(textIn(row, "name")) ?? []) : [])),
    };
  };
}

/** Deepest tree of categories that is followed; parents may form a ring. */
const maxDepth = 20;

function categoryOf(row: TableRow, byId: ReadonlyMap<number, TableRow>): readonly Category[] {
  const name = textOf(textIn(row, "name"));
  if (name === undefined) return [];
  const directory = lineage(row, byId).map((one) => textIn(one, "slug"));
  return [{ name, slug: textIn(row, "slug"), directory: directory.join("/") }];
}

/** A term and those that it is in, the outermost first. */
export function lineage(row: TableRow, byId: ReadonlyMap<number, TableRow>): readonly TableRow[] {
  const path: TableRow[] = [];
  let at: TableRow | undefined = row;
  for (let depth = 0; at && depth < maxDepth; depth += 1) {
    path.unshift(at);
    at = byId.get(numberIn(at, "parent"));
  }
  return path;
}
