import type { SearchCatalogue } from "../../model/search.ts";
import type { TextHit, TextHits } from "./find.ts";

/** What is used of Pagefind's script. */
interface Pagefind {
  readonly search: (query: string) => Promise<{ readonly results: readonly PagefindResult[] }>;
}

interface PagefindResult {
  readonly data: () => Promise<{
    readonly raw_url?: string;
    readonly url: string;
  }>;
}

/** Results that are asked for by name, each of which is a file of its own. */
const maxResults = 40;

/**
 * Finds phrases by Pagefind: first as they are, then loosely, because its loose results are many and its own order mixes
 * both. It does not say how often a post has a phrase.
 */
export async function findByPagefind(
  phrases: readonly string[],
  { posts }: SearchCatalogue,
  script: string,
): Promise<TextHits> {
  const pagefind = (await import(script)) as Pagefind;
  const numbers = new Map(posts.map(({ u }, index) => [u, index]));
  const find = async (query: string): Promise<readonly TextHit[]> => {
    const { results } = await pagefind.search(query);
    const found = await Promise.all(results.slice(0, maxResults).map(({ data }) => data()));
    return found.flatMap(({ raw_url, url }) => {
      const post = numbers.get(raw_url ?? url);
      return post === undefined ? [] : [{ post, count: 0 }];
    });
  };
  const exact = await find(phrases.map((phrase) => `"${phrase}"`).join(" "));
  const known = new Set(exact.map(({ post }) => post));
  const loose = (await find(phrases.join(" "))).filter(({ post }) => !known.has(post));
  return { exact, loose };
}
