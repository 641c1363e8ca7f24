import type { TableChoice, TableQuery, TableShape } from "../../model/imported.ts";

/** Columns in which themes count readers, first one first; PostgreSQL folds names without quotes. */
export const viewColumns = ["views", "viewsNum", "viewsnum"] as const;

/** Names of settings that say something about texts or addresses; others may be keys and passwords of plugins. */
const settings = [
  "siteUrl",
  "timezone",
  "rewrite",
  "routingTable",
  "pageSize",
  "commentsMarkdown",
  "commentsPageBreak",
  "commentsPageSize",
] as const;

export type TableKind = "contents" | "comments" | "metas" | "relationships" | "users" | "fields" | "options";

type Wanted = Omit<TableQuery, "table">;

/**
 * All that is ever read of a blog, by the names of its tables without their prefix. E-mail, IP, agent and every column
 * of users but these two stay where they are; of a post's password only whether there is one.
 */
const wanted: Readonly<Record<TableKind, Wanted>> = {
  contents: {
    columns: [..."cid title slug created modified text authorId type status parent".split(" "), ...viewColumns],
    marks: ["password"],
  },
  comments: {
    columns: "coid cid created author url text type status parent".split(" "),
    marks: [],
  },
  metas: { columns: "mid name slug type order parent".split(" "), marks: [] },
  relationships: { columns: ["cid", "mid"], marks: [] },
  users: { columns: ["uid", "screenName"], marks: [] },
  fields: {
    columns: "cid name type str_value int_value float_value".split(" "),
    marks: [],
    where: { column: "name", values: viewColumns },
  },
  options: { columns: ["name", "user", "value"], marks: [], where: { column: "name", values: settings } },
};

const tableKinds = Object.keys(wanted) as readonly TableKind[];

/** Columns by which the table of posts is known, whatever stands before `contents` in its name. */
const ofContents = ["cid", "slug", "text", "authorId"];

/** What to read of the tables that there are. Several blogs in one database are told apart by the prefix. */
export function choose(shapes: readonly TableShape[], prefix: string | undefined): TableChoice {
  const prefixes = shapes.filter(isContents).map(({ table }) => table.slice(0, -"contents".length));
  const [first, second] = prefix === undefined ? prefixes : prefixes.filter((one) => one === prefix);
  if (first === undefined)
    return { ok: false, message: `there is no table “${prefix ?? "…"}contents” with the columns of Typecho` };
  if (second !== undefined)
    return { ok: false, message: `there are several blogs, ${prefixes.join(", ")}; say which with --prefix` };
  const queries = tableKinds.flatMap((kind) => {
    const shape = shapes.find(({ table }) => table === first + kind);
    return shape ? [queryOf(kind, shape)] : [];
  });
  return { ok: true, queries };
}

/** The columns of a table that are read, of those that it has. */
export function queryOf(kind: TableKind, { table, columns }: TableShape): TableQuery {
  const { where, ...all } = wanted[kind];
  return {
    table,
    columns: all.columns.filter((one) => columns.includes(one)),
    marks: all.marks.filter((one) => columns.includes(one)),
    ...(where && { where }),
  };
}

function isContents({ table, columns }: TableShape): boolean {
  return table.endsWith("contents") && ofContents.every((one) => columns.includes(one));
}
