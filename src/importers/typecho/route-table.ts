/** The patterns of addresses that Typecho has from the start, by the names of its table of routes. */
const defaults = {
  post: "/archives/[cid:digital]/",
  page: "/[slug].html",
  attachment: "/attachment/[cid:digital]/",
  category: "/category/[slug]/",
  category_page: "/category/[slug]/[page:digital]/",
  tag: "/tag/[slug]/",
  tag_page: "/tag/[slug]/[page:digital]/",
  author: "/author/[uid:digital]/",
  search: "/search/[keywords]/",
  index_page: "/page/[page:digital]/",
  archive: "/blog/",
  archive_page: "/blog/page/[page:digital]/",
  archive_year: "/[year:digital:4]/",
  archive_month: "/[year:digital:4]/[month:digital:2]/",
  feed: "/feed[feed:string:0]",
  comment_page: "[permalink:string]/comment-page-[commentPage:digital]",
} as const;

export type RouteName = keyof typeof defaults;

/** Gives the pattern of a route. The table is JSON, or a text of PHP's `serialize`, which is searched and never unserialised. */
export function routeTable(table: string): (name: RouteName) => string {
  return (name) => routeIn(table, name) ?? defaults[name];
}

function routeIn(table: string, name: RouteName): string | undefined {
  const url = /^\s*\{/.test(table)
    ? new RegExp(`"${name}"\\s*:\\s*\\{\\s*"url"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(table)?.[1]
    : new RegExp(`s:${name.length}:"${name}";a:\\d+:\\{s:3:"url";s:\\d+:"([^"]*)"`).exec(table)?.[1];
  return url?.replace(/\\u([0-9a-f]{4})|\\(.)/gi, (_all, code?: string, one = "") =>
    code === undefined ? String(one) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A pattern with its placeholders filled; `undefined` if one of them has no value. */
export function fillRoute(pattern: string, values: Readonly<Record<string, string>>): string | undefined {
  let isComplete = true;
  const path = pattern.replace(/\[([a-z]+)[^\]]*\]/gi, (_all, name: string) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
    isComplete &&= value !== "";
    return value;
  });
  return isComplete ? path : undefined;
}
