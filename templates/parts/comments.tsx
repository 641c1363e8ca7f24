import type { VNode } from "preact";
import type { CommentItem, LiveThread } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Avatar } from "./avatar.tsx";
import { LiveComments } from "./live-comments.tsx";
import { Raw } from "./raw.tsx";

interface CommentsProps {
  readonly comments: readonly CommentItem[];
  readonly count: number;
  readonly live: LiveThread | undefined;
  readonly words: Words;
}

/** Archived comments with their replies, and the place for new ones; nothing if there is neither. */
export function Comments({ comments, count, live, words }: CommentsProps): VNode | null {
  if (count === 0 && !live) return null;
  return (
    <section class="after comments" id="comments">
      <h2>
        {words.comments}
        {count > 0 && <small>{words.commentCount(count)}</small>}
      </h2>
      {count > 0 && (
        <ol class="thread">
          {comments.map((comment) => (
            <Comment key={comment.id} comment={comment} words={words} />
          ))}
        </ol>
      )}
      {live ? <LiveComments live={live} words={words} /> : <p class="archived">{words.archivedComments}</p>}
    </section>
  );
}

interface CommentProps {
  readonly comment: CommentItem;
  readonly words: Words;
}

function Comment({ comment, words }: CommentProps): VNode {
  const { id, isCollapsed, replies } = comment;
  const name = comment.name || words.anonymous;
  return (
    <li>
      <article class="comment" id={`comment-${id}`} aria-label={words.commentBy(name)}>
        <Avatar name={name} isAuthor={comment.isAuthor} />
        <div>
          <Who comment={comment} name={name} words={words} />
          {isCollapsed ? (
            <details class="folded">
              <summary>{words.collapsed}</summary>
              <Raw as="div" class="body" html={comment.body} />
            </details>
          ) : (
            <Raw as="div" class="body" html={comment.body} />
          )}
        </div>
      </article>
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <Comment key={reply.id} comment={reply} words={words} />
          ))}
        </ol>
      )}
    </li>
  );
}

function Who({ comment, name, words }: CommentProps & { readonly name: string }): VNode {
  const { id, href, isAuthor, isPinned, datetime, time, answers } = comment;
  return (
    <p class="who">
      <span>
        <b>
          {href === undefined ? (
            name
          ) : (
            <a href={href} rel="nofollow ugc noopener">
              {name}
            </a>
          )}
        </b>
        {isAuthor && <span class="mark">{words.commentAuthor}</span>}
        {isPinned && <span class="mark">{words.pinned}</span>}
        {answers && <a href={answers.href}>{words.answersTo(answers.text || words.anonymous)}</a>}
        <time datetime={datetime}>{time}</time>
      </span>
      <a class="id" href={`#comment-${id}`} aria-label={words.commentLink(id)}>
        #{id}
      </a>
    </p>
  );
}
