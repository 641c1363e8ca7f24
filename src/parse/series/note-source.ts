import type { NoteSource } from "../../model/series-info.ts";
import { itemAt } from "../../text/known.ts";
import { lineIndex } from "../../text/line-index.ts";
import type { Range } from "../front-matter/yaml.ts";

interface Given {
  readonly name: string;
  readonly text: string;
  /** The whole file, and where the value stands in it. */
  readonly source: string;
  readonly range: Range;
}

/** A text of a YAML file as a note: a block (`|`) starts on the line behind its sign, a quoted text behind its quote. */
export function noteSource({ name, text, source, range }: Given): NoteSource {
  const { line, column } = lineIndex(source).pointAt(range.start);
  const sign = source.charAt(range.start);
  if (sign !== "|" && sign !== ">") return { name, text, line, indent: column - (/["']/.test(sign) ? 0 : 1) };
  const block = source.slice(source.indexOf("\n", range.start) + 1, range.end);
  const lines = block.split("\n");
  // The text is not empty, so there is a line that is not.
  const first = lines.findIndex((one) => one.trim() !== "");
  return { name, text, line: line + 1 + first, indent: itemAt(lines, first).search(/[^ ]/) };
}
