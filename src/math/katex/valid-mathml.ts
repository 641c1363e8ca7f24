/** Elements with a fixed number of children. */
const counted: ReadonlySet<string | undefined> = new Set(
  "mfrac mroot msub msup msubsup munder mover munderover".split(" "),
);

/** Function application before the end of an operator: few formulas have it. */
const application = "\u2061</mo>";
const piece = /<(\/?)(m\w+)\b[^>]*>(\u2061<\/mo>)?/g;

/**
 * Mends what KaTeX writes that MathML does not have: cells with a width, and the sign of function application behind
 * a name that is all of a script, `x_{\max}`, where it is a child too many.
 */
export function validMathml(mathml: string): string {
  const cells = mathml.replaceAll('<mtd width="50%">', "<mtd>");
  return cells.includes(application) ? withoutApplications(cells) : cells;
}

function withoutApplications(mathml: string): string {
  const open: string[] = [];
  return mathml.replace(piece, (text, slash: string, name: string, applied?: string) => {
    if (applied !== undefined) return counted.has(open.at(-1)) ? "" : text;
    if (slash === "") open.push(name);
    else open.pop();
    return text;
  });
}
