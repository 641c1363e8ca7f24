import { parse, type ValueNode } from "@humanwhocodes/momoa";
import type { Range } from "../front-matter/yaml.ts";

export type JsonNode = ValueNode;

export type JsonFile =
  | { readonly ok: true; readonly root: JsonNode }
  | { readonly ok: false; readonly message: string; readonly range: Range };

/** Reads a file of JSON to a tree with places. */
export function readJsonFile(text: string): JsonFile {
  try {
    return { ok: true, root: parse(text, { mode: "json" }).body };
  } catch (error) {
    if (error instanceof RangeError) return fault("lists and objects are nested too deeply", 0);
    const { message, offset } = error as Error & { readonly offset: number };
    return fault(`the file is not JSON: ${message.replace(/ \(\d+:\d+\)$/, "")}`, offset);
  }
}

function fault(message: string, start: number): JsonFile {
  return { ok: false, message, range: { start, end: start } };
}

/** Where a value stands, its quotes included. */
export function rangeOf({ loc }: Pick<JsonNode, "loc">): Range {
  return { start: loc.start.offset, end: loc.end.offset };
}
