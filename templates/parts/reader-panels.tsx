import type { VNode } from "preact";
import type { ReadersProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import type { Words } from "../strings.ts";
import { Panel } from "./panel.tsx";
import { perDayText } from "./per-day.ts";
import { Raw } from "./raw.tsx";

interface ReaderPanelsProps extends Pick<ReadersProps, "fastest" | "sources" | "total" | "csvHref"> {
  readonly words: Words;
}

/** Other ways to read the numbers: readers a day, parts of the sources, the file. */
export function ReaderPanels({ fastest, sources, total, csvHref, words }: ReaderPanelsProps): VNode {
  return (
    <aside class="side panels" aria-label={words.otherReadings}>
      {fastest.length > 0 && (
        <Panel title={words.mostPerDay} words={words}>
          <ol class="rows">
            {fastest.map(({ post, perDay }) => (
              <li key={post.href}>
                <a href={post.href}>
                  <Raw html={post.title} />
                </a>
                <span class="num">{perDayText(perDay)}</span>
              </li>
            ))}
          </ol>
        </Panel>
      )}
      {sources.length > 0 && total !== undefined && (
        <Panel title={words.sources} words={words}>
          <dl class="rows source-sum">
            {sources.map(({ name, readers }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd class="num">{groupDigits(readers)}</dd>
              </div>
            ))}
            <div>
              <dt>{words.total}</dt>
              <dd class="num">{groupDigits(total)}</dd>
            </div>
          </dl>
        </Panel>
      )}
      <Panel title={words.asFile} words={words}>
        <ul class="rows">
          <li>
            <a href={csvHref} download="readers.csv">
              {words.rankingAsFile}
            </a>
            <span class="num">CSV</span>
          </li>
        </ul>
      </Panel>
    </aside>
  );
}
