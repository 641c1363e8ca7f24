import type { Attachment } from "../../model/imported.ts";
import { codeRanges, outsideCode } from "./code-ranges.ts";

/** Where files of a tree were served. */
export interface TreePlaces {
  /** Path of a Markdown file → address of its post. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Paths of all files. */
  readonly paths: ReadonlySet<string>;
}

export interface LinkedBody {
  readonly markdown: string;
  readonly attachments: readonly Attachment[];
}

const target = /(\]\(|<(?:img|a)\b[^>]*?\s(?:src|href)=")([^\s()<>"]+)(?=[\s)"])/g;

/**
 * Rewrites relative addresses, which mean something only in the old tree: a link to a Markdown file becomes the old
 * address of its post, a file beside the post goes where the old site served it. Others stay as they are.
 *
 * @param from path of the post in the tree
 * @param address of the post on the old site; its files were served below
 */
export function rewriteLinks(
  markdown: string,
  {
    from,
    address,
    places,
  }: { readonly from: string; readonly address: string | undefined; readonly places: TreePlaces },
): LinkedBody {
  const attachments = new Map<string, Attachment>();
  const rewritten = outsideCode(markdown, codeRanges(markdown), (text) =>
    text.replace(target, (all: string, start: string, written: string) => {
      if (/^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.test(written)) return all;
      const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(written) ?? [];
      const post = candidates(from, decoded(path))
        .map((one) => places.addresses.get(one))
        .find((one) => one !== undefined);
      if (post !== undefined) return start + post + rest;
      const file = candidates(from, decoded(path)).find((one) => places.paths.has(one));
      const to = address === undefined ? undefined : servedAt(address, decoded(path));
      if (file === undefined || to === undefined) return all;
      attachments.set(to, { from: file, folder: "public", to });
      return `${start}/${to.split("/").map(encodeURIComponent).join("/")}${rest}`;
    }),
  );
  return { markdown: rewritten, attachments: [...attachments.values()] };
}

/** Beside the post, or in the folder that has its name. */
function candidates(from: string, path: string): readonly string[] {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  const own = from.replace(/\.[^./]+$/, "/");
  return [folder + path, own + path].flatMap((one) => normal(one) ?? []);
}

/** `undefined` if the path leads out of the tree. */
function normal(path: string): string | undefined {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

function servedAt(address: string, path: string): string | undefined {
  const name = normal(path.replace(/^(?:\.\.?\/)+/, ""));
  const folder = normal(address.replace(/\?.*$/s, "").replace(/[^/]+\.[a-z]+$/i, ""));
  if (name === undefined || name === "" || folder === undefined || /[\\\p{Cc}]/u.test(folder + name)) return undefined;
  return folder === "" ? name : `${folder}/${name}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
