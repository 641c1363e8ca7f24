import type { ImportFile } from "../../model/imported.ts";

const extension = /\.x?html?(?:\?[^/]*)?$/i;
/** Programs that mirror a site name a page by its address, which often has no extension. */
const address = /(?:^|\/)[^/.]+$/;

/** Whether a file may be a saved page, by its name. */
export function mayBePage(path: string): boolean {
  return extension.test(path) || address.test(path);
}

/** Whether a file is a saved page; one without an extension has to begin like one. */
export function isPage({ path, bytes }: ImportFile): boolean {
  return extension.test(path) || /<(?:!doctype\s+html|html)\b/i.test(new TextDecoder().decode(bytes.subarray(0, 1024)));
}

/** The address of a page that a mirror has named by it; `undefined` for other names. */
export function mirroredAddress(path: string): string | undefined {
  if (address.test(path)) return `/${path}`;
  const folder = /^(.+\/)index\.html?$/i.exec(path)?.[1];
  return folder === undefined ? undefined : `/${folder}`;
}
