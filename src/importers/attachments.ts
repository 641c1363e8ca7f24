import type { Attachment } from "../model/imported.ts";

/** Endings of files that an address may mean; other addresses are pages. */
const fileEnding =
  /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico|pdf|zip|gz|7z|rar|mp3|mp4|webm|txt|csv|xlsx?|docx?|pptx?|ipynb|py|nb|bib)$/i;

/**
 * The files behind addresses that begin at the root of the old site, found by the end of their path among the files
 * that are given; they go to `public/`, where they keep their address. A file that is not there is named all the same,
 * so that it is reported.
 */
export function attachmentsFor(addresses: readonly string[], paths: readonly string[]): readonly Attachment[] {
  const wanted = [...new Set(addresses.map(pathIn).filter((path) => path !== undefined))].sort();
  return wanted.map((path) => {
    const from = paths.find((one) => one === path || one.endsWith(`/${path}`)) ?? path;
    return { from, folder: "public", to: path };
  });
}

function pathIn(address: string): string | undefined {
  if (!address.startsWith("/") || address.startsWith("//")) return undefined;
  const path = decoded(address.replace(/[?#].*$/s, "")).slice(1);
  const isPlain =
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..") && !/[\\\p{Cc}]/u.test(path);
  return isPlain && fileEnding.test(path) ? path : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
