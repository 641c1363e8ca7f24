import { createHash } from "node:crypto";
import { tableNames, type Blog, type Row } from "./tables.ts";

const mark = Buffer.from("%TYPECHO_BACKUP_0001%");
const types = ["contents", "comments", "metas", "relationships", "users", "fields"];

/** The blog as a backup by Typecho: no settings, and no column that a theme has added. */
export function datOf(blog: Blog): Buffer {
  const records = tableNames.flatMap((table) =>
    types.includes(table) ? blog[table].map((row) => recordOf(types.indexOf(table) + 1, row)) : [],
  );
  return Buffer.concat([mark, ...records, mark]);
}

/** A record: type, lengths, columns with their lengths, values, and the sum of all that. */
export function recordOf(type: number, { views: _views, ...row }: Row): Buffer {
  const values = Object.entries(row).map(
    ([column, value]) => [column, value === null ? null : Buffer.from(String(value))] as const,
  );
  const header = Buffer.from(
    JSON.stringify(Object.fromEntries(values.map(([column, value]) => [column, value?.length ?? null]))),
  );
  const body = Buffer.concat(values.flatMap(([, value]) => (value ? [value] : [])));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt16LE(type, 0);
  lengths.writeUInt16LE(header.length, 2);
  lengths.writeUInt32LE(body.length, 4);
  const record = Buffer.concat([lengths, header, body]);
  return Buffer.concat([record, Buffer.from(createHash("md5").update(record).digest("hex"))]);
}
