import { characterWidth } from "./formula-characters.ts";
import { remembered } from "./remembered.ts";

/** How large a formula is about, in em of its own font. */
export interface FormulaSize {
  /** On one line. */
  readonly width: number;
  /** Its widest part that no line break divides. */
  readonly widest: number;
  readonly height: number;
}

/** What a class of KaTeX's does to the width of an element. */
interface Effect {
  /** It takes no room in the line. */
  readonly isWeightless?: boolean;
  /** Its children stand above each other. */
  readonly isStack?: boolean;
  /** Room that the stylesheet gives it on both sides together. */
  readonly around?: number;
  /** How much wider letters are than in the plain font. */
  readonly wider?: number;
}

const effects: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ...["katex-strut", "pstrut", "vlist-s", "llap", "rlap", "clap", "katex-thinbox", "katex-tag"].map(
    (name): [string, Effect] => [name, { isWeightless: true }],
  ),
  ["vlist", { isStack: true }],
  ["vlist-t", { isStack: true }],
  ["nulldelimiter", { around: 0.12 }],
  ["boxpad", { around: 0.6 }],
  ["x-arrow-pad", { around: 1 }],
  ["cancel-pad", { around: 0.4 }],
  ["katex-root", { around: -0.28 }],
  ["boldsymbol", { wider: 1.08 }],
  ["mathbf", { wider: 1.08 }],
]);

/** Font sizes of KaTeX's classes `size1` to `size11`. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488] as const;

/** How much wider than in the line a delimiter is, by its class. */
const delimiters: ReadonlyMap<string, number> = new Map([
  ["size1", 1.04],
  ["size2", 1.36],
  ["size3", 1.67],
  ["size4", 1.8],
]);

/** A tag with the text behind it; those that hold nothing are passed over with their text, for none follows them. */
const tag = /<(\/?)(?!wbr|img|path|line)[a-z]+\b(?: class="([^"]*)")?(?: style="([^"]*)")?[^>]*>([^<]*)/g;

/** A length of a style that counts for the width. */
const length = /(?:^|;)(margin-left|margin-right|padding-left|width|min-width):(-?[\d.]+)em/g;

/** The SVG of the second renderer, and the unit of its sizes in KaTeX's font. */
const drawing = /"katex-html" aria-hidden="true"><svg[^>]* width="([\d.]+)ex" height="([\d.]+)ex"/;
const ex = 0.43;

/** What the classes of an element do together. */
interface Kind extends Required<Effect> {
  readonly scale: number;
  readonly isBase: boolean;
}

interface Open {
  readonly parent: Open | undefined;
  readonly kind: Kind;
  readonly style: string;
  /** Width of the children so far. */
  inner: number;
}

/**
 * Estimates the size of a formula from KaTeX's markup, or takes it from the SVG of the second renderer. Characters
 * have the mean width of their kind, so a long formula is known within a few hundredths; that is enough to tell
 * which ones are too wide for a page or a phone, and to shrink them in print.
 */
export const formulaSize: (html: string) => FormulaSize = remembered(measure, 2_000_000);

function measure(html: string): FormulaSize {
  const [, wide, high] = drawing.exec(html) ?? [];
  if (wide !== undefined) return { width: Number(wide) * ex, widest: Number(wide) * ex, height: Number(high) * ex };
  const root: Open = { parent: undefined, kind: kindOf(""), style: "", inner: 0 };
  let here = root;
  let widest = 0;
  for (const [, closing, name = "", style = "", text = ""] of visible(html).matchAll(tag)) {
    if (closing === "") here = { parent: here, kind: kindOf(name), style, inner: 0 };
    else if (here.parent) {
      const width = widthOf(here);
      if (here.kind.isBase) widest = Math.max(widest, width);
      here = here.parent;
      add(here, width);
    }
    if (text !== "") add(here, textWidth(text));
  }
  const heights = Array.from(html.matchAll(/"katex-strut" style="height:([\d.]+)em/g), ([, height]) => Number(height));
  return { width: root.inner, widest, height: Math.max(0, ...heights) };
}

/** What is drawn, without the MathML before it. */
function visible(html: string): string {
  const start = html.indexOf("</math>");
  return start === -1 ? html : html.slice(start);
}

/** Formulas have the same few hundred classes again and again. */
const kinds = new Map<string, Kind>();

function kindOf(name: string): Kind {
  const known = kinds.get(name);
  if (known) return known;
  const classes = name.split(" ");
  const found = classes.flatMap((one) => effects.get(one) ?? []);
  const kind: Kind = {
    scale: scaleOf(name),
    wider: found.reduce((product, { wider = 1 }) => product * wider, 1),
    around: found.reduce((sum, { around = 0 }) => sum + around, 0),
    isStack: found.some(({ isStack }) => isStack === true),
    isWeightless: found.some(({ isWeightless }) => isWeightless === true) || isAccent(classes),
    isBase: name === "katex-base",
  };
  kinds.set(name, kind);
  return kind;
}

/** `reset-size6 size3`, or `delimsizing size3`. */
function scaleOf(name: string): number {
  const delimiter = /\bdelimsizing (\w+)/.exec(name)?.[1];
  if (delimiter !== undefined) return delimiters.get(delimiter) ?? 1;
  const [, from, to] = /\breset-size(\d+) size(\d+)/.exec(name) ?? [];
  return from === undefined ? 1 : Number(sizes[Number(to) - 1]) / Number(sizes[Number(from) - 1]);
}

function isAccent(classes: readonly string[]): boolean {
  return classes.includes("accent-body") && !classes.includes("accent-full");
}

function widthOf({ kind, style, inner }: Open): number {
  if (kind.isWeightless) return 0;
  let width = inner;
  let { around } = kind;
  if (style !== "") {
    for (const [, name = "", value] of style.matchAll(length)) {
      if (name.endsWith("width")) width = Math.max(width, Number(value));
      else around += Number(value);
    }
  }
  return (width + around) * kind.scale * kind.wider;
}

function add(parent: Open, width: number): void {
  parent.inner = parent.kind.isStack ? Math.max(parent.inner, width) : parent.inner + width;
}

function textWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(/&[^;]+;/g, "=")) width += characterWidth(character);
  return width;
}
