import type { Element, Root } from "hast";
import type { SourcePath } from "../../model/brand.ts";
import type { Images } from "../../model/ports.ts";
import type { Span } from "../../model/position.ts";
import { visit } from "../visit.ts";
import { decodeAddress } from "../../text/decode-address.ts";
import { spanOf } from "./to-hast.ts";

export interface ImageContext {
  readonly images: Images;
  readonly path: SourcePath;
  /** Path under which the site is served, ends with `/`. */
  readonly base: string;
  readonly missing: (src: string, span: Span | undefined) => void;
  readonly unreadable: (src: string, span: Span | undefined) => void;
}

/**
 * Makes pictures load late and without moving the page: width and height are read from the file.
 * A path from `/` is looked up in `public/`, another one beside the post.
 */
export function sizeImages(root: Root, context: ImageContext): void {
  visit(root, "element", (node: Element) => {
    if (node.tagName !== "img") return;
    node.properties["loading"] = "lazy";
    node.properties["decoding"] = "async";
    const { src } = node.properties;
    if (typeof src !== "string" || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) return;
    const span = node.position && spanOf(node);
    const path = outPath(src, context.path);
    const size = path === undefined ? undefined : context.images.size(path);
    if (path !== undefined) node.properties["src"] = context.base + path.split("/").map(encodeURIComponent).join("/");
    if (size === undefined) context.missing(src, span);
    else if (size === "unknown") context.unreadable(src, span);
    else {
      node.properties["width"] ??= size.width;
      node.properties["height"] ??= size.height;
    }
  });
}

/** Path in the output folder that an address of a post means; `undefined` if it leads outside. */
function outPath(src: string, path: SourcePath): string | undefined {
  const address = decodeAddress(src.replace(/[?#].*$/s, ""));
  const segments = address.startsWith("/") ? [] : path.split("/").slice(0, -1);
  for (const segment of address.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}
