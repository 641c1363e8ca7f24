/** An address of the site as a whole one; `undefined` if the address of the site is not known. */
export function absoluteHref(origin: string, href: string): string | undefined {
  return origin === "" ? undefined : origin + href;
}
