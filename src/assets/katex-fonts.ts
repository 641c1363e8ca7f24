import type { Glyphs } from "../model/post.ts";
import { remembered } from "../text/remembered.ts";

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

/** Numbers of other posts come into formulas when a page is printed; their signs are there from the start. */
export const signsOfNumbers: Glyphs = { "KaTeX_Main-Regular": "'(),-.0123456789?" };

/** What KaTeX's stylesheet says about fonts. */
export interface KatexFonts {
  readonly faces: readonly Face[];
  /** From the weakest to the strongest. */
  readonly rules: readonly Rule[];
  /** Every class that a rule speaks of. */
  readonly known: ReadonlySet<string>;
  /** Around every markup. The elements below it that have been met are matched against the rules once. */
  readonly root: Path;
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
  const known = new Set(rules.flatMap(({ selector }) => selector.flatMap(({ classes }) => classes)));
  const root = { tag: "", classes: new Set<string>(), isHidden: false, children: new Map(), written: new Map() };
  return { faces, rules: rules.toSorted((a, b) => weightOf(a) - weightOf(b)), known, root };
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
  /** The file of the font that the text directly inside is drawn with; absent outside of formulas. */
  readonly file?: string;
  readonly font?: Font;
  readonly isHidden: boolean;
  readonly children: Map<string, Path>;
  /** The same by the beginning of a tag as KaTeX writes it, so that it is not read again. */
  readonly written: Map<string, Path>;
}

/** The MathML beside a formula, as KaTeX writes it; nothing in it is drawn with KaTeX's fonts. */
const mathmlStart = '<span class="katex-mathml">';
const mathmlEnd = "</math></span>";
/** How KaTeX begins most tags. */
const spanStart = '<span class="';

/** Class of the MathML beside a formula. */
const hidden = "katex-mathml";

/** Characters of markup whose glyphs are kept: half of the formulas of an archive stand in it more than once. */
const charactersKept = 2_000_000;

/**
 * Tells what glyphs some pieces of markup need together, each whole by itself.
 *
 * @param css the stylesheet of KaTeX
 */
export function openGlyphs(css: string): (markup: Iterable<string>) => Glyphs {
  const fonts = readKatexFonts(css);
  const ofOne = remembered((html) => glyphsIn(html, fonts), charactersKept);
  return (markup) => joinGlyphs(Array.from(new Set(markup), (html) => ofOne(html)));
}

const empty: ReadonlySet<string> = new Set("area br col hr img input link meta source wbr".split(" "));

/**
 * The characters that each font of KaTeX has to draw in some markup, by the name of the font's file. What stands
 * in the MathML beside a formula is not drawn.
 *
 * @param html markup as KaTeX, a serialiser, or the printer of a post writes it
 */
export function glyphsIn(html: string, fonts: KatexFonts): Glyphs {
  const used = new Map<string, Set<string>>();
  const open: Path[] = [fonts.root];
  for (let at = 0; at < html.length;) {
    const path = open.at(-1);
    const start = html.indexOf("<", at);
    if (path?.file !== undefined && start !== at)
      addCharacters(charactersOf(path.file, used), html.slice(at, start === -1 ? undefined : start));
    if (start === -1) break;
    at = endOfTag(html, start);
    if (html.startsWith("</", start)) {
      if (open.length > 1) open.pop();
    } else if (html.startsWith(mathmlStart, start)) {
      const end = html.indexOf(mathmlEnd, at);
      at = end === -1 ? html.length : end + mathmlEnd.length;
    } else if (path) {
      const child = childAt(html, { start, end: at }, path, fonts);
      if (child) open.push(child);
    }
  }
  return sorted(used);
}

/** The element that a tag opens; `undefined` if it opens none. */
function childAt(html: string, tag: { start: number; end: number }, path: Path, fonts: KatexFonts): Path | undefined {
  if (!html.startsWith(spanStart, tag.start)) return readTag(html.slice(tag.start, tag.end), path, fonts);
  const written = html.slice(tag.start, html.indexOf('"', tag.start + spanStart.length) + 1);
  const known = path.written.get(written);
  if (known) return known;
  const child = readTag(html.slice(tag.start, tag.end), path, fonts);
  if (child) path.written.set(written, child);
  return child;
}

function readTag(tag: string, path: Path, fonts: KatexFonts): Path | undefined {
  const name = /^<([A-Za-z][\w-]*)/.exec(tag)?.[1];
  if (name === undefined || tag.endsWith("/>") || empty.has(name)) return undefined;
  return enter(path, name, classesIn(tag, fonts), fonts);
}

/** Behind the `>` that ends a tag; one between quotes does not. */
function endOfTag(html: string, start: number): number {
  let isQuoted = false;
  for (let from = start; ;) {
    const end = html.indexOf(">", from);
    if (end === -1) return html.length;
    const part = html.slice(from, end);
    for (let at = part.indexOf('"'); at !== -1; at = part.indexOf('"', at + 1)) isQuoted = !isQuoted;
    if (!isQuoted) return end + 1;
    from = end + 1;
  }
}

function addCharacters(characters: Set<string>, text: string): void {
  if (text.length === 1) characters.add(text);
  else for (const character of text.includes("&") ? unescape(text) : text) characters.add(character);
}

/** The classes of a tag that rules speak of, and the one that hides. */
function classesIn(tag: string, { known }: KatexFonts): readonly string[] {
  const names = /\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/.exec(tag);
  const all = names?.[1] ?? names?.[2] ?? names?.[3] ?? "";
  return all.split(" ").filter((name) => known.has(name) || name === hidden);
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

function enter(parent: Path, tag: string, classes: readonly string[], fonts: KatexFonts): Path {
  // Between two elements that no rule tells apart nothing changes: deep nesting does not make more paths.
  if (classes.length === 0 && parent.classes.size === 0 && parent.tag === tag) return parent;
  const key = `${tag} ${classes.join(" ")}`;
  const entered = parent.children.get(key);
  if (entered) return entered;
  const isHidden = parent.isHidden || classes.includes(hidden);
  const bare: Path = { parent, tag, classes: new Set(classes), isHidden, children: new Map(), written: new Map() };
  const matching = fonts.rules.filter(({ selector }) => matches(bare, selector));
  const font = matching.reduce<Partial<Font>>((sum, rule) => ({ ...sum, ...rule.font }), parent.font ?? {});
  const file = isComplete(font) && !isHidden ? fileFor(font, fonts.faces) : undefined;
  const path = isComplete(font) ? { ...bare, font, ...(file !== undefined && { file }) } : bare;
  parent.children.set(key, path);
  return path;
}

function charactersOf(file: string, used: Map<string, Set<string>>): Set<string> {
  const characters = used.get(file) ?? new Set();
  used.set(file, characters);
  return characters;
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
function fileFor({ family, bold, italic }: Font, faces: readonly Face[]): string | undefined {
  const distance = (face: Face) => (face.italic === italic ? 0 : 2) + (face.bold === bold ? 0 : 1);
  const [best] = faces.filter((face) => face.family === family).toSorted((a, b) => distance(a) - distance(b));
  return best?.file;
}

/** All glyphs of several places. */
export function joinGlyphs(all: Iterable<Glyphs>): Glyphs {
  const used = new Map<string, Set<string>>();
  for (const glyphs of all) {
    for (const [file, characters] of Object.entries(glyphs)) {
      const sum = charactersOf(file, used);
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
