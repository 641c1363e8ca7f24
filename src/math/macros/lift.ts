import type { TexMacro } from "../../model/ports.ts";
import { cut, type Edit } from "../rewrite.ts";
import { groupAt, offsetOf, skipBlank, textAt } from "../tex/arguments.ts";
import type { Lexed } from "../tex/lex.ts";
import { readers, type TexEnvironment } from "./read-definition.ts";

/** A macro that a formula defines. */
export interface LiftedMacro {
  readonly macro: TexMacro;
  readonly intent: "new" | "replace" | "provide";
  /** Where its name stands, in the TeX that was looked into. */
  readonly offset: number;
  readonly length: number;
}

export interface Lifted {
  readonly macros: readonly LiftedMacro[];
  readonly environments: readonly TexEnvironment[];
  /** Argument of the last `\setCounter`. */
  readonly counter?: number;
  /** Takes what was lifted out of the TeX. */
  readonly edits: readonly Edit[];
}

const mentions = /\\(?:(?:re)?new|provide|[gex]?def|let|DeclareMathOperator|setCounter)/;
const prefixes: ReadonlySet<string> = new Set(["\\global", "\\long", "\\outer"]);

/**
 * Lifts definitions and `\setCounter` out of a formula, from any depth, in the order in which they stand.
 * Of a name that is defined twice the last one is lifted; the others stay where they are, as local `\def`.
 */
export function liftDefinitions(lexed: Lexed): Lifted {
  if (!mentions.test(lexed.tex)) return { macros: [], environments: [], edits: [] };
  const macros: (LiftedMacro & { readonly start: number; readonly end: number })[] = [];
  const environments: TexEnvironment[] = [];
  const edits: Edit[] = [];
  let counter: number | undefined;
  for (let index = 0; index < lexed.tokens.length; index += 1) {
    const command = textAt(lexed, index);
    if (command === "\\setCounter") {
      const group = groupAt(lexed, index + 1);
      if (!group || !/^\s*\d{1,9}\s*$/.test(group.inner)) continue;
      counter = Number(group.inner);
      edits.push(cut(offsetOf(lexed, index), group.end));
      index = group.next - 1;
      continue;
    }
    const read = Object.hasOwn(readers, command) ? readers[command]?.(lexed, index) : undefined;
    if (!read) continue;
    const start = offsetOf(lexed, withPrefixes(lexed, index));
    const end = offsetOf(lexed, read.next);
    index = read.next - 1;
    if (read.kind === "environment") {
      environments.push(read.environment);
      edits.push(cut(start, end));
      continue;
    }
    macros.push({
      macro: read.macro,
      intent: read.intent,
      offset: offsetOf(lexed, read.nameFirst),
      length: textAt(lexed, read.nameFirst).length,
      start,
      end,
    });
  }
  for (const [index, { macro, start, end }] of macros.entries()) {
    const again = macros.findIndex((other, at) => at > index && other.macro.name === macro.name) >= 0;
    const text = again && macro.optional === undefined && macro.kind !== "alias" ? localDefinition(macro) : "";
    edits.push({ start, end, text });
  }
  return {
    macros: macros.map(({ start: _start, end: _end, ...lifted }) => lifted),
    environments,
    ...(counter !== undefined && { counter }),
    edits,
  };
}

function localDefinition({ name, parameters, body }: TexMacro): string {
  return `\\def${name}${parameters}{${body}}`;
}

/** `\global\long\def`: the prefixes go with the definition. */
function withPrefixes(lexed: Lexed, index: number): number {
  let first = index;
  for (let at = index - 1; at >= 0; at -= 1) {
    if (skipBlank(lexed, at) !== at) continue;
    if (!prefixes.has(textAt(lexed, at))) break;
    first = at;
  }
  return first;
}
