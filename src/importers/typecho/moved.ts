import type { Destination, ImportedPost, MovedAddress, TableRow } from "../../model/imported.ts";
import { textOf } from "../markdown/fields.ts";
import { dateOf, onSite } from "./addresses.ts";
import { fillRoute } from "./route-table.ts";
import { numberIn, textIn, type BlogRows } from "./rows.ts";
import type { Settings } from "./settings.ts";
import { lineage } from "./terms.ts";

interface Blog {
  readonly rows: BlogRows;
  readonly settings: Settings;
  /** The posts that come along and are for everybody, by their numbers. */
  readonly posts: ReadonlyMap<number, ImportedPost>;
  /** How many comments come along below a post. */
  readonly comments: ReadonlyMap<number, number>;
}

type Move = readonly [path: string | undefined, to: Destination];

const toPosts: Destination = { kind: "list", of: "posts" };

/**
 * The addresses of a blog that are no posts: categories and tags with their later pages, authors, months, uploaded files,
 * later pages of comments, feeds, and by patterns the search and whatever else has no end.
 */
export function movedAddresses(blog: Blog): readonly MovedAddress[] {
  if (blog.posts.size === 0) return [];
  const { settings } = blog;
  const moves = [
    ...homes(settings),
    ...terms(blog),
    ...authors(blog),
    ...dates(blog),
    ...uploads(blog),
    ...commentPages(blog),
    ...feeds(blog),
    [below(settings.route("search")), { kind: "search" }] as const,
    ...(["index_page", "archive_page", "author"] as const).map((name): Move => [below(settings.route(name)), toPosts]),
  ];
  return moves.flatMap(([path, to]) => onSite([path], settings).map((from) => ({ from, to })));
}

/** Everything below a pattern up to its first placeholder; nothing if that is the whole site. */
function below(pattern: string): string | undefined {
  const start = pattern.slice(0, pattern.indexOf("["));
  return /^\/[^/].*\/$/.test(start) ? `${start}*` : undefined;
}

function homes({ folder, front, route }: Settings): readonly Move[] {
  const home = folder + front === "" ? [] : [["/", { kind: "home" }] as const];
  return [...home, [route("archive"), toPosts]];
}

function terms({ rows, settings, posts }: Blog): readonly Move[] {
  const byId = new Map(rows.metas.map((row) => [numberIn(row, "mid"), row]));
  const sizes = new Map<TableRow, Set<number>>();
  for (const relation of rows.relationships) {
    const [cid, own] = [numberIn(relation, "cid"), byId.get(numberIn(relation, "mid"))];
    // The list of a category has the posts of those in it, too.
    for (const row of own && posts.has(cid) ? lineage(own, byId) : []) {
      const members = sizes.get(row) ?? new Set();
      sizes.set(row, members.add(cid));
    }
  }
  const destination = termDestinations([...posts.values()]);
  return rows.metas.flatMap((row): readonly Move[] => {
    const type = textIn(row, "type");
    if (type !== "category" && type !== "tag") return [];
    const directory = lineage(row, byId).map((one) => textIn(one, "slug"));
    const values = { slug: textIn(row, "slug"), mid: String(numberIn(row, "mid")), directory: directory.join("/") };
    const to = destination(type, textOf(textIn(row, "name")));
    return [
      [fillRoute(settings.route(type), values), to],
      ...laterPages(sizes.get(row)?.size ?? 0, settings.pageSize).map((page): Move => [
        fillRoute(settings.route(`${type}_page`), { ...values, page }),
        to,
      ]),
    ];
  });
}

/** Further categories of a post are tags here; what no post has is where the others of its kind are. */
function termDestinations(
  posts: readonly ImportedPost[],
): (type: "category" | "tag", name: string | undefined) => Destination {
  const categories = new Set(posts.map(({ head }) => head.category));
  const tags = new Set<string | undefined>(posts.flatMap(({ head }) => head.tags ?? []));
  return (type, name = "") => {
    if (type === "category" && categories.has(name)) return { kind: "term", taxonomy: "categories", name };
    if (tags.has(name)) return { kind: "term", taxonomy: "tags", name };
    return { kind: "list", of: type === "tag" && tags.size > 0 ? "tags" : "categories" };
  };
}

/** Numbers of the pages of a list behind its first. */
function laterPages(count: number, size: number): readonly string[] {
  return Array.from({ length: Math.max(0, Math.ceil(count / size) - 1) }, (_, index) => String(index + 2));
}

function authors({ rows, settings }: Blog): readonly Move[] {
  return rows.users.map((row) => [fillRoute(settings.route("author"), { uid: String(numberIn(row, "uid")) }), toPosts]);
}

/** Years and months; days and later pages by a pattern for the year. */
function dates({ rows, settings, posts }: Blog): readonly Move[] {
  const dated = rows.contents.filter((row) => posts.get(numberIn(row, "cid"))?.kind === "post");
  const paths = new Set<string | undefined>();
  const years = new Set<string>();
  for (const row of dated) {
    const date = dateOf(row, settings);
    const [year, month] = (["archive_year", "archive_month"] as const).map((name) =>
      fillRoute(settings.route(name), date),
    );
    paths.add(year).add(month);
    if (year !== undefined && /^\/[^/]+\/$/.test(year)) years.add(`${year}*`);
  }
  return [...paths, ...years].map((path) => [path, toPosts]);
}

/** The page of an uploaded file leads to the post that it belongs to. */
function uploads({ rows, settings, posts }: Blog): readonly Move[] {
  const files = rows.contents.filter((row) => textIn(row, "type") === "attachment");
  return files.map((row) => {
    const values = { cid: String(numberIn(row, "cid")), slug: textIn(row, "slug") };
    const [address] = posts.get(numberIn(row, "parent"))?.head.aliases ?? [];
    const to: Destination = address === undefined ? toPosts : { kind: "address", address };
    return [fillRoute(settings.route("attachment"), values), to];
  });
}

function commentPages({ settings, posts, comments }: Blog): readonly Move[] {
  const { commentsPerPage: size, folder } = settings;
  if (size === undefined) return [];
  return [...posts].flatMap(([cid, { head }]) => {
    const [address] = head.aliases ?? [];
    if (address === undefined) return [];
    const permalink = address.slice(folder.length).replace(/\/$/, "");
    return ["1", ...laterPages(comments.get(cid) ?? 0, size)].map((commentPage): Move => [
      fillRoute(settings.route("comment_page"), { permalink, commentPage }),
      { kind: "address", address },
    ]);
  });
}

/** A feed of anything but the whole site leads to the page of that, which names its feed. */
function feeds({ settings, comments }: Blog): readonly Move[] {
  const start = settings.route("feed").replace(/\[.*$/s, "");
  if (!/^\/[^/]/.test(start)) return [];
  const root: Destination = { kind: "address", address: `${settings.folder}/` };
  // The pattern of the feeds without a form in their address comes last, for it holds for the others, too.
  return (["/rss", "/atom", ""] as const).flatMap((form): readonly Move[] => [
    [`${start}${form}/`, { kind: "feed", form: form === "/atom" ? "atom" : "rss" }],
    ...(comments.size > 0 ? [[`${start}${form}/comments/`, { kind: "list", of: "comments" }] as const] : []),
    [`${start}${form}/*`, root],
  ]);
}
