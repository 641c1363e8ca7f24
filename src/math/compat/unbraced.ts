import { argumentAt, endBefore, offsetOf, optionalAt, skipBlank, textAt } from "../tex/arguments.ts";
import { insert, type Edit } from "../rewrite.ts";
import type { Lexed } from "../tex/lex.ts";
import type { Step, StepContext } from "./step.ts";

/** Deeper chains of commands are left as they are. */
const maxDepth = 50;

export const unbraced: Step = {
  name: "unbraced-arguments",
  doc: "x^\\mathrm{T}, _\\boldsymbol{B}, \\frac\\boldsymbol{x}y, \\hat\\boldsymbol{x} → x^{\\mathrm{T}}, …: KaTeX takes a command with arguments for an argument only in braces.",
  trigger: /(?:[_^]|\\[A-Za-z]+)\s*\\[A-Za-z,:;!>]/,
  edits: (lexed, context) =>
    lexed.tokens.flatMap((token, index) => {
      if (token.kind === "script") return wrap(lexed, index + 1, context).edits;
      const count = token.kind === "command" ? context.arity(token.text) : undefined;
      return count === undefined ? [] : wrapArguments(lexed, index, count, context);
    }),
};

function wrapArguments(lexed: Lexed, index: number, count: number, context: StepContext): readonly Edit[] {
  const edits: Edit[] = [];
  let next = optionalAt(lexed, index + 1)?.next ?? index + 1;
  for (let done = 0; done < count; done += 1) {
    const wrapped = wrap(lexed, next, context);
    edits.push(...wrapped.edits);
    next = wrapped.next;
  }
  return edits;
}

/** Braces around the argument at a token, if it is a command with arguments of its own. */
function wrap(lexed: Lexed, index: number, { arity }: StepContext): { edits: readonly Edit[]; next: number } {
  const first = skipBlank(lexed, index);
  const token = lexed.tokens[first];
  const next = endOfCommand(lexed, first, arity, 0);
  if (token?.kind !== "command" || arity(token.text) === undefined || next === undefined)
    return { edits: [], next: argumentAt(lexed, index)?.next ?? index };
  return { edits: [insert(offsetOf(lexed, first), "{"), insert(endBefore(lexed, next), "}")], next };
}

/** Index behind the last argument of the command at a token; `undefined` if an argument is missing. */
function endOfCommand(lexed: Lexed, index: number, arity: StepContext["arity"], depth: number): number | undefined {
  const count = arity(textAt(lexed, index)) ?? 0;
  let next = (count > 0 ? optionalAt(lexed, index + 1)?.next : undefined) ?? index + 1;
  for (let done = 0; done < count; done += 1) {
    const argument = argumentAt(lexed, next);
    if (!argument || depth > maxDepth) return undefined;
    const end = argument.braced ? argument.next : endOfCommand(lexed, argument.first, arity, depth + 1);
    if (end === undefined) return undefined;
    next = end;
  }
  return next;
}
