/**
 * Keeping pages for reading without a network: by the page that a reader looks at, and by the worker that answers for
 * the site. Both see the same caches, which carry the path of the site in their names, because several sites may have
 * one host.
 */

/** What was read, the newest last. */
export function readCache(scope: string): string {
  return `suanjing ${scope} read`;
}

/** What a reader has asked for: a cache of its own for each series, so that it goes as a whole. */
export function seriesCache(scope: string, address: string): string {
  return `suanjing ${scope} series ${address}`;
}

/** The page that stands for those that are not kept. */
export function offlinePage(scope: string): string {
  return new URL("offline/", scope).href;
}

/** Puts a page into a cache with its styles, scripts, fonts and pictures. Throws if the page cannot be had. */
export async function keepPage(address: string, cache: Cache): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const html = await response.clone().text();
  await cache.put(address, response);
  const styles = addressesIn(html, /<link[^>]* href="([^"]+\.css)"/g, address);
  const others = addressesIn(
    html,
    /<(?:script|img|link)[^>]* (?:src|href)="([^"]+\.(?:js|png|jpe?g|gif|svg|webp))"/g,
    address,
  );
  await Promise.all([...styles.map((one) => keepStyle(one, cache)), ...others.map((one) => keepFile(one, cache))]);
}

async function keepStyle(address: string, cache: Cache): Promise<void> {
  const response = await keepFile(address, cache);
  const css = (await response?.text()) ?? "";
  await Promise.all(addressesIn(css, /url\(["']?([^"')]+)["']?\)/g, address).map((one) => keepFile(one, cache)));
}

/** A part that is missing leaves a page that can be read. */
async function keepFile(address: string, cache: Cache): Promise<Response | undefined> {
  const kept = await cache.match(address);
  if (kept) return kept;
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return undefined;
  await cache.put(address, response.clone());
  return response;
}

/** What a text names, as far as it lies on the same host. */
function addressesIn(text: string, pattern: RegExp, base: string): readonly string[] {
  const found = Array.from(text.matchAll(pattern), ([, address = ""]) => new URL(address.replace(/&amp;/g, "&"), base));
  return [...new Set(found.filter(({ origin }) => origin === location.origin).map(({ href }) => href))];
}
