import type { TexFailure } from "../../model/ports.ts";
import { nearest } from "../../text/edit-distance.ts";
import type { Problem } from "../problem.ts";
import { lex } from "../tex/lex.ts";
import type { MacroPlace } from "./macro-table.ts";

export interface FailureContext {
  /** Every definition of the post, and the index of the formula that failed. */
  readonly places: readonly MacroPlace[];
  readonly index: number;
  readonly commands: ReadonlySet<string>;
  /** The TeX that was set. */
  readonly tex: string;
}

/**
 * What to say about a formula that cannot be set. A fault in the body of a macro is reported where the formula uses
 * it, with the place of the definition; an unknown command with the nearest known one, or with its later definition.
 */
export function failureProblem(failure: TexFailure, context: FailureContext): Problem {
  const { unknown, message, macro } = failure;
  const at = failure.at ?? (macro === undefined ? undefined : firstUse(context.tex, macro));
  const definition = macro === undefined ? undefined : placeOf(macro, context, "before");
  const base = {
    ...(at && { at }),
    ...(definition && {
      related: [
        { formula: definition.formula, at: definition.at, message: `the fault is in the definition of ${macro}` },
      ],
    }),
  };
  const inMacro = macro === undefined ? "" : ` in the body of ${macro}`;
  if (unknown === undefined) return { ...base, code: "math/katex", message: `${message}${inMacro}` };
  const later = placeOf(unknown, context, "after");
  if (later) {
    return {
      ...base,
      code: "math/unknown-command",
      message: `${unknown} is defined later in the post${inMacro}`,
      hint: "move the definition up",
      related: [{ formula: later.formula, at: later.at, message: "is defined here" }],
    };
  }
  // Names of three letters are all near to each other.
  const limit = unknown.length > 4 ? 2 : 1;
  const known = nearest(unknown, [...context.places.map(({ name }) => name), ...context.commands], limit);
  return {
    ...base,
    code: "math/unknown-command",
    message: `there is no command ${unknown}${inMacro}`,
    ...(known !== undefined && { hint: `did you mean ${known}?` }),
  };
}

function placeOf(name: string, { places, index }: FailureContext, where: "before" | "after"): MacroPlace | undefined {
  if (where === "before") return places.findLast((one) => one.name === name && one.index <= index);
  return places.find((one) => one.name === name && one.index > index);
}

/** The first use of a macro; none if another macro uses it. */
function firstUse(tex: string, name: string): Problem["at"] {
  const token = lex(tex).tokens.find(({ kind, text }) => kind === "command" && text === name);
  return token && { offset: token.start, length: token.text.length };
}
