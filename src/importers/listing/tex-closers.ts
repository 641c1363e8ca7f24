/** Everything that opens or closes a group; an escaped character matches as a whole and is neither. */
const groups = /\\begin\{(?<begun>[^{}]*)\}|\\end\{(?<ended>[^{}]*)\}|\\(?:left|right)(?![A-Za-z])|\\[^]|[{}]/g;

/**
 * What a formula that was cut off lacks at its end: closers of open groups, `\left` and environments,
 * innermost first, then its own delimiter. `$\frac{1}{\sqrt{2` lacks `}}$`.
 *
 * @param tex from the opening delimiter (`$`, `$$`) or `\begin{…}` on
 */
export function closersOf(tex: string): string {
  const open: string[] = [tex.slice(0, tex.search(/[^$]|$/))];
  for (const match of tex.matchAll(groups)) {
    const closer = closerOf(match);
    if (closer !== undefined) open.push(closer);
    else if (isClosedBy(open.at(-1), match)) open.pop();
  }
  // A backslash that was cut from its command would escape the delimiter.
  const space = /(?<!\\)(?:\\\\)*\\$/.test(tex) ? " " : "";
  return space + open.reverse().join("");
}

function closerOf({ 0: token, groups: named }: RegExpMatchArray): string | undefined {
  const begun = named?.["begun"];
  if (begun !== undefined) return `\\end{${begun}}`;
  return { "{": "}", "\\left": "\\right." }[token];
}

function isClosedBy(closer: string | undefined, { 0: token }: RegExpMatchArray): boolean {
  return closer === (token === "\\right" ? "\\right." : token);
}
