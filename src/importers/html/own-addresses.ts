/** Makes addresses on the old site itself begin at its root. */
export function ownAddresses(html: string, siteUrl: string): string {
  const host = hostPattern(siteUrl);
  if (host === undefined) return html;
  return html.replace(new RegExp(`(\\s(?:href|src)=["'])https?://${host}(?=/)`, "gi"), "$1");
}

/** An expression for the host of an address, with `www.` and without; `undefined` if the address has none. */
export function hostPattern(siteUrl: string): string | undefined {
  const host = /^https?:\/\/([^/]+)/i.exec(siteUrl)?.[1];
  if (host === undefined) return undefined;
  return `(?:www\\.)?${host.replace(/^www\./i, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`;
}
