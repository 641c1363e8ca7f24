import type { Glyphs } from "../model/post.ts";

/** A file of a font family: what `@font-face` says of it. */
interface Face {
  readonly file: string;
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** One element of a selector, `.delimsizing.mult` or `span`, and whether it must be the parent of the next. */
interface Compound {
  readonly tag?: string;
  readonly classes: readonly string[];
  readonly isParent: boolean;
}

interface Font {
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

interface Rule {
  readonly selector: readonly Compound[];
  readonly font: Partial<Font>;
}

/** What KaTeX's stylesheet says about fonts. */
export interface KatexFonts {
  readonly faces: readonly Face[];
  /** From the weakest to the strongest. */
  readonly rules: readonly Rule[];
}

/**
 * Reads the fonts and the rules that choose them out of KaTeX's stylesheet, so that nothing about its classes is
 * written down twice. Rules of equal weight stay in the order of the sheet, as the cascade has it.
 */
export function readKatexFonts(css: string): KatexFonts {
  const blocks = Array.from(css.matchAll(/([^{}]+)\{([^{}]*)\}/g), ([, selectors = "", body = ""]) => ({
    selectors: selectors.trim(),
    body,
  }));
  const faces = blocks.flatMap(({ selectors, body }): readonly Face[] => {
    const file = /([\w-]+)\.woff2/.exec(body)?.[1];
    const { family = "", bold = false, italic = false } = fontIn(body);
    return selectors === "@font-face" && file !== undefined ? [{ file, family, bold, italic }] : [];
  });
  const rules = blocks.flatMap(({ selectors, body }): readonly Rule[] => {
    const font = fontIn(body);
    if (selectors.startsWith("@") || Object.keys(font).length === 0) return [];
    return selectors.split(",").map((selector) => ({ selector: readSelector(selector), font }));
  });
  return { faces, rules: rules.toSorted((a, b) => weightOf(a) - weightOf(b)) };
}

function fontIn(body: string): Partial<Font> {
  const short = /(?:^|;)font:([^;]*)/.exec(body)?.[1];
  if (short !== undefined) {
    const family = /(KaTeX_\w+)/.exec(short)?.[1];
    return family === undefined
      ? {}
      : { family, bold: /\bbold\b|\b700\b/.test(short), italic: short.includes("italic") };
  }
  const value = (name: string) => new RegExp(`(?:^|;)font-${name}:"?([\\w]+)`).exec(body)?.[1];
  const [family, weight, style] = [value("family"), value("weight"), value("style")];
  return {
    ...(family?.startsWith("KaTeX_") === true && { family }),
    ...(weight !== undefined && { bold: weight === "700" || weight === "bold" }),
    ...(style !== undefined && { italic: style === "italic" }),
  };
}

function readSelector(selector: string): readonly Compound[] {
  return selector
    .trim()
    .replace(/\s*>\s*/g, "> ")
    .split(/\s+/)
    .map((text) => {
      const tag = /^[a-z][\w-]*/.exec(text)?.[0];
      const classes = Array.from(text.matchAll(/\.([\w-]+)/g), ([, name = ""]) => name);
      return { ...(tag !== undefined && { tag }), classes, isParent: text.endsWith(">") };
    });
}

/** Classes count before names of elements. */
function weightOf({ selector }: Rule): number {
  return selector.reduce((sum, { classes, tag }) => sum + classes.length * 100 + (tag === undefined ? 0 : 1), 0);
}

/** An element with its ancestors. Equal paths share one object, so that each is matched against the rules once. */
interface Path {
  readonly parent?: Path;
  readonly tag: string;
  readonly classes: ReadonlySet<string>;
  /** File whose glyphs the text directly inside is drawn with; absent outside of formulas. */
  readonly file?: string;
  readonly font?: Font;
  readonly isHidden: boolean;
  readonly children: Map<string, Path>;
}

const markup = /<(\/?)([A-Za-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+/g;
const empty: ReadonlySet<string> = new Set("area br col hr img input link meta source wbr".split(" "));

/**
 * The characters that each font of KaTeX has to draw in some markup, by the name of the font's file. What stands
 * in the MathML beside a formula is not drawn.
 *
 * @param html markup as KaTeX, a serialiser, or the printer of a post writes it
 */
export function glyphsIn(html: string, fonts: KatexFonts): Glyphs {
  const used = new Map<string, Set<string>>();
  const top: Path = { tag: "", classes: new Set(), isHidden: false, children: new Map() };
  let path = top;
  for (const [text, slash, tag, attributes = ""] of html.matchAll(markup)) {
    if (tag === undefined) {
      if (path.file === undefined || path.isHidden) continue;
      const characters = used.get(path.file) ?? new Set();
      used.set(path.file, characters);
      for (const character of unescape(text)) characters.add(character);
    } else if (slash === "/") path = path.parent ?? top;
    else if (!attributes.endsWith("/") && !empty.has(tag)) path = enter(path, tag, attributes, fonts);
  }
  return sorted(used);
}

function unescape(text: string): string {
  return text
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7}));/gi, (_all, hex: string | undefined, decimal: string) =>
      String.fromCodePoint(Math.min(0x10ffff, hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))),
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&nbsp;", "\u00a0")
    .replaceAll("&amp;", "&");
}

