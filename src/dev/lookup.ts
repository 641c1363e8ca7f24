/** A file of the output: its text, its bytes, or where it lies on disk. */
export type Body = string | Uint8Array | { readonly file: string };

/** What a server may hand out, and nothing else. */
export interface Output {
  /** The content of a path in the output folder; `undefined` if there is no such file. */
  readonly find: (path: string) => Promise<Body | undefined>;
  /** Path under which the site is served: starts and ends with `/`. */
  readonly base: string;
}

/** Files that are all there. */
export function outputOf(files: ReadonlyMap<string, Body>, base: string): Output {
  return { find: async (path) => files.get(path), base };
}

export type Found =
  | { readonly kind: "file"; readonly path: string; readonly body: Body; readonly status: 200 | 404 }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "nothing" };

const notFoundPage = "404.html";

/**
 * What answers a decoded path, as hosts of static sites do it: the file, the `index.html` of a folder, a
 * redirect to the folder when its final `/` is missing, else `404.html` with status 404. The base path
 * is taken off; the root and the base without its final `/` lead to the base.
 *
 * @param path decoded and checked, starts with `/`
 */
export async function lookUp(path: string, query: string, { find, base }: Output): Promise<Found> {
  if (base !== "/" && (path === "/" || `${path}/` === base))
    return { kind: "redirect", location: encodePath(base) + query };
  if (path.startsWith(base)) {
    const inside = path.slice(base.length);
    const name = inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
    const body = await find(name);
    if (body !== undefined) return { kind: "file", path: name, body, status: 200 };
    if ((await find(`${inside}/index.html`)) !== undefined)
      return { kind: "redirect", location: encodePath(`${path}/`) + query };
  }
  const body = await find(notFoundPage);
  return body === undefined ? { kind: "nothing" } : { kind: "file", path: notFoundPage, body, status: 404 };
}

/** Starts with a single `/` because the path does, so that it cannot lead to another host. */
function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
