import type { VNode } from "preact";
import type { ReaderRankRow } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { perDayText } from "./per-day.ts";
import { Raw } from "./raw.tsx";
import { ReaderCells, rowStyle } from "./reader-cells.tsx";
import { barWorth } from "./rod-length.ts";

/** Posts that are listed before the fold. */
const shownRows = 100;

interface RankingProps {
  readonly rows: readonly ReaderRankRow[];
  readonly words: Words;
}

/** Every post by its readers, those behind the hundredth folded; those without a known count stand last and have no rank. */
export function ReaderRanking({ rows, words }: RankingProps): VNode {
  const worth = barWorth(rows);
  const rest = rows.slice(shownRows);
  return (
    <section>
      <h2 class="sect" id="rank">
        {words.ranking}
        <small>{words.oneRod(worth)}</small>
      </h2>
      <RankTable rows={rows.slice(0, shownRows)} label={words.ranking} {...{ words, worth }} />
      {rest.length > 0 && (
        <details class="fold">
          <summary>{words.otherPosts(rest.length)}</summary>
          <RankTable rows={rest} before={shownRows} label={words.otherPosts(rest.length)} {...{ words, worth }} />
        </details>
      )}
    </section>
  );
}

interface RankTableProps extends RankingProps {
  readonly label: string;
  /** Rows of the ranking that come before these. */
  readonly before?: number;
  readonly worth: number;
}

function RankTable({ rows, words, worth, label, before = 0 }: RankTableProps): VNode {
  return (
    <div class="table" tabindex={0} role="group" aria-label={label}>
      <table class="rank">
        <thead>
          <tr>
            <th scope="col" class="r">
              {words.rank}
            </th>
            <th scope="col">{words.post}</th>
            <th scope="col" class="b">
              <span class="sr">{words.bar}</span>
            </th>
            <th scope="col" class="n">
              {words.readersColumn}
            </th>
            <th scope="col" class="n day">
              {words.perDay}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ post, readers, perDay }, index) => (
            <tr key={post.href} {...rowStyle(readers, worth)}>
              <td class="r">{readers === undefined ? "" : before + index + 1}</td>
              <th scope="row">
                <a href={post.href}>
                  <Raw html={post.title} />
                </a>
              </th>
              <ReaderCells readers={readers} worth={worth} />
              <td class="n day">{perDayText(perDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
