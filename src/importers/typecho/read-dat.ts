import type { ImportFile, TableRow } from "../../model/imported.ts";
import { queryOf, type TableKind } from "./schema.ts";
import type { RowsRead } from "./rows.ts";

/** Tables by their numbers in a backup; others belong to plugins. */
const kinds: readonly (TableKind | undefined)[] = [
  undefined,
  "contents",
  "comments",
  "metas",
  "relationships",
  "users",
  "fields",
];

const mark = /^%TYPECHO_BACKUP_(\w{4})%$/;
const markLength = 21;
const md5Length = 32;

export function isBackup(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 16)) === "%TYPECHO_BACKUP_";
}

/**
 * Reads a backup by Typecho itself. Every record has lengths and a sum, which must agree; the first one that does not
 * ends the reading, because nothing says where the next one begins. Columns that are not wanted are passed over by
 * their lengths.
 */
export function readDat({ path, bytes }: ImportFile, md5: (bytes: Uint8Array) => string): RowsRead {
  const head = latin(bytes.subarray(0, markLength));
  const version = mark.exec(head)?.[1];
  const fail = (rows: readonly TableRow[], offset: number, message: string): RowsRead => ({
    rows,
    notes: [{ file: path, message: `at byte ${offset}: ${message}` }],
  });
  if (version === undefined) return fail([], 0, "this is no backup of Typecho");
  const isWhole = latin(bytes.subarray(-markLength)) === head && bytes.length >= 2 * markLength;
  const end = isWhole ? bytes.length - markLength : bytes.length;
  const rows: TableRow[] = [];
  for (let at = markLength; at < end;) {
    const record = recordAt(bytes.subarray(0, end), at, { isOld: version === "FILE", md5 });
    if (!record.ok) return fail(rows, at, `${record.message}; nothing behind it was read`);
    const row = rowOf(record, path);
    if (row === null) return fail(rows, at, "a text of this record is not UTF-8; nothing behind it was read");
    if (row) rows.push(row);
    at = record.end;
  }
  return isWhole
    ? { rows, notes: [] }
    : fail(rows, end, "the mark at the end is missing; the backup may be incomplete");
}

interface Record {
  readonly ok: true;
  readonly kind: TableKind | undefined;
  /** Column → length in bytes, `null` for NULL, in the order of the body. */
  readonly lengths: readonly (readonly [column: string, length: number | null])[];
  readonly body: Uint8Array;
  readonly end: number;
}

type Fault = { readonly ok: false; readonly message: string };

interface Form {
  /** The first version has no length of the body. */
  readonly isOld: boolean;
  readonly md5: (bytes: Uint8Array) => string;
}

function recordAt(bytes: Uint8Array, start: number, { isOld, md5 }: Form): Record | Fault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const prefix = isOld ? 6 : 8;
  if (start + prefix > bytes.length) return { ok: false, message: "the file ends inside of a record" };
  const headerStart = start + prefix;
  const headerEnd = headerStart + view.getUint16(start + 2, true);
  const kind = kinds[view.getUint16(start, true)];
  const isForeign = kind === undefined && !isOld;
  const lengths = isForeign ? [] : lengthsIn(bytes.subarray(headerStart, headerEnd));
  if (!lengths || headerEnd > bytes.length) return { ok: false, message: "a record without a list of its columns" };
  const sum = lengths.reduce((total, [, length]) => total + (length ?? 0), 0);
  const bodyEnd = headerEnd + (isOld ? sum : view.getUint32(start + 4, true));
  const end = bodyEnd + md5Length;
  if (end > bytes.length) return { ok: false, message: "a record that is longer than the file" };
  if (!isForeign && sum !== bodyEnd - headerEnd)
    return { ok: false, message: "a record whose columns are not as long as it says" };
  if (md5(bytes.subarray(start, bodyEnd)) !== latin(bytes.subarray(bodyEnd, end)))
    return { ok: false, message: "a record that is damaged: its sum is wrong" };
  return { ok: true, kind, lengths, body: bytes.subarray(headerEnd, bodyEnd), end };
}

/** The list of columns; `undefined` if it is not one of whole numbers and nulls. */
function lengthsIn(header: Uint8Array): Record["lengths"] | undefined {
  const data = parseJson(latin(header));
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const entries = Object.entries(data as { readonly [column: string]: unknown });
  const isLengths = entries.every(
    ([, length]) => length === null || (Number.isSafeInteger(length) && Number(length) >= 0),
  );
  return isLengths ? entries.map(([column, length]) => [column, length === null ? null : Number(length)]) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `undefined` if nothing of the table is read, `null` if a text is not UTF-8. */
function rowOf({ kind, lengths, body }: Record, path: string): TableRow | undefined | null {
  if (kind === undefined) return undefined;
  const { columns, marks, where } = queryOf(kind, { table: kind, columns: lengths.map(([column]) => column) });
  const values = new Map<string, string>();
  let at = 0;
  for (const [column, length] of lengths) {
    const bytes = body.subarray(at, at + (length ?? 0));
    at += length ?? 0;
    if (length === null) continue;
    if (marks.includes(column) && length > 0) values.set(column, "1");
    if (!columns.includes(column)) continue;
    const text = decodeUtf8(bytes);
    if (text === undefined) return null;
    values.set(column, text);
  }
  if (where && !where.values.includes(values.get(where.column) ?? "")) return undefined;
  const number = Number(values.get(columns[0] ?? ""));
  return { table: kind, values, file: `${path}, ${kind}`, line: Number.isSafeInteger(number) ? number : 1 };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