function enter(parent: Path, tag: string, attributes: string, fonts: KatexFonts): Path {
  const names = /\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/.exec(attributes);
  const name = names?.[1] ?? names?.[2] ?? names?.[3] ?? "";
  const key = `${tag} ${name}`;
  const known = parent.children.get(key);
  if (known) return known;
  const classes = new Set(name.split(/\s+/));
  const isHidden = parent.isHidden || classes.has("katex-mathml");
  const bare: Path = { parent, tag, classes, isHidden, children: new Map() };
  const matching = fonts.rules.filter(({ selector }) => matches(bare, selector));
  const font = matching.reduce<Partial<Font>>((sum, rule) => ({ ...sum, ...rule.font }), parent.font ?? {});
  const path = isComplete(font) ? { ...bare, font, ...fileFor(font, fonts.faces) } : bare;
  parent.children.set(key, path);
  return path;
}

function isComplete(font: Partial<Font>): font is Font {
  return font.family !== undefined && font.bold !== undefined && font.italic !== undefined;
}

/** Whether the last part of a selector is this element and the others are among its ancestors. */
function matches(path: Path, selector: readonly Compound[]): boolean {
  const last = selector.at(-1);
  if (!last || !isElement(path, last)) return false;
  const rest = selector.slice(0, -1);
  if (rest.length === 0) return true;
  if (rest.at(-1)?.isParent === true) return path.parent !== undefined && matches(path.parent, rest);
  for (let one = path.parent; one; one = one.parent) if (matches(one, rest)) return true;
  return false;
}

function isElement({ tag, classes }: Path, compound: Compound): boolean {
  return (compound.tag ?? tag) === tag && compound.classes.every((name) => classes.has(name));
}

/** The face that browsers choose: the style comes before the weight, and what is missing is imitated. */
function fileFor({ family, bold, italic }: Font, faces: readonly Face[]): { readonly file?: string } {
  const distance = (face: Face) => (face.italic === italic ? 0 : 2) + (face.bold === bold ? 0 : 1);
  const [best] = faces.filter((face) => face.family === family).toSorted((a, b) => distance(a) - distance(b));
  return best ? { file: best.file } : {};
}

/** All glyphs of several places. */
export function joinGlyphs(all: Iterable<Glyphs>): Glyphs {
  const used = new Map<string, Set<string>>();
  for (const glyphs of all) {
    for (const [file, characters] of Object.entries(glyphs)) {
      const sum = used.get(file) ?? new Set();
      used.set(file, sum);
      for (const character of characters) sum.add(character);
    }
  }
  return sorted(used);
}

/** One order of fonts and characters, whatever order they were met in. */
function sorted(used: ReadonlyMap<string, ReadonlySet<string>>): Glyphs {
  return Object.fromEntries(
    [...used]
      .map(
        ([file, characters]) =>
          [
            file,
            [...characters]
              .filter((one) => !/\s/.test(one))
              .toSorted()
              .join(""),
          ] as const,
      )
      .filter(([, characters]) => characters !== "")
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
