import type { VNode } from "preact";
import type { ReadersProps } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { ColumnChart, columnWorth } from "./column-chart.tsx";
import { ReaderCells } from "./reader-cells.tsx";

/** Counts of days by month: the drawing, and the numbers folded below it, newest first. */
export function ReaderMonths({
  months,
  words,
}: {
  readonly months: ReadersProps["byMonth"];
  readonly words: Words;
}): VNode {
  const columns = months.map(({ month, ...rest }) => ({ name: month, ...rest }));
  return (
    <section>
      <h2 class="sect" id="month">
        {words.byMonth}
        <small>{words.oneRod(columnWorth(columns))}</small>
      </h2>
      <ColumnChart columns={columns} title={words.byMonthTitle} />
      <details class="fold">
        <summary>{words.monthNumbers(months.length)}</summary>
        <table class="rank">
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col" class="n">
                {words.readersColumn}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map(({ month, readers }) => (
              <tr key={month}>
                <th scope="row">
                  <time datetime={month}>{month}</time>
                </th>
                <ReaderCells readers={readers} />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
