import type { Blog, Row } from "./tables.ts";

/** Posts on a page of a list, and comments below a post, of a blog that nobody has set up otherwise. */
const pageSize = 5;
export const commentsPerPage = 3;

/** Posts and pages that everybody could read. */
export function publishedIn({ contents }: Blog): readonly Row[] {
  return contents.filter(
    ({ type, status, password }) => (type === "post" || type === "page") && status === "publish" && !password,
  );
}

/** The address of a post or page on the old site. */
export function permalinkOf({ type, slug, created }: Row): string {
  const { year, month } = dateOf(Number(created));
  return type === "page" ? `/${slug}.html` : `/${year}/${month}/${slug}.html`;
}

/** By the clock of the blog, which is China's. */
function dateOf(created: number) {
  const [year = "", month = "", day = ""] = new Date((created + 28_800) * 1000).toISOString().split(/[-T]/);
  return { year, month, day };
}

/** A list and its later pages, behind `between`. */
function pagesOf(address: string, count: number, between = ""): readonly string[] {
  const more = Array.from({ length: Math.ceil(count / pageSize) - 1 }, (_none, index) => `${between}${index + 2}/`);
  return [address, ...more.map((page) => address + page)];
}

/** Every address that Typecho answered, as its routes have it, with some words to search for. */
export function oldUrls(blog: Blog): readonly string[] {
  const all = publishedIn(blog);
  const posts = all.filter(({ type }) => type === "post");
  const dates = posts.map(({ created }) => dateOf(Number(created)));
  const days = [
    ...dates.map(({ year }) => `/${year}/`),
    ...dates.map(({ year, month }) => `/${year}/${month}/`),
    ...dates.map(({ year, month, day }) => `/${year}/${month}/${day}/`),
  ];
  const inTerm = (mids: readonly number[]) =>
    posts.filter(({ cid }) =>
      blog.relationships.some((one) => one["cid"] === cid && mids.includes(Number(one["mid"]))),
    );
  const lists = [
    ...pagesOf("/category/math/", inTerm([1, 2]).length),
    ...pagesOf("/category/geometry/", inTerm([2]).length),
    ...pagesOf("/tag/complex/", inTerm([3]).length),
    ...[1, 2].flatMap((uid) => pagesOf(`/author/${uid}/`, posts.filter(({ authorId }) => authorId === uid).length)),
    "/search/割圆/",
    "/search/割圆/2/",
    "/search/x%20y/",
  ];
  const comments = all.flatMap((post) => {
    const count = blog.comments.filter(
      ({ cid, type, status }) => cid === post["cid"] && type === "comment" && status === "approved",
    ).length;
    const pages = Math.max(1, Math.ceil(count / commentsPerPage));
    return Array.from({ length: pages }, (_none, index) => `${permalinkOf(post)}/comment-page-${index + 1}`);
  });
  const ofFeeds = ["/", "/comments/", ...lists.filter((path) => !/\d\/$/.test(path)), ...all.map(permalinkOf)];
  return [
    ...pagesOf("/", posts.length, "page/"),
    ...pagesOf("/blog/", posts.length, "page/"),
    ...all.map(permalinkOf),
    ...posts.map(({ cid }) => `/archives/${cid}/`),
    ...new Set(days),
    ...pagesOf("/2015/", posts.length / 2, "page/"),
    ...lists,
    ...comments,
    "/attachment/201/",
    ...["/feed", "/feed/rss", "/feed/atom"].flatMap((feed) => ofFeeds.map((path) => feed + path)),
  ];
}
