/** The names with a dot that hosts of static sites look for; all others belong to tools and stay unseen. */
const publishedDotNames: ReadonlySet<string> = new Set([".well-known", ".nojekyll", ".htaccess"]);

/** Whether files and folders of this name are no part of a site. */
export function isHidden(name: string): boolean {
  return name === "node_modules" || (name.startsWith(".") && !publishedDotNames.has(name));
}
