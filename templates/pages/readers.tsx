import type { VNode } from "preact";
import type { ReadersProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import { Document } from "../parts/document.tsx";
import { ReaderGroups } from "../parts/reader-groups.tsx";
import { ReaderRanking } from "../parts/reader-ranking.tsx";
import { barWorth } from "../parts/rod-length.ts";
import { YearChart, yearWorth } from "../parts/year-chart.tsx";
import { wordsOf } from "../strings.ts";

/** Reader counts: the sum, every post, by year, by series, and how they were counted. Unknown is `—`, never 0. */
export function ReadersPage(props: ReadersProps): VNode {
  const { frame, total, posts, counted, ranking, byYear, bySeries, asOf } = props;
  const words = wordsOf(frame.language);
  const dated = byYear.filter(({ name }) => name !== "");
  const sections = [
    ["rank", words.ranking],
    ["year", words.byYear],
    ["series", words.bySeries],
    ["honest", words.honesty],
  ] as const;
  return (
    <Document frame={frame}>
      <div class="cols">
        <nav class="rail" aria-label={words.onThisPage}>
          <ol class="jump">
            {sections.map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ol>
        </nav>
        <div class="text">
          <h1 class="page-title">{words.readers}</h1>
          <p class="sum">
            <b>{total === undefined ? "—" : groupDigits(total)}</b>
            <span>{words.sumOf(posts, counted)}</span>
          </p>
          <ReaderRanking rows={ranking} words={words} />
          <section>
            <h2 class="sect" id="year">
              {words.byYear}
              <small>{words.oneRod(yearWorth(dated))}</small>
            </h2>
            {dated.length > 0 && <YearChart years={dated} title={words.byYear} />}
            <ReaderGroups
              name={words.year}
              rows={byYear.map((row) => ({ ...row, name: row.name || words.undated }))}
              words={words}
            />
          </section>
          <section>
            <h2 class="sect" id="series">
              {words.bySeries}
              <small>{words.oneRod(barWorth(bySeries))}</small>
            </h2>
            <ReaderGroups name={words.series} rows={bySeries} words={words} bars />
          </section>
          <p class="honest" id="honest">
            <b>{words.honesty}</b>
            {words.honestyText(counted, posts, asOf)}
          </p>
        </div>
      </div>
    </Document>
  );
}
