/** Environments that need no `$$` around them and have a starred form. */
const starred = ["equation", "align", "gather", "alignat", "xalignat", "flalign", "eqnarray", "multline"];

const unstarred =
  "subequations math displaymath aligned alignedat gathered split cases dcases rcases array darray matrix pmatrix " +
  "bmatrix Bmatrix vmatrix Vmatrix smallmatrix CD";

const builtIn: readonly string[] = [...starred, ...starred.map((name) => `${name}*`), ...unstarred.split(" ")];

const definition = /\\newenvironment\*?[ \t]*\{([^{}\\\n$]+)\}/g;

/** Names of the environments that are read without `$` in this source: built in, given, and made by `\newenvironment` in it. */
export function mathEnvironments(source: string, extra: readonly string[]): ReadonlySet<string> {
  const names = new Set([...builtIn, ...extra]);
  for (const [, name] of source.matchAll(definition)) names.add(String(name));
  return names;
}
