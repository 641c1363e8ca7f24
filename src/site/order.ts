import type { PostSummary } from "../model/post.ts";

/** Newest first; posts without a date last; ties by path, so that the order never depends on the input's. */
export function newestFirst<T extends Pick<PostSummary, "meta" | "path">>(posts: readonly T[]): readonly T[] {
  return posts
    .map((post) => ({ post, time: post.meta.date ? Date.parse(post.meta.date.instant) : Number.NEGATIVE_INFINITY }))
    .sort((a, b) => (a.time === b.time ? compare(a.post.path, b.post.path) : b.time - a.time))
    .map(({ post }) => post);
}

/** By code units: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
