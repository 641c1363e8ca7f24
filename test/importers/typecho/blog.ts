/** A row of a table of a blog; columns that are not named are NULL. */
export type Columns = Readonly<Record<string, string | number | null>>;

const tables: Readonly<Record<string, string>> = {
  contents: "cid title slug created modified text authorId type status password parent views",
  comments: "coid cid created author mail url ip agent text type status parent",
  metas: "mid name slug type order parent",
  relationships: "cid mid",
  users: "uid name password mail screenName authCode",
  fields: "cid name type str_value int_value float_value",
  options: "name user value",
};

/** A dump as mysqldump writes it, rows without the names of their columns. */
export function dumpOf(rows: Readonly<Record<string, readonly Columns[]>>, prefix = "typecho_"): string {
  const statements = Object.entries(tables).map(([table, names]) => {
    const columns = names.split(" ");
    const create = `CREATE TABLE \`${prefix}${table}\` (\n${columns.map((name) => `  \`${name}\` text`).join(",\n")},\n  KEY \`x\` (\`${columns[0]}\`)\n) ENGINE=InnoDB;\n`;
    const values = (rows[table] ?? []).map((row) => `(${columns.map((name) => literal(row[name] ?? null)).join(",")})`);
    return values.length === 0 ? create : `${create}INSERT INTO \`${prefix}${table}\` VALUES\n${values.join(",\n")};\n`;
  });
  return `-- MySQL dump\n${statements.join("")}`;
}

function literal(value: string | number | null): string {
  if (value === null) return "NULL";
  if (typeof value === "number") return String(value);
  return `'${value.replace(/['\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}'`;
}

/** A post that is shown to everybody. */
export function post(cid: number, more: Columns = {}): Columns {
  return {
    cid,
    title: `题 ${cid}`,
    slug: `slug-${cid}`,
    created: 1_593_824_700,
    text: "<!--markdown-->文",
    type: "post",
    status: "publish",
    ...more,
  };
}

export function option(name: string, value: string): Columns {
  return { name, user: 0, value };
}
