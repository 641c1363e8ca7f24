import type { VNode } from "preact";
import type { ReaderGroupRow, ReaderRankRow, ReadersProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import { Document } from "../parts/document.tsx";
import { Raw } from "../parts/raw.tsx";
import { RodBar, rodWorth } from "../parts/rod-bar.tsx";
import { YearChart, yearWorth } from "../parts/year-chart.tsx";
import { wordsOf, type Words } from "../strings.ts";

/** Rods of the longest bar of a table. */
const mostRods = 21;

/** Reader counts: the sum, every post, by year, by series, and how they were counted. Unknown is `—`, never 0. */
export function ReadersPage(props: ReadersProps): VNode {
  const { frame, total, posts, counted, ranking, byYear, bySeries, asOf } = props;
  const words = wordsOf(frame.language);
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
          <Ranking rows={ranking} words={words} />
          <ByYear rows={byYear} words={words} />
          <BySeries rows={bySeries} words={words} />
          <p class="honest" id="honest">
            <b>{words.honesty}</b>
            {words.honestyText(counted, posts, asOf)}
          </p>
        </div>
      </div>
    </Document>
  );
}

function Ranking({ rows, words }: { readonly rows: readonly ReaderRankRow[]; readonly words: Words }): VNode {
  const worth = worthOf(rows);
  return (
    <section>
      <h2 class="sect" id="rank">
        {words.ranking}
        <small>{words.oneRod(worth)}</small>
      </h2>
      <div class="table">
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
              <tr key={post.href}>
                <td class="r">{readers === undefined ? "" : index + 1}</td>
                <th scope="row">
                  <a href={post.href}>
                    <Raw html={post.title} />
                  </a>
                </th>
                <BarCells readers={readers} worth={worth} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ByYear({ rows, words }: { readonly rows: readonly ReaderGroupRow[]; readonly words: Words }): VNode {
  const dated = rows.filter(({ name }) => name !== "");
  return (
    <section>
      <h2 class="sect" id="year">
        {words.byYear}
        <small>{words.oneRod(yearWorth(dated))}</small>
      </h2>
      {dated.length > 0 && <YearChart years={dated} title={words.byYear} />}
      <GroupTable
        name={words.year}
        rows={rows.map((row) => ({ ...row, name: row.name || words.undated }))}
        words={words}
      />
    </section>
  );
}

function BySeries({ rows, words }: { readonly rows: readonly ReaderGroupRow[]; readonly words: Words }): VNode {
  return (
    <section>
      <h2 class="sect" id="series">
        {words.bySeries}
        <small>{words.oneRod(worthOf(rows))}</small>
      </h2>
      <GroupTable name={words.series} rows={rows} words={words} bars />
    </section>
  );
}

interface GroupTableProps {
  readonly name: string;
  readonly rows: readonly ReaderGroupRow[];
  readonly words: Words;
  readonly bars?: boolean;
}

function GroupTable({ name, rows, words, bars = false }: GroupTableProps): VNode {
  const worth = worthOf(rows);
  return (
    <div class="table">
      <table class="rank">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" class="n">
              {words.post}
            </th>
            {bars && (
              <th scope="col" class="b">
                <span class="sr">{words.bar}</span>
              </th>
            )}
            <th scope="col" class="n">
              {words.readersColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>}</th>
              <td class="n">{row.counted === row.posts ? row.posts : `${row.counted} / ${row.posts}`}</td>
              {bars ? <BarCells readers={row.readers} worth={worth} /> : <CountCell readers={row.readers} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BarCells({ readers, worth }: { readonly readers: number | undefined; readonly worth: number }): VNode {
  return (
    <>
      <td class="b">{readers !== undefined && <RodBar count={readers} worth={worth} />}</td>
      <CountCell readers={readers} />
    </>
  );
}

function CountCell({ readers }: { readonly readers: number | undefined }): VNode {
  return <td class="n">{readers === undefined ? "—" : groupDigits(readers)}</td>;
}

function worthOf(rows: readonly { readonly readers?: number }[]): number {
  return rodWorth(Math.max(1, ...rows.map(({ readers = 0 }) => readers)), mostRods);
}
