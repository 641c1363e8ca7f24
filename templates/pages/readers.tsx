import type { VNode } from "preact";
import type { ReadersProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import { ColumnChart, columnWorth } from "../parts/column-chart.tsx";
import { Document } from "../parts/document.tsx";
import { ReaderGroups } from "../parts/reader-groups.tsx";
import { ReaderMonths } from "../parts/reader-months.tsx";
import { ReaderPanels } from "../parts/reader-panels.tsx";
import { ReaderRanking } from "../parts/reader-ranking.tsx";
import { barWorth } from "../parts/rod-length.ts";
import { wordsOf } from "../strings.ts";

/** Reader counts: the sum, every post, by year, month and series, and how they were counted. Unknown is `—`, never 0. */
export function ReadersPage(props: ReadersProps): VNode {
  const { frame, total, posts, counted, ranking, byYear, bySeries, byMonth } = props;
  const words = wordsOf(frame.language);
  const years = byYear.filter(({ name }) => name !== "").toReversed();
  const sections = [
    ["rank", words.ranking],
    ["year", words.byYear],
    ...(byMonth.length > 0 ? [["month", words.byMonth] as const] : []),
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
              <small>{words.oneRod(columnWorth(years))}</small>
            </h2>
            {years.length > 0 && <ColumnChart columns={years} title={words.byYearTitle} />}
            <ReaderGroups
              name={words.year}
              rows={byYear.map((row) => ({ ...row, name: row.name || words.undated }))}
              words={words}
            />
          </section>
          {byMonth.length > 0 && <ReaderMonths months={byMonth} words={words} />}
          <section>
            <h2 class="sect" id="series">
              {words.bySeries}
              <small>{words.oneRod(barWorth(bySeries))}</small>
            </h2>
            <ReaderGroups name={words.series} rows={bySeries} words={words} bars />
          </section>
          <p class="honest" id="honest">
            <b>{words.honesty}</b>
            {words.honestyText(props)}
          </p>
        </div>
        <ReaderPanels {...props} words={words} />
      </div>
    </Document>
  );
}
