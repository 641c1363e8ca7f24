import type { VNode } from "preact";
import type { CommentsProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { LatestComments } from "../parts/latest-comments.tsx";
import { PagesNav } from "../parts/pages-nav.tsx";
import { wordsOf } from "../strings.ts";

/** Every archived comment under its month, newest first. */
export function CommentsPage({ frame, count, months, pagination }: CommentsProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols">
        <nav class="rail" aria-label={words.onThisPage}>
          <ol class="jump">
            {months.map(({ month, comments }) => (
              <li key={month}>
                <a href={`#${month}`}>
                  {month}
                  <span class="num">{comments.length}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div class="text">
          <h1 class="page-title">
            {words.comments}
            <small>{words.commentCount(count)}</small>
          </h1>
          {months.map(({ month, comments }) => (
            <section key={month} class="year">
              <h2 id={month}>
                {month}
                <small>{words.commentCount(comments.length)}</small>
              </h2>
              <LatestComments comments={comments} isDated words={words} />
            </section>
          ))}
          <PagesNav pagination={pagination} older={words.olderComments} words={words} />
        </div>
      </div>
    </Document>
  );
}
