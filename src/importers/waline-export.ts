import * as z from "zod";
import type { ImportFile } from "../model/imported.ts";
import { readJson, type JsonData } from "./readers/json-data.ts";

const text = z.union([z.string(), z.number().transform(String), z.null().transform(() => "")]).optional();

const comment = z.object({
  objectId: text,
  id: text,
  comment: text,
  insertedAt: text,
  nick: text,
  link: text,
  pid: text,
  rid: text,
  status: text,
  url: text,
  sticky: z.union([z.boolean(), z.number(), z.string(), z.null()]).optional(),
});

const counter = z.object({ url: z.string(), time: z.unknown() });

/** The tables of an export that are read; that of users is never opened. */
const tables = z.object({
  type: z.literal("waline"),
  data: z.object({ Comment: z.array(z.unknown()).default([]), Counter: z.array(z.unknown()).default([]) }),
});
const form = z.union([tables, z.object({ data: tables }).transform(({ data }) => data)]);

export type WalineComment = z.infer<typeof comment>;
export type WalineTables = z.infer<typeof tables>["data"];

/** Reads an export of Waline, also inside the answer of its server. */
export function readWaline(file: ImportFile): JsonData<WalineTables> {
  const json = readJson(file, form, "an export of Waline");
  return json.ok ? { ok: true, value: json.value.data } : json;
}

/** One comment of an export; `undefined` if it has another form. */
export function readWalineComment(value: unknown): WalineComment | undefined {
  return comment.safeParse(value).data;
}

/** One counter of an export; `undefined` if it has another form. */
export function readWalineCounter(value: unknown): z.infer<typeof counter> | undefined {
  return counter.safeParse(value).data;
}
