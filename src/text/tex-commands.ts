import { scriptText } from "./tex-scripts.ts";

/** A command with arguments: how many, and what it prints. */
export interface TexCommand {
  /** `[…]` may stand before the arguments. */
  readonly optional?: true;
  readonly arity: number;
  readonly text: (first: string, second: string, optional: string) => string;
  /** Kept apart from letters and digits beside it, like the name of a function. */
  readonly word?: true;
}

const names = (list: string) => list.split(/\s+/);
const each = (list: string, command: TexCommand) => names(list).map((name) => [name, command] as const);
const first: TexCommand = { arity: 1, text: (one) => one };
const second: TexCommand = { arity: 2, text: (_one, two) => two };

const accents: Readonly<Record<string, string>> = {
  hat: "\u0302",
  widehat: "\u0302",
  bar: "\u0304",
  tilde: "\u0303",
  widetilde: "\u0303",
  vec: "\u20d7",
  dot: "\u0307",
  ddot: "\u0308",
  check: "\u030c",
  breve: "\u0306",
  acute: "\u0301",
  grave: "\u0300",
  mathring: "\u030a",
};

/** An accent stands on one letter; over several it would stand on the last one only, and is left out. */
function accent(mark: string): TexCommand {
  return { arity: 1, text: (one) => (/^\p{L}$/u.test(one) ? (one + mark).normalize("NFC") : one) };
}

const doubleStruck: Readonly<Record<string, string>> = { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" };

function toDoubleStruck(text: string): string {
  return text.replace(/[A-Za-z0-9]/g, (sign) => {
    const [from, to] = /[A-Z]/.test(sign) ? ["A", 0x1d538] : /[a-z]/.test(sign) ? ["a", 0x1d552] : ["0", 0x1d7d8];
    return doubleStruck[sign] ?? String.fromCodePoint(to + sign.charCodeAt(0) - from.charCodeAt(0));
  });
}

/** Whether a text stays one thing beside `/`, `√` or an exponent: a word, a number, something in brackets. */
function isAtom(text: string): boolean {
  return /^(?:[\p{L}\p{N}\p{M}.′∂∇∞]+|\([^()]*\)|‖[^‖]*‖|\|[^|]*\|)$/u.test(text);
}

export function inBrackets(text: string): string {
  return Array.from(text).length < 2 || isAtom(text) ? text : `(${text})`;
}

/** A product below the line is put into brackets, because `a/bc` reads as `(a/b)c`; `dx` is one thing. */
function denominator(text: string): string {
  return /^(?:\p{L}\p{M}?\p{No}*|[\d.]+|[d∂]\p{L}\p{No}*|\(.*\))$/u.test(text) && isAtom(text) ? text : `(${text})`;
}

export function fraction(above: string, below: string): string {
  return `${inBrackets(above)}/${denominator(below)}`;
}

function root(radicand: string, degree: string): string {
  const signs: Readonly<Record<string, string>> = { "": "√", "2": "√", "3": "∛", "4": "∜" };
  const sign = signs[degree] ?? `${scriptText("^", degree).replace(/^\^/, "")}√`;
  return sign + inBrackets(radicand);
}

/** Commands with arguments by their names without backslash; whatever is not here and not a sign is a name. */
export const texCommands: ReadonlyMap<string, TexCommand> = new Map([
  ...each("frac dfrac tfrac cfrac", { arity: 2, text: fraction, word: true }),
  ...each("binom dbinom tbinom", { arity: 2, text: (above, below) => `C(${above},${below})` }),
  ...each("sqrt", { arity: 1, optional: true, text: (one, _two, degree) => root(one, degree) }),
  ...each("mathbb Bbb mathds mathbbm", { arity: 1, text: toDoubleStruck }),
  ...each("operatorname operatorname* mathop", { arity: 1, text: (one) => one, word: true }),
  ...each("pmod", { arity: 1, text: (one) => `(mod ${one})`, word: true }),
  ...each("bmod", { arity: 0, text: () => "mod", word: true }),
  ...each("eqref", { arity: 1, text: (one) => `(${one})` }),
  ...each("boxed fbox underline overline cancel bcancel xcancel sout widecheck overbrace underbrace ref url", first),
  ...each("overrightarrow overleftarrow underrightarrow underleftarrow smash llap rlap clap mathllap mathrlap", first),
  ...each("mathrm mathbf mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm pmb bold", first),
  ...each("mathord mathbin mathrel mathopen mathclose mathpunct mathinner substack ce", first),
  ...each("textcolor colorbox href class cssId style htmlClass htmlId htmlStyle htmlData raisebox", second),
  ...each("overset stackrel", { arity: 2, text: (above, base) => inBrackets(base) + scriptText("^", above) }),
  ...each("underset", { arity: 2, text: (below, base) => inBrackets(base) + scriptText("_", below), word: true }),
  ...each("xrightarrow xleftarrow", { arity: 1, optional: true, text: (above) => `→${scriptText("^", above)}` }),
  ...each("label tag tag* hspace hspace* vspace phantom hphantom vphantom color require", { arity: 1, text: () => "" }),
  ...Object.entries(accents).map(([name, mark]) => [name, accent(mark)] as const),
]);

/** Commands that print nothing: spacing, styles, sizes. */
export const texSilent: ReadonlySet<string> = new Set(
  names(`, ! : > ; / thinspace medspace thickspace negthinspace enspace limits nolimits displaystyle textstyle
  scriptstyle scriptscriptstyle nonumber notag hline hdashline rm bf it sf tt cal normalsize small large Large LARGE
  huge Huge tiny footnotesize scriptsize big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm
  biggm Biggm relax allowbreak nobreak strut mathstrut null begingroup endgroup centering`),
);

/** Commands whose argument is text: spaces count, `$…$` is a formula, `_` and `^` are signs. */
export const texTexts: ReadonlySet<string> = new Set(
  names("text textrm textbf textit textsf texttt textup textnormal textmd mbox hbox textsc"),
);

/** What stands around the rows of an environment; between its cells stands a comma. Others only align. */
export const texTables: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries({
    matrix: ["", ""],
    smallmatrix: ["", ""],
    array: ["", ""],
    pmatrix: ["(", ")"],
    bmatrix: ["[", "]"],
    Bmatrix: ["{", "}"],
    vmatrix: ["|", "|"],
    Vmatrix: ["‖", "‖"],
    cases: ["{", "}"],
    dcases: ["{", "}"],
    rcases: ["{", "}"],
  }),
);

/** Environments with an argument in braces that is not part of the formula. */
export const texWithArgument: ReadonlySet<string> = new Set(names("array alignat alignat* alignedat xalignat tabular"));
