import type * as z from "zod";
import type { ImportFile, ImportNote } from "../../model/imported.ts";
import { decode } from "../decode.ts";
import { unreadable } from "../imported-site.ts";

export type JsonData<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ImportNote };

/** Reads a file of JSON by a form; keys that the form does not name are never looked at. */
export function readJson<T>({ path, bytes }: ImportFile, form: z.ZodType<T>, what: string): JsonData<T> {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ok: false, fault: unreadable(path, decoded) };
  const parsed = parseJson(decoded.text);
  const result = form.safeParse(parsed);
  if (result.success) return { ok: true, value: result.data };
  const message = parsed === undefined ? "is not JSON" : `is not ${what}`;
  return { ok: false, fault: { file: path, message } };
}

/** `undefined` for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
