import type { VNode } from "preact";
import type { ReaderGroupRow } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { ReaderCells, rowStyle } from "./reader-cells.tsx";
import { barWorth } from "./rod-length.ts";

interface ReaderGroupsProps {
  /** Heading of the first column. */
  readonly name: string;
  readonly rows: readonly ReaderGroupRow[];
  readonly words: Words;
  readonly bars?: boolean;
}

/** Sums over groups of posts, with the number of posts, or counted ones of all where they differ. */
export function ReaderGroups({ name, rows, words, bars = false }: ReaderGroupsProps): VNode {
  const worth = bars ? barWorth(rows) : undefined;
  const given = worth === undefined ? {} : { worth };
  return (
    <div class="table" tabindex={0} role="group" aria-label={name}>
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
            <tr key={row.name} {...rowStyle(row.readers, worth)}>
              <th scope="row">{row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>}</th>
              <td class="n">{row.counted === row.posts ? row.posts : `${row.counted} / ${row.posts}`}</td>
              <ReaderCells readers={row.readers} {...given} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
