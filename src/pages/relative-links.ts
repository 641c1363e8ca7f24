/** A tag of a page that we have printed, with its attributes: quoted, whatever stands in them. */
const tag = /<[a-z][\w-]*(?:\s+[^\s=>"/]+(?:="[^"]*")?)*\s*\/?>/gi;

/** What a page on a disk cannot load, or has no use for. */
const forServers = /^<link [^>]*rel="(?:preload|manifest)"/;

/**
 * A page whose links to the site name files from where it stands itself, so that the folder opens from a disk: a
 * browser looks for no `index.html` there, and knows no root.
 *
 * @param out path of the page in the output
 * @param base path under which the site would be served
 */
export function relativeLinks(html: string, out: string, base: string): string {
  const up = "../".repeat(out.split("/").length - 1);
  const link = (address: string) => {
    const [path, rest] = splitAt(address.slice(base.length), /[?#]/);
    return `${up}${path}${path === "" || path.endsWith("/") ? "index.html" : ""}${rest}`;
  };
  return html.replace(tag, (text) =>
    forServers.test(text)
      ? ""
      : text.replace(
          /(\s(?:href|src|action|poster|data-script)=")(\/(?!\/)[^"]*)"/g,
          (whole, before: string, address: string) => (address.startsWith(base) ? `${before}${link(address)}"` : whole),
        ),
  );
}

function splitAt(text: string, mark: RegExp): readonly [string, string] {
  const at = text.search(mark);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at)];
}
