import { parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Range } from "../front-matter/yaml.ts";

export type JsonFile =
  | { readonly ok: true; readonly root: Node }
  | { readonly ok: false; readonly message: string; readonly range: Range };

/** Reads a file of JSON to a tree with places. Comments and commas at the end are faults, as JSON says. */
export function readJsonFile(text: string): JsonFile {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { disallowComments: true });
    const [error] = errors;
    // A file without a fault has a value.
    return error ? { ok: false, ...fault(error) } : { ok: true, root: root as Node };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ok: false, message: "lists and objects are nested too deeply", range: { start: 0, end: 0 } };
  }
}

/** `CommaExpected` → `comma expected` */
function fault({ error, offset, length }: ParseError) {
  const words = printParseErrorCode(error).replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`);
  return { message: `the file is not JSON: ${words.toLowerCase()}`, range: { start: offset, end: offset + length } };
}
