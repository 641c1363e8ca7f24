import { check, LinkState } from "linkinator";
import { expect, inject, it } from "vitest";

/** A program by other people follows the same links as `links.test.ts`, over HTTP and from the first page on. */
it("passes linkinator: every page is reached, no link and no fragment is broken", async () => {
  const origin = inject("origin");
  const { links, passed } = await check({
    path: `${origin}/`,
    recurse: true,
    checkFragments: true,
    checkCss: true,
    // On a loaded machine the server closes connections that the checker wants to use once more.
    concurrency: 10,
    retryErrors: true,
    retryErrorsCount: 5,
    retryErrorsJitter: 200,
    linksToSkip: async (link) => !link.startsWith(`${origin}/`),
  });
  const broken = links.filter(({ state }) => state === LinkState.BROKEN);
  expect(broken.map(({ url, parent, status }) => `${parent}: ${url} (${status})`)).toEqual([]);
  expect(passed).toBe(true);
  const reached = new Set(links.filter(({ state }) => state === LinkState.OK).map(({ url }) => url.split("#")[0]));
  expect(reached).toContain(`${origin}/archives/variance-of-attention/`);
  expect(reached.size).toBeGreaterThan(86);
});
