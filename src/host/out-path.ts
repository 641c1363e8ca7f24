/** What keeps a text from being the path of an output file, or `undefined` if it is one. */
export function faultOfOutPath(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (path.includes("\0")) return "it holds a NUL";
  if (path.includes("\\")) return "it holds a backslash";
  if (path.startsWith("/") || /^[a-z]:/i.test(path)) return "it is absolute";
  const segments = path.split("/");
  if (segments.includes("")) return "it has an empty segment";
  if (segments.some((segment) => segment === "." || segment === "..")) return "it has a segment “.” or “..”";
  return undefined;
}
