import type { VNode } from "preact";
import type { SeriesRow } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Rods } from "./rods.tsx";

/** Series in a panel: name, number of posts, rods, month of the newest part. */
export function SeriesRows({ series, words }: { readonly series: readonly SeriesRow[]; readonly words: Words }): VNode {
  return (
    <ul class="rows">
      {series.map(({ name, href, count, rods, updated }) => (
        <li key={href}>
          <a href={href}>{name}</a>
          <span class="num">{words.posts(count)}</span>
          <span class="sub">
            <Rods rods={rods} />
            {updated !== undefined && <span>{words.updatedOn(updated.slice(0, 7))}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
