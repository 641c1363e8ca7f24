import type { SourcePath } from "../model/brand.ts";
import type { Diagnostic, Outcome } from "../model/diagnostic.ts";
import type { PostLink } from "../model/post.ts";
import type { Linked } from "../model/site.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { decodeAddress } from "../text/decode-address.ts";
import { nearest } from "../text/edit-distance.ts";
import { normaliseAddress, resolveLink } from "./internal-links.ts";

export interface Standing {
  /** Every file that the site will have, but for those beside its pages. */
  readonly files: ReadonlySet<string>;
  /** Findings about pictures: a link around a picture that is not there is not reported a second time. */
  readonly pictures: readonly Diagnostic[];
}

/** What every page of a post or a series has beside it. */
const besidePage = /\/(?:cite\.(?:bib|json|ris)|index\.md)$/;

/**
 * The addresses of this site that posts name and where nothing stands, in the form of `normaliseAddress`, each reported
 * once a post. Addresses of posts are not among them; `checkLinks` knows those.
 */
export function findAbsent(site: Linked["site"], standing: Standing): Outcome<ReadonlySet<string>> {
  const value = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const hintFor = hints(standing.files);
  const pictures = byFile(standing.pictures);
  for (const post of site.posts) {
    const reported = new Set<string>();
    for (const link of post.links) {
      const target = resolveLink(link.href, post.path, site);
      if (target.kind !== "path" || target.isPostAddress || stands(target.path, standing.files)) continue;
      const address = normaliseAddress(target.path);
      value.add(address);
      if (reported.has(address) || isAroundPicture(link, pictures.get(post.path))) continue;
      reported.add(address);
      diagnostics.push(undefinedPath(link, post.path, hintFor(link.href)));
    }
  }
  return { value, diagnostics };
}

function stands(path: string, files: ReadonlySet<string>): boolean {
  const plain = decodeAddress(path.replace(/[?#].*$/s, ""))
    .replace(besidePage, "/")
    .replace(/^\/|\/$/g, "");
  return [plain, `${plain}/index.html`.replace(/^\//, ""), `${plain}.html`].some((name) => files.has(name));
}

function byFile(pictures: readonly Diagnostic[]): ReadonlyMap<SourcePath, readonly Diagnostic[]> {
  const found = new Map<SourcePath, Diagnostic[]>();
  for (const picture of pictures) {
    const list = found.get(picture.file) ?? [];
    found.set(picture.file, list);
    list.push(picture);
  }
  return found;
}

function isAroundPicture({ span }: PostLink, pictures: readonly Diagnostic[] = []): boolean {
  const [start, end] = [Number(span?.start.offset), Number(span?.end.offset)];
  return pictures.some(
    ({ span: picture }) => Number(picture?.start.offset) >= start && Number(picture?.end.offset) <= end,
  );
}

function undefinedPath({ href, span }: PostLink, path: SourcePath, hint: string): Diagnostic {
  return diagnostic("link/undefined-path", path, `nothing stands at “${decodeAddress(href)}”`, { span, hint });
}

/** Gives hints; many posts name the same address, and comparing it with every page is work. */
function hints(files: ReadonlySet<string>): (href: string) => string {
  const known = new Map<string, string>();
  let pages: readonly string[] | undefined;
  return (href) => {
    if (!href.startsWith("/")) return "an address on another site begins with https://";
    const address = normaliseAddress(href);
    const before = known.get(address);
    if (before !== undefined) return before;
    pages ??= Array.from(files, (file) => `/${file}`)
      .filter((file) => file.endsWith("/index.html"))
      .map((file) => file.slice(0, -"index.html".length));
    const near = nearest(`${address}/`, pages, 2);
    const hint = near === undefined ? "an address of the old site, or one that is mistyped" : `did you mean “${near}”?`;
    known.set(address, hint);
    return hint;
  };
}
