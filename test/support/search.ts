import { findFormula, findText } from "../../src/client/search/find.ts";
import { openIndex, type IndexFiles } from "../../src/client/search/index-files.ts";
import { readQuery } from "../../src/text/search/query.ts";
import type { BuiltSite } from "./site.ts";

/** Titles of posts, in the order of the results. */
export interface FoundTitles {
  readonly exact: readonly string[];
  readonly loose: readonly string[];
  readonly formulas: readonly string[];
}

/** Asks the search of a built site, as the script of its pages does; its files are those that the site has written. */
export function openSearch({ files, site }: BuiltSite): {
  readonly index: IndexFiles;
  readonly loaded: string[];
  readonly find: (query: string) => Promise<FoundTitles>;
} {
  const loaded: string[] = [];
  const index = openIndex(`https://example.org${site.config.base}search/`, async (url) => {
    const path = new URL(url, "https://example.org").pathname.slice(site.config.base.length);
    loaded.push(path);
    const body = files.get(path);
    if (body === undefined) return new Response("", { status: 404 });
    // The index is bytes, the catalogue text.
    return new Response(path.startsWith("assets/") ? Buffer.from(body, "latin1") : body);
  });
  return {
    index,
    loaded,
    async find(query) {
      const { posts } = await index.catalogue();
      const title = ({ post }: { readonly post: number }) => posts[post]?.t ?? "";
      const { phrases, formulas } = readQuery(query);
      const { exact, loose } = phrases.length > 0 ? await findText(phrases, index) : { exact: [], loose: [] };
      const like = await Promise.all(formulas.map((tex) => findFormula(tex, index)));
      return { exact: exact.map(title), loose: loose.map(title), formulas: like.flat().map(title) };
    },
  };
}
