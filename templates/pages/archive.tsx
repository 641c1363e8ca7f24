import type { VNode } from "preact";
import type { ArchiveProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { Panel } from "../parts/panel.tsx";
import { PostsByYear } from "../parts/post-rows.tsx";
import { TagList } from "../parts/tag-list.tsx";
import { wordsOf } from "../strings.ts";

/** Every post under its year, newest first. */
export function ArchivePage({ frame, years, count, categories, graphHref }: ArchiveProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols">
        <nav class="rail" aria-label={words.onThisPage}>
          <ol class="jump">
            {years.map(({ year, rows }) => (
              <li key={year ?? ""}>
                <a href={`#${year ?? "undated"}`}>
                  {year ?? words.undated}
                  <span class="num">{rows.length}</span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div class="text">
          <h1 class="page-title">
            {words.archive}
            <small>{words.posts(count)}</small>
          </h1>
          <PostsByYear years={years} words={words} />
        </div>
        {(categories.length > 0 || graphHref !== undefined) && (
          <aside class="side panels" aria-label={words.sideNavigation}>
            {categories.length > 0 && (
              <Panel title={words.categories} words={words}>
                <TagList tags={categories} />
              </Panel>
            )}
            {graphHref !== undefined && (
              <Panel title={words.whoNamesWhom} words={words}>
                <p>
                  <a class="go" href={graphHref}>
                    {words.graph}
                  </a>
                </p>
              </Panel>
            )}
          </aside>
        )}
      </div>
    </Document>
  );
}
