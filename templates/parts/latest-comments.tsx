import type { VNode } from "preact";
import type { LatestComment } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

interface LatestCommentsProps {
  readonly comments: readonly LatestComment[];
  /** Whether the days stand beside the titles. */
  readonly isDated?: boolean;
  readonly words: Words;
}

/** Comments by their first words, each with the post that it is about. */
export function LatestComments({ comments, isDated = false, words }: LatestCommentsProps): VNode {
  return (
    <ul class="latest">
      {comments.map(({ href, name, isAuthor, excerpt, post, day, datetime }) => (
        <li key={href}>
          <p>
            <b class={isAuthor ? "author" : undefined}>{name || words.anonymous}</b>
            <Raw html={excerpt} />
          </p>
          <p class="on">
            {isDated && <time datetime={datetime}>{day}</time>}
            <a href={href}>
              <Raw html={post.title} />
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
