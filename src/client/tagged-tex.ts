/** What ends a row, opens or closes something, or must not be looked into. */
const signs = /\\begin\s*\{[^}]*\}|\\end\s*\{[^}]*\}|\\\\|\\[a-zA-Z]+\*?|\\[^]|%[^\n]*|[{}]/g;

const environment = /^\s*\\begin\{([a-z]+\*?)\}/;

/**
 * The TeX of a numbered equation with its numbers as `\tag{…}`, so that it keeps them wherever it is pasted. A row with
 * a `\tag` of the author keeps that one; TeX without an environment is displayed by dollars.
 *
 * @param numbers number of each row, `null` for a row without
 */
export function taggedTex(tex: string, numbers: readonly (string | null)[]): string {
  const isBare = environment.test(tex);
  const rows = isBare ? rowEnds(tex) : [tex.length];
  let result = "";
  let done = 0;
  rows.forEach((end, index) => {
    const number = numbers[index] ?? null;
    const row = tex.slice(done, end);
    const tag = number === null || /\\tag\b/.test(row) ? "" : `\\tag{${number}}`;
    // Behind a comment only a new line is TeX again.
    const at = /%[^\n]*\s*$/.test(row) ? row.length : row.trimEnd().length;
    result += row.slice(0, at) + tag + row.slice(at);
    done = end;
  });
  result += tex.slice(done);
  return isBare ? result : `$$${result}$$`;
}

/** Where the rows of the outermost environment end. One with a single number has one row, whatever stands in it. */
function rowEnds(tex: string): readonly number[] {
  const isSingle = /^(?:equation|multline)/.test(environment.exec(tex)?.[1] ?? "");
  const ends: number[] = [];
  let depth = 0;
  for (const { 0: sign, index } of tex.matchAll(signs)) {
    if (sign === "{" || sign.startsWith("\\begin")) depth += 1;
    if (sign === "}" || sign.startsWith("\\end")) depth -= 1;
    const isRow = !isSingle && depth === 1 && (sign === "\\\\" || sign === "\\newline");
    if (isRow || (depth === 0 && sign.startsWith("\\end"))) ends.push(index);
  }
  return ends;
}
