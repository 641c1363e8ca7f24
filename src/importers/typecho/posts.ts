import type { ImportedHead, ImportedPost, ImportOptions, TableRow } from "../../model/imported.ts";
import { groupBy } from "../../text/group-by.ts";
import { slug } from "../../text/slug.ts";
import { textOf } from "../markdown/fields.ts";
import { addressesOf } from "./addresses.ts";
import { readBody } from "./body.ts";
import { numberIn, textIn, tooLong, type BlogRows } from "./rows.ts";
import { viewColumns } from "./schema.ts";
import type { Settings } from "./settings.ts";
import { termsByPost, type Terms } from "./terms.ts";

/** What one row of `contents` becomes. */
export type PostRead =
  | { readonly kind: "post"; readonly post: ImportedPost; readonly leftOut: readonly string[] }
  | { readonly kind: "left-out"; readonly why: string }
  /** What Typecho remembers of an uploaded file; the posts say which they show. */
  | { readonly kind: "none" };

/** Binds what the other tables say about posts. */
export function postReader(rows: BlogRows, settings: Settings, options: ImportOptions): (row: TableRow) => PostRead {
  const authors = new Map(rows.users.map((row) => [numberIn(row, "uid"), textOf(textIn(row, "screenName"))]));
  const fieldsOf = groupBy(rows.fields, (row) => numberIn(row, "cid"));
  const termsOf = termsByPost(rows);
  return (row) => {
    const type = textIn(row, "type");
    if (type === "attachment") return { kind: "none" };
    if (type === "revision") return { kind: "left-out", why: "an earlier version of a post" };
    if (!/^(?:post|page)(?:_draft)?$/.test(type)) return { kind: "left-out", why: `a row of type “${type}”` };
    const tooMuch = tooLong(row);
    if (tooMuch !== undefined) return { kind: "left-out", why: tooMuch };
    const hidden = whyHidden(row);
    if (hidden !== undefined && !options.drafts) return { kind: "left-out", why: `${hidden}; --drafts brings it` };
    const cid = numberIn(row, "cid");
    const terms = termsOf(cid);
    const author = authors.get(numberIn(row, "authorId"));
    const views = viewsOf(row, fieldsOf.get(cid) ?? []);
    const body = readBody(textIn(row, "text"), settings.siteUrl);
    const head = headOf(row, { terms, settings });
    return {
      kind: "post",
      leftOut: body.leftOut,
      post: {
        kind: type.startsWith("page") ? "page" : "post",
        from: row.file,
        line: row.line,
        head: {
          ...head,
          ...(author !== undefined && { author }),
          ...(hidden !== undefined && { draft: true }),
          ...(views !== undefined && {
            readers: views,
            ...(options.asOf !== undefined && { readersAsOf: options.asOf }),
          }),
          // A draft was at no address.
          aliases: hidden === undefined ? addressesOf(row, terms, settings) : [],
        },
        body: body.markdown,
        before: body.before,
      },
    };
  };
}

/** Why a post was not for everybody; `undefined` if it was. */
function whyHidden(row: TableRow): string | undefined {
  const [type, status] = [textIn(row, "type"), textIn(row, "status")];
  if (type.endsWith("_draft"))
    return numberIn(row, "parent") === 0 ? "a draft" : "changes to a post that were not published";
  if (status !== "publish") return `a post that is “${status}”`;
  return row.values.has("password") ? "a post with a password" : undefined;
}

function headOf(
  row: TableRow,
  { terms, settings }: { readonly terms: Terms; readonly settings: Settings },
): ImportedHead {
  const title = textOf(withoutEntities(textIn(row, "title")));
  const cid = numberIn(row, "cid");
  const date = settings.instant(numberIn(row, "created"));
  const updated = settings.instant(numberIn(row, "modified"));
  const [category, ...others] = terms.categories.map(({ name }) => name);
  return {
    id: cid > 0 ? String(cid) : slug(title ?? "post"),
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(updated !== undefined && updated !== date && { updated }),
    ...(category !== undefined && { category }),
    tags: [...new Set([...terms.tags, ...others])],
  };
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#039": "'", "#39": "'", amp: "&" };

/** Typecho escapes titles before it stores them. */
function withoutEntities(title: string): string {
  return title.replace(/&(lt|gt|quot|#0?39|amp);/g, (all, name: string) => entities[name] ?? all);
}

/** The count of a theme: a column that it has added, else a field of the post. */
function viewsOf(row: TableRow, fields: readonly TableRow[]): number | undefined {
  const values = [
    ...viewColumns.map((name) => row.values.get(name)),
    ...viewColumns.map((name) => fields.find((field) => textIn(field, "name") === name)).map(fieldValue),
  ];
  const views = values.find((value) => value !== undefined && /^\d{1,15}$/.test(value));
  return views === undefined ? undefined : Number(views);
}

function fieldValue(field: TableRow | undefined): string | undefined {
  if (!field) return undefined;
  const type = textIn(field, "type");
  return field.values.get(type === "int" || type === "float" ? `${type}_value` : "str_value");
}
