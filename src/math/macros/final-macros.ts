import type { TexMacro } from "../../model/ports.ts";
import type { SourceFormula } from "../../model/post.ts";
import { macroTable } from "../compat/macro-table.ts";
import { lex } from "../tex/lex.ts";
import { liftDefinitions } from "./lift.ts";
import { arityWith, configuredMacros, rewriteBody } from "./macro-table.ts";

/**
 * The macros as they are at the end of a post, for formulas that are set apart from its own: built-in ones, those of
 * settings and front matter, and the definitions of its formulas.
 */
export function finalMacros(
  formulas: readonly SourceFormula[],
  configured: Readonly<Record<string, string>>,
): readonly TexMacro[] {
  const lifted = formulas.flatMap(({ tex }) => liftDefinitions(lex(tex)).macros.map(({ macro }) => macro));
  const macros = new Map([...configuredMacros(configured), ...lifted].map((one) => [one.name, one]));
  return [...macroTable, ...[...macros.values()].map((one) => rewriteBody(one, arityWith(macros)))];
}
