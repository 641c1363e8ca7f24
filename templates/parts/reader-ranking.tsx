import type { VNode } from "preact";
import type { ReaderRankRow } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";
import { ReaderCells, rowStyle } from "./reader-cells.tsx";
import { barWorth } from "./rod-length.ts";

/** Every post by its readers; those without a known count stand last and have no rank. */
export function ReaderRanking({
  rows,
  words,
}: {
  readonly rows: readonly ReaderRankRow[];
  readonly words: Words;
}): VNode {
  const worth = barWorth(rows);
  return (
    <section>
      <h2 class="sect" id="rank">
        {words.ranking}
        <small>{words.oneRod(worth)}</small>
      </h2>
      <div class="table" tabindex={0} role="group" aria-labelledby="rank">
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
            </tr>
          </thead>
          <tbody>
            {rows.map(({ post, readers }, index) => (
              <tr key={post.href} {...rowStyle(readers, worth)}>
                <td class="r">{readers === undefined ? "" : index + 1}</td>
                <th scope="row">
                  <a href={post.href}>
                    <Raw html={post.title} />
                  </a>
                </th>
                <ReaderCells readers={readers} worth={worth} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
