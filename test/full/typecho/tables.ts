/** A value of a column; `null` is NULL. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Tables of Typecho 1.2 without their prefix: columns in their order, `id` being the key that counts up. */
export const tables = {
  contents:
    "cid:id title:150 slug:150 created:int modified:int text:text order:int authorId:int template:32 type:16 status:16 password:32 commentsNum:int allowComment:1 allowPing:1 allowFeed:1 parent:int",
  comments:
    "coid:id cid:int created:int author:150 authorId:int ownerId:int mail:150 url:255 ip:64 agent:511 text:text type:16 status:16 parent:int",
  metas: "mid:id name:150 slug:150 type:32 description:150 count:int order:int parent:int",
  relationships: "cid:int mid:int",
  users:
    "uid:id name:32 password:64 mail:150 url:150 screenName:32 created:int activated:int logged:int group:16 authCode:64",
  fields: "cid:int name:150 type:8 str_value:text int_value:int float_value:float",
  options: "name:32 user:int value:text",
} as const;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as readonly TableName[];
export type Blog = Readonly<Record<TableName, readonly Row[]>>;

/** How a database spells names, texts and types. */
export interface Dialect {
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
  readonly type: (type: string) => string;
  /** What stands behind the brackets of a table. */
  readonly suffix: string;
}

const lengthy = (type: string) => (/^\d+$/.test(type) ? `varchar(${type}) DEFAULT NULL` : type);
const standard = {
  name: (name: string) => `"${name}"`,
  text: (text: string) => `'${text.replaceAll("'", "''")}'`,
};

export const mysql: Dialect = {
  name: (name) => `\`${name}\``,
  text: (text) => `'${text.replace(/['\\]/g, "\\$&")}'`,
  type: (type) =>
    type === "id"
      ? "int(10) unsigned NOT NULL PRIMARY KEY"
      : lengthy(type.replace(/^text$/, "longtext").replace(/^int$/, "int(10) unsigned DEFAULT '0'")),
  suffix: " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
};
export const postgres: Dialect = {
  ...standard,
  type: (type) => (type === "id" ? "INT NOT NULL PRIMARY KEY" : lengthy(type.replace(/^float$/, "REAL"))),
  suffix: "",
};
export const sqlite: Dialect = {
  ...standard,
  type: (type) => (type === "id" ? "INTEGER NOT NULL PRIMARY KEY" : lengthy(type)),
  suffix: "",
};

/** Statements that make the tables, add the column of a theme to them as themes do, and fill them. */
export function sqlOf(blog: Blog, dialect: Dialect, prefix: string): string {
  const { name, type, suffix } = dialect;
  return tableNames
    .flatMap((table) => {
      const columns = tables[table].split(" ").map((column) => column.split(":") as [string, string]);
      const list = columns.map(([column, kind]) => `${name(column)} ${type(kind)}`).join(", ");
      const views = `ALTER TABLE ${name(prefix + table)} ADD ${name("views")} ${type("int")};`;
      return [
        `CREATE TABLE ${name(prefix + table)} (${list})${suffix};`,
        ...(table === "contents" ? [views] : []),
        ...blog[table].map((row) => insert(row, prefix + table, dialect)),
      ];
    })
    .join("\n");
}

function insert(row: Row, table: string, { name, text }: Dialect): string {
  const columns = Object.keys(row).map(name).join(", ");
  const values = Object.values(row).map((value) =>
    value === null ? "NULL" : typeof value === "number" ? String(value) : text(value),
  );
  return `INSERT INTO ${name(table)} (${columns}) VALUES (${values.join(", ")});`;
}
