/** Forms of pictures that programs for books show. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["gif", "image/gif"],
  ["svg", "image/svg+xml"],
  ["webp", "image/webp"],
]);

/** Media type of a picture by its name; `undefined` for what programs for books do not show. */
export function pictureTypeOf(path: string): string | undefined {
  return mediaTypes.get(path.replace(/^.*\./s, "").toLowerCase());
}
