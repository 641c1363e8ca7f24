import type { Element, Root } from "hast";
import { h } from "hastscript";
import type { BookWords, BookWorld } from "../model/book.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { pictureTypeOf } from "../text/picture-type.ts";
import { changeElements, elementsIn } from "./tree.ts";

export interface PictureShelf {
  /** Base path of the site. */
  readonly base: string;
  readonly world: Pick<BookWorld, "picture" | "hash">;
  readonly words: BookWords;
  /** Path in the book → bytes, filled here. */
  readonly pictures: Map<string, Uint8Array>;
  /** Told of each address whose picture cannot be put into the book. */
  readonly onMissing: (address: string) => void;
}

/**
 * Puts the pictures of a text into the book, under names made of their bytes. Where one is missing or lies on another
 * site stands its address and its alternative text, so that readers see what is not there.
 */
export async function placePictures(root: Root, shelf: PictureShelf): Promise<void> {
  const sources = new Set(
    [...elementsIn(root)].flatMap((one) => (one.tagName === "img" ? String(one.properties["src"]) : [])),
  );
  const placed = new Map<string, string>();
  for (const source of sources) {
    const path = await store(source, shelf);
    if (path === undefined) shelf.onMissing(source);
    else placed.set(source, path);
  }
  changeElements(root, (element) => {
    if (element.tagName !== "img") return [element];
    const { src, alt, width, height } = element.properties;
    const path = placed.get(String(src));
    if (path === undefined) return [placeholder(element, shelf.words)];
    const size = isNumber(width) && isNumber(height) ? { width, height } : {};
    return [h("img", { src: path, alt: String(alt ?? ""), ...size })];
  });
}

function isNumber(value: unknown): value is string | number {
  return typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value));
}

async function store(source: string, { base, world, pictures }: PictureShelf): Promise<string | undefined> {
  const [address = ""] = source.split(/[?#]/, 1);
  if (!address.startsWith(base) || pictureTypeOf(address) === undefined) return undefined;
  const path = decodeAddress(address.slice(base.length));
  const bytes = await world.picture(path);
  if (!bytes) return undefined;
  const name = `pictures/${world.hash(bytes).slice(0, 16)}.${path.replace(/^.*\./s, "").toLowerCase()}`;
  pictures.set(name, bytes);
  return name;
}

function placeholder({ properties }: Element, words: BookWords): Element {
  const { src, alt } = properties;
  const text = typeof alt === "string" && alt !== "" ? ` ${alt}` : "";
  return h("span", { className: "no-picture" }, words.noPicture(String(src)) + text);
}
