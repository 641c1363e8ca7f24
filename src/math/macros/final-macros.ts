import type { TexMacro } from "../../model/ports.ts";
import { macroTable } from "../compat/macro-table.ts";
import { lex } from "../tex/lex.ts";
import { liftDefinitions } from "./lift.ts";
import { arityWith, configuredMacros, rewriteBody } from "./macro-table.ts";
import type { TexEnvironment } from "./read-definition.ts";

/** Formulas as far as they define something. */
export type Defining = readonly { readonly tex: string }[];

/** What is defined at the end of a post, the last of each name, as the author wrote it. */
export function finalDefinitions(
  formulas: Defining,
  configured: Readonly<Record<string, string>>,
): { readonly macros: readonly TexMacro[]; readonly environments: readonly TexEnvironment[] } {
  const lifted = formulas.map(({ tex }) => liftDefinitions(lex(tex)));
  const macros = [...configuredMacros(configured), ...lifted.flatMap((one) => one.macros.map(({ macro }) => macro))];
  return {
    macros: [...new Map(macros.map((one) => [one.name, one])).values()],
    environments: lifted.flatMap(({ environments }) => environments),
  };
}

/**
 * The macros as they are at the end of a post, for formulas that are set apart from its own: built-in ones, those of
 * settings and front matter, and the definitions of its formulas.
 */
export function finalMacros(formulas: Defining, configured: Readonly<Record<string, string>>): readonly TexMacro[] {
  const { macros } = finalDefinitions(formulas, configured);
  const arity = arityWith(new Map(macros.map((one) => [one.name, one])));
  return [...macroTable, ...macros.map((one) => rewriteBody(one, arity))];
}

/** What the macros of a post stand for at its end, by name with backslash; those with parameters are left out. */
export function expansionsOf(
  formulas: Defining,
  configured: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { macros } = finalDefinitions(formulas, configured);
  return Object.fromEntries(macros.flatMap(({ name, parameters, body }) => (parameters === "" ? [[name, body]] : [])));
}
