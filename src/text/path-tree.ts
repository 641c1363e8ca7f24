/** Paths of files, of which none can be a folder of another. */
export interface PathTree<Owner> {
  /** Who is in the way of a file: at its path, at that of one of its folders, or in a folder that has its name. */
  readonly at: (path: string) => Owner | undefined;
  readonly add: (path: string, owner: Owner) => void;
}

/** An empty tree. */
export function pathTree<Owner>(): PathTree<Owner> {
  const files = new Map<string, Owner>();
  const folders = new Map<string, Owner>();
  return {
    at: (path) =>
      files.get(path) ??
      folders.get(path) ??
      foldersOf(path)
        .map((one) => files.get(one))
        .find(Boolean),
    add(path, owner) {
      files.set(path, owner);
      for (const folder of foldersOf(path)) if (!folders.has(folder)) folders.set(folder, owner);
    },
  };
}

/** `a/b/c.html` → `a`, `a/b` */
function foldersOf(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_segment, index) => segments.slice(0, index + 1).join("/"));
}
