import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";

/** Attribute values are escaped in the files. */
function unescape(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&#x27;", "'");
}

function idsOf(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id = ""]) => unescape(id)));
}

describe("the built site", () => {
  const folder = inject("folder");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
  const html = new Map(files.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
  const ids = new Map(Array.from(html, ([path, text]) => [path, idsOf(text)]));

  it("has a target for every link and every fragment", () => {
    const broken: string[] = [];
    for (const [path, text] of html) {
      for (const [, value = ""] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        const href = unescape(value);
        if (/^[a-z][a-z0-9+.-]*:/i.test(href)) continue;
        const { pathname, hash } = new URL(href, `http://site/${path.replace(/index\.html$/, "")}`);
        const file = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, "$1index.html");
        const target = href.startsWith("#") ? path : file;
        if (!existsSync(join(folder, target))) broken.push(`${path}: ${href}`);
        else if (hash !== "" && ids.get(target)?.has(decodeURIComponent(hash.slice(1))) !== true)
          broken.push(`${path}: ${href} (fragment)`);
      }
    }
    expect(broken).toEqual([]);
  });

  it("gives no identifier twice on a page", () => {
    const doubled = Array.from(html).flatMap(([path, text]) => {
      const all = Array.from(text.matchAll(/ id="([^"]*)"/g), ([, id]) => id);
      return all.filter((id, index) => all.indexOf(id) !== index).map((id) => `${path}: ${id}`);
    });
    expect(doubled).toEqual([]);
  });

  it("asks no other host for anything", () => {
    const foreign = Array.from(html).flatMap(([path, text]) =>
      Array.from(text.matchAll(/<(?:link|script|img|iframe|source)\b[^>]* (?:href|src)="(https?:[^"]*)"/g))
        .filter(([tag]) => !/rel="(?:canonical|license|alternate)"/.test(tag))
        .map(([, url]) => `${path}: ${url}`),
    );
    expect(foreign).toEqual([]);
  });
});
