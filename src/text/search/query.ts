/** What a reader asks for. */
export interface Query {
  /** Texts that are to be found as they are. */
  readonly phrases: readonly string[];
  /** TeX without its dollars. */
  readonly formulas: readonly string[];
}

/** Stands for a formula inside a phrase; like a formula of a post it is no word. */
const hole = "\ufffc";

const dollars = /\$\$?([^$]*)\$?\$?/g;
/** A command, or an index at a single letter: `\nabla`, `p_t`, `x^{2}`; not `log_softmax`. */
const texSigns = /\\[A-Za-z]{2}|(?:(?:^|[^A-Za-z])[A-Za-z0-9]|[)\]}])[_^][A-Za-z0-9{\\(]/;
const printable = /[\x20-\x7e]+/g;

/**
 * Reads a query. Formulas stand between dollars, of which the last may be missing while one types, or show by their signs.
 * Hanzi that are parted by white space are looked for apart; words of Latin letters are one phrase; so is what stands in
 * straight quotes.
 */
export function readQuery(text: string): Query {
  const formulas: string[] = [];
  const keep = (tex: string): string => {
    if (tex.trim() !== "") formulas.push(tex.trim());
    return hole;
  };
  const words = text.includes("$")
    ? text.replace(dollars, (_all, tex: string) => keep(tex))
    : text.replace(printable, (part) => (texSigns.test(part) ? keep(part) : part));
  return { phrases: phrasesIn(words), formulas };
}

function phrasesIn(text: string): readonly string[] {
  const phrases: string[] = [];
  for (const [all, quoted] of text.matchAll(/"([^"]*)"?|[^"\s]+/g)) {
    const part = quoted ?? all;
    const before = phrases.at(-1);
    const goesOn = quoted === undefined && before !== undefined && isLatin(before) && isLatin(part);
    if (goesOn) phrases[phrases.length - 1] = `${before} ${part}`;
    else phrases.push(part);
  }
  return phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
}

function isLatin(text: string): boolean {
  return /^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(text);
}
