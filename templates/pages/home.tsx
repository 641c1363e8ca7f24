import type { VNode } from "preact";
import type { HomeProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import { Document } from "../parts/document.tsx";
import { EntryArticle } from "../parts/entry.tsx";
import { LatestComments } from "../parts/latest-comments.tsx";
import { PagesNav } from "../parts/pages-nav.tsx";
import { Panel } from "../parts/panel.tsx";
import { Raw } from "../parts/raw.tsx";
import { SeriesRows } from "../parts/series-rows.tsx";
import { TagList } from "../parts/tag-list.tsx";
import { wordsOf } from "../strings.ts";

/** Newest posts with excerpts; series, most read and tags beside them. */
export function HomePage(props: HomeProps): VNode {
  const { frame, entries, pagination, series, mostRead, tags } = props;
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame} isHome>
      <div class="cols">
        <div class="text entries">
          {entries.map((entry) => (
            <EntryArticle key={entry.post.href} entry={entry} words={words} />
          ))}
          <PagesNav pagination={pagination} words={words} />
        </div>
        <aside class="side panels" aria-label={words.sideNavigation}>
          {series.length > 0 && (
            <Panel title={words.series} allHref={props.seriesHref} words={words}>
              <SeriesRows series={series} words={words} />
            </Panel>
          )}
          {mostRead.length > 0 && (
            <Panel title={words.mostRead} allHref={props.readersHref} words={words}>
              <ol class="rows">
                {mostRead.map(({ post, readers }) => (
                  <li key={post.href}>
                    <a href={post.href}>
                      <Raw html={post.title} />
                    </a>
                    <span class="num">{groupDigits(readers)}</span>
                  </li>
                ))}
              </ol>
            </Panel>
          )}
          {props.comments.length > 0 && (
            <Panel title={words.latestComments} allHref={props.commentsHref} words={words}>
              <LatestComments comments={props.comments} words={words} />
            </Panel>
          )}
          {tags.length > 0 && (
            <Panel title={words.tags} allHref={props.tagsHref} words={words}>
              <TagList tags={tags} />
            </Panel>
          )}
        </aside>
      </div>
    </Document>
  );
}
