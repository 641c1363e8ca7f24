import { itemAt } from "../known.ts";
import { behindArgument, cutTex, type TexToken } from "./tex-tokens.ts";

type Step = (tokens: readonly TexToken[]) => readonly TexToken[];

const words = (text: string): readonly string[] => text.split(" ");

/** What changes how a formula looks, not what it says. */
const dropped: ReadonlySet<string> = new Set([
  ...words(
    String.raw`\left \right \middle \big \Big \bigg \Bigg \bigl \Bigl \biggl \Biggl \bigr \Bigr \biggr \Biggr \bigm \Bigm`,
  ),
  ...words(
    String.raw`\biggm \Biggm \, \; \: \! \> \quad \qquad ~ \notag \nonumber \limits \nolimits \displaystyle \textstyle`,
  ),
  ...words(String.raw`\scriptstyle \scriptscriptstyle & \\`),
  "\\ ",
]);

/** The same with the group behind it. */
const droppedWithGroup: ReadonlySet<string> = new Set(words(String.raw`\label \tag \color \textcolor \hspace \vspace`));

/** Commands behind which a dot stands for nothing. */
const delimiters: ReadonlySet<string> = new Set(words(String.raw`\left \right \middle`));

/** Environments that only arrange. */
const arrangements =
  /^\\(?:begin|end)\{(?:equation|align|aligned|alignat|alignedat|gather|gathered|multline|split|flalign|eqnarray)\*?\}$/;

const fonts: ReadonlySet<string> = new Set(
  words(String.raw`\mathrm \mathbf \boldsymbol \bm \mathit \text \operatorname`),
);

/** Spellings of one sign → the one that stands for all. */
const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [String.raw`\frac`]: String.raw`\dfrac \tfrac \cfrac`,
    [String.raw`\binom`]: String.raw`\dbinom \tbinom`,
    [String.raw`\le`]: String.raw`\leq \leqslant`,
    [String.raw`\ge`]: String.raw`\geq \geqslant`,
    [String.raw`\ne`]: String.raw`\neq`,
    [String.raw`\to`]: String.raw`\rightarrow`,
    [String.raw`\gets`]: String.raw`\leftarrow`,
    [String.raw`\Leftrightarrow`]: String.raw`\iff`,
    [String.raw`\Rightarrow`]: String.raw`\implies`,
    "|": String.raw`\mid \vert \lvert \rvert`,
    "‖": String.raw`\Vert \lVert \rVert \|`,
    "*": String.raw`\ast`,
    [String.raw`\{`]: String.raw`\lbrace`,
    [String.raw`\}`]: String.raw`\rbrace`,
    [String.raw`\dots`]: String.raw`\ldots \cdots \dotsc`,
    "'": String.raw`\prime`,
    [String.raw`\top`]: String.raw`\intercal`,
  }).flatMap(([one, others]) => words(others).map((other) => [other, one] as const)),
);

/** Macros within macros that are followed; one that names itself ends here. */
const maxMacroDepth = 4;

/** Macros without parameters are what they stand for; the range is that of their name. */
function expandMacros(
  tokens: readonly TexToken[],
  macros: Readonly<Record<string, string>>,
  depth: number,
): readonly TexToken[] {
  return tokens.flatMap((one) => {
    const body = Object.hasOwn(macros, one.text) ? macros[one.text] : undefined;
    if (body === undefined || body.includes("#") || depth === 0) return [one];
    const inner = cutTex(body).map(({ text }) => ({ ...one, text }));
    return expandMacros(inner, macros, depth - 1);
  });
}

/** Leaves out what only changes the look, with the arguments that belong to it. */
const dropLooks: Step = (tokens) => {
  const kept: TexToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const one = itemAt(tokens, index);
    const next = tokens[index + 1]?.text;
    if (droppedWithGroup.has(one.text)) index = behindArgument(tokens, next === "*" ? index + 2 : index + 1) - 1;
    else if (one.text.startsWith("\\begin{array")) {
      kept.push(one);
      index = behindArgument(tokens, index + 1) - 1;
    } else if (delimiters.has(one.text) && next === ".") index += 1;
    else if (one.text === "\\\\" && next === "[") {
      const close = tokens.findIndex(({ text }, at) => at > index && text === "]");
      index = close < 0 ? index : close;
    } else if (!dropped.has(one.text) && !arrangements.test(one.text)) kept.push(one);
  }
  return kept;
};

