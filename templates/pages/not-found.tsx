import type { VNode } from "preact";
import type { NotFoundProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { Raw } from "../parts/raw.tsx";
import { wordsOf } from "../strings.ts";

/** For an address that has no page: the archive and the latest posts. */
export function NotFoundPage({ frame, recent, archiveHref }: NotFoundProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols">
        <div class="text">
          <h1 class="page-title">{words.notFound}</h1>
          <p class="lead">{words.lost}</p>
          <ol class="post-rows">
            {recent.map(({ post, day }) => (
              <li key={post.href}>
                <time class="day" datetime={day}>
                  {day ?? "—"}
                </time>
                <a href={post.href}>
                  <Raw html={post.title} />
                </a>
              </li>
            ))}
          </ol>
          <p class="actions">
            <a class="button" href={archiveHref}>
              {words.archive}
            </a>
          </p>
        </div>
      </div>
    </Document>
  );
}
