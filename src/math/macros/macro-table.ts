import type { TexMacro, TexRange } from "../../model/ports.ts";
import type { SourceFormula } from "../../model/post.ts";
import { rewriteForKatex } from "../compat/steps.ts";
import type { Problem } from "../problem.ts";
import { unchanged } from "../rewrite.ts";
import { builtInArity } from "../tex/arity.ts";
import { lex, type Lexed } from "../tex/lex.ts";
import type { LiftedMacro } from "./lift.ts";

/** Where a post defines a macro. */
export interface MacroPlace {
  readonly name: string;
  readonly intent: LiftedMacro["intent"];
  /** Index of the formula, the formula, and the place of the name in its TeX. */
  readonly index: number;
  readonly formula: SourceFormula;
  readonly at: TexRange;
}

/** Macros of settings, name with backslash → TeX; the highest `#k` is the number of arguments. */
export function configuredMacros(macros: Readonly<Record<string, string>>): readonly TexMacro[] {
  return Object.entries(macros).map(([name, body]) => {
    const count = Math.max(0, ...[...body.matchAll(/#([1-9])/g)].map(([, digit]) => Number(digit)));
    const parameters = Array.from({ length: count }, (_, index) => `#${index + 1}`).join("");
    return { name, parameters, body, kind: "macro" };
  });
}

/** The number of arguments of a command, built in or among these macros; delimited ones do not count. */
export function arityWith(macros: ReadonlyMap<string, TexMacro>): (command: string) => number | undefined {
  return (command) => {
    const own = macros.get(command);
    if (!own) return builtInArity(command);
    if (own.kind === "alias") return builtInArity(own.body);
    return /^(?:#\d)+$/.test(own.parameters) ? own.parameters.length / 2 : undefined;
  };
}

/** The macro with its body rewritten like a formula. */
export function rewriteBody(macro: TexMacro, arity: (command: string) => number | undefined): TexMacro {
  if (macro.kind === "alias") return macro;
  const { rewritten } = rewriteForKatex(unchanged(macro.body), { inMacro: true, display: false, arity });
  return { ...macro, body: rewritten.tex };
}

/** Commands that stand in a TeX. */
export function commandsIn(tex: string): readonly string[] {
  return commandsOf(lex(tex));
}

/** Commands among tokens. */
export function commandsOf({ tokens }: Lexed): readonly string[] {
  return tokens.flatMap(({ kind, text }) => (kind === "command" ? [text] : []));
}

/** Remarks about definitions: a built-in command is replaced, a macro is never used. */
export function macroProblems(
  places: readonly MacroPlace[],
  { used, commands }: { readonly used: ReadonlySet<string>; readonly commands: ReadonlySet<string> },
): readonly (Problem & { readonly formula: SourceFormula })[] {
  return places.flatMap(({ name, intent, formula, at }) => {
    const shadows = intent === "new" && commands.has(name);
    return [
      ...(shadows
        ? [
            {
              code: "math/macro-shadows" as const,
              message: `${name} is a command of KaTeX; from here on it is the post's`,
              at,
              formula,
            },
          ]
        : []),
      ...(used.has(name)
        ? []
        : [{ code: "math/macro-unused" as const, message: `${name} is never used`, at, formula }]),
    ];
  });
}
