import { applyEdits, type Edit, type Rewritten } from "../rewrite.ts";
import { argumentAt, offsetOf, optionalAt } from "../tex/arguments.ts";
import { environmentAt } from "../tex/environments.ts";
import { lex, type Lexed } from "../tex/lex.ts";
import type { TexEnvironment } from "./read-definition.ts";

/** How often the result is looked through again; an environment may use others, and should not use itself. */
const maxRounds = 10;
const maxLength = 20_000;

/** Replaces environments made by `\newenvironment` by their text, before anything is numbered. */
export function expandEnvironments(rewritten: Rewritten, environments: ReadonlyMap<string, TexEnvironment>): Rewritten {
  let result = rewritten;
  for (let round = 0; environments.size > 0 && round < maxRounds && result.tex.length < maxLength; round += 1) {
    const edits = expansions(lex(result.tex), environments);
    if (edits.length === 0) break;
    result = applyEdits(result, edits);
  }
  return result;
}

/** Expands the environments that stand outside of others that are expanded too. */
function expansions(lexed: Lexed, environments: ReadonlyMap<string, TexEnvironment>): readonly Edit[] {
  const edits: Edit[] = [];
  for (let index = 0; index < lexed.tokens.length; index += 1) {
    if (lexed.tokens[index]?.text !== "\\begin") continue;
    const found = environmentAt(lexed, index);
    const definition = found && environments.get(found.name);
    if (!definition) continue;
    const { values, next } = argumentsOf(lexed, found.begin.next, definition);
    const start = offsetOf(lexed, index);
    edits.push({ start, end: offsetOf(lexed, next), text: fill(definition.begin, values) });
    const end = offsetOf(lexed, found.end.next);
    edits.push({ start: offsetOf(lexed, found.end.index), end, text: fill(definition.end, values) });
    index = found.end.next - 1;
  }
  return edits;
}

function argumentsOf(lexed: Lexed, index: number, { count, optional }: TexEnvironment) {
  const values: string[] = [];
  let next = index;
  if (optional !== undefined && count > 0) {
    const given = optionalAt(lexed, next);
    values.push(given?.inner ?? optional);
    next = given?.next ?? next;
  }
  while (values.length < count) {
    const given = argumentAt(lexed, next);
    values.push(given?.inner ?? "");
    next = given?.next ?? next;
  }
  return { values, next };
}

function fill(text: string, values: readonly string[]): string {
  return text.replace(/#([1-9])/g, (sign, digit: string) => values[Number(digit) - 1] ?? sign);
}