/** The sign of a transpose, in any of its spellings. An upright T is one, an italic T may be an exponent. */
const transposes: Step = (tokens) => {
  const kept: TexToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const one = itemAt(tokens, index);
    kept.push(one);
    if (one.text !== "^") continue;
    const start = index + 1;
    const first = behindArgument(tokens, start);
    const end = fonts.has(tokens[start]?.text ?? "") ? behindArgument(tokens, first) : first;
    const [font, letter, ...more] = tokens.slice(start, end).filter(({ text }) => !/^[{}]$/.test(text));
    if (!font || !letter || letter.text !== "T" || more.length > 0 || !fonts.has(font.text)) continue;
    kept.push({ text: String.raw`\top`, start: font.start, end: letter.end });
    index = end - 1;
  }
  return kept;
};

/** A font is no part of what a letter says. Its group goes too, unless it is a script: `Tr` is `\mathrm{Tr}`. */
const dropFonts: Step = (tokens) => {
  const kept: TexToken[] = [];
  const closing = new Set<number>();
  for (let index = 0; index < tokens.length; index += 1) {
    const one = itemAt(tokens, index);
    if (closing.has(index)) continue;
    if (!fonts.has(one.text)) {
      kept.push(one);
      continue;
    }
    if (tokens[index + 1]?.text === "*") index += 1;
    const isScript = /^[_^]$/.test(kept.at(-1)?.text ?? "");
    if (tokens[index + 1]?.text !== "{" || isScript) continue;
    closing.add(behindArgument(tokens, index + 1) - 1);
    index += 1;
  }
  return kept;
};

const unifySpellings: Step = (tokens) => tokens.map((one) => ({ ...one, text: spellings.get(one.text) ?? one.text }));

/** A group of one token is that token, an empty one nothing, and a group around a group is that group. */
const dropBraces: Step = (tokens) => {
  const kept: TexToken[] = [];
  const open: number[] = [];
  /** Where a group begins that ends with the last token. */
  let closed = -1;
  for (const one of tokens) {
    if (one.text === "{") open.push(kept.length);
    kept.push(one);
    const start = one.text === "}" ? open.pop() : undefined;
    if (start === undefined) continue;
    const inner = kept.length - start - 2;
    const isDouble = closed === start + 1 && kept.at(-2)?.text === "}";
    if (inner > 1 && !isDouble) {
      closed = start;
      continue;
    }
    kept.splice(start, 1);
    kept.pop();
    closed = isDouble ? start : -1;
  }
  return kept;
};

/** Primes stand without their circumflex: `f^{\prime\prime}` is `f''`. */
const primes: Step = (tokens) => {
  const kept: TexToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const one = itemAt(tokens, index);
    const end = one.text === "^" ? behindArgument(tokens, index + 1) : index;
    const raised = tokens.slice(index + 1, end).filter(({ text }) => !/^[{}]$/.test(text));
    if (raised.length === 0 || raised.some(({ text }) => text !== "'")) kept.push(one);
    else {
      kept.push(...raised);
      index = end - 1;
    }
  }
  return kept;
};

/** In order: each works on what the one before it left. */
const steps: readonly Step[] = [dropLooks, transposes, dropFonts, unifySpellings, dropBraces, primes];

/**
 * TeX in the form in which formulas are compared: spellings that say the same become one. Index and query go through this
 * function alike. Its manual is `test/cases/search/normal-form.md`.
 *
 * @param macros name with backslash → TeX; those with parameters stay as they are
 */
export function normaliseTex(tex: string, macros: Readonly<Record<string, string>> = {}): readonly TexToken[] {
  return steps.reduce((tokens, step) => step(tokens), expandMacros(cutTex(tex), macros, maxMacroDepth));
}
