import type { UrlPath } from "../model/brand.ts";

/** Address of a file that belongs to a page: inside the folder of `/a/`, in one of that name beside `/a.html`. */
export function besidePage(url: UrlPath, name: string): UrlPath {
  return `${url.replace(/\.html$/, "/")}${name}` as UrlPath;
}
