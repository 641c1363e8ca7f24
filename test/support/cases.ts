import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** One example of a document of cases. */
export interface Case {
  /** `tokenising.md:42 What stands before the example`. */
  readonly name: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly input: string;
  readonly expected: string;
  /** Words behind `example` in the fence: options of the test. */
  readonly info: readonly string[];
}

const opening = /^(`{3,})example(?:[ \t]+(.*))?$/;

/**
 * Reads a document of cases: Markdown in which every fence with the word `example` holds an input, a line
 * with a single `.`, and the expected output. `␠` stands for a space that an editor would remove, `→` for a
 * tab; both only in inputs. Longer fences hold inputs with fences.
 */
export function readCases(file: URL): readonly Case[] {
  return parseCases(readFileSync(file, "utf8"), basename(fileURLToPath(file)));
}

/** The cases of a document that is already read. */
export function parseCases(text: string, file: string): readonly Case[] {
  const lines = text.split("\n");
  const cases: Case[] = [];
  let title = "";
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    const match = opening.exec(line);
    if (!match) {
      title = titleOf(line) ?? title;
      continue;
    }
    const [, fence = "", info = ""] = match;
    const end = lines.indexOf(fence, index);
    const separator = lines.lastIndexOf(".", end);
    if (end === -1 || separator <= index)
      throw new Error(`${file}:${index + 1}: the example has no end or no line with “.”`);
    cases.push({
      name: `${file}:${index + 1} ${title}`,
      line: index + 1,
      input: lines
        .slice(index + 1, separator)
        .join("\n")
        .replaceAll("␠", " ")
        .replaceAll("→", "\t"),
      expected: lines.slice(separator + 1, end).join("\n"),
      info: info.split(/\s+/).filter((word) => word !== ""),
    });
    index = end;
  }
  return cases;
}

/** The text of a heading, or the last sentence of a line of prose. */
function titleOf(line: string): string | undefined {
  const text = line.replace(/^#+\s+/, "").trim();
  if (text === "" || text.startsWith("|")) return undefined;
  return text
    .split(/(?<=\.)\s+/)
    .at(-1)
    ?.replace(/[.:]$/, "");
}
