import { artrans } from "./artrans.ts";
import type { CommentReader } from "./comment-export.ts";
import { disqus } from "./disqus.ts";
import { waline } from "./waline.ts";
import { wordpress } from "./wordpress.ts";

/** Systems of comments, in the order in which the help lists them. */
export const commentReaders: readonly CommentReader[] = [artrans, waline, disqus, wordpress];
