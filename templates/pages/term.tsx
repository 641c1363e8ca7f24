import type { VNode } from "preact";
import type { TermProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { PostsByYear } from "../parts/post-rows.tsx";
import { feedNames, wordsOf } from "../strings.ts";

/** The posts of one tag or category under their years. */
export function TermPage({ frame, taxonomy, name, years, count, all, feeds }: TermProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols">
        <div class="text">
          <p class="label">
            <a href={all.href}>{taxonomy === "tags" ? words.tag : words.category}</a>
          </p>
          <h1 class="page-title">
            {name}
            <small>{words.posts(count)}</small>
          </h1>
          {feeds.length > 0 && (
            <p class="actions">
              {feeds.map(({ href, type }) => (
                <a key={href} class="button" href={href} type={type}>
                  {feedNames[type]}
                </a>
              ))}
            </p>
          )}
          <PostsByYear years={years} words={words} />
        </div>
      </div>
    </Document>
  );
}
