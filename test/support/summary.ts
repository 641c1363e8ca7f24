import type { ContentHash, Html, PostId, SourcePath } from "../../src/model/brand.ts";
import type { PostMeta, PostSummary } from "../../src/model/post.ts";

export interface GivenSummary extends Omit<Partial<PostSummary>, "meta"> {
  readonly title: string;
  readonly id?: string;
  /** `2020-07-04` */
  readonly day?: string;
  readonly meta?: Partial<PostMeta>;
}

/** A summary of a post of which only some things are said; everything else is empty. */
export function summary({ title, id = title, day, meta, ...rest }: GivenSummary): PostSummary {
  return {
    key: "" as ContentHash,
    path: `posts/${id}.md` as SourcePath,
    meta: {
      id: id as PostId,
      title,
      author: "张三",
      ...(day !== undefined && { date: { day, instant: `${day}T00:00:00+08:00` } }),
      tags: [],
      draft: false,
      aliases: [],
      macros: {},
      extra: {},
      ...meta,
    },
    titleHtml: title as Html,
    titleText: title,
    titlePieces: [{ kind: "text", value: title }],
    description: "",
    wordCount: 0,
    minutes: 1,
    anchors: [],
    links: [],
    titles: [],
    citations: [],
    terms: [],
    references: [],
    labels: [],
    lastNumber: 0,
    macros: [],
    unknownCommands: [],
    glyphs: {},
    excerptFonts: [],
    ...rest,
  };
}
