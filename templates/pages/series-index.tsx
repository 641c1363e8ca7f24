import type { VNode } from "preact";
import type { SeriesIndexProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { Rods } from "../parts/rods.tsx";
import { wordsOf } from "../strings.ts";

/** All series, the one with the newest part first. */
export function SeriesIndexPage({ frame, series }: SeriesIndexProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols">
        <div class="text">
          <h1 class="page-title">{words.series}</h1>
          <ul class="series-list">
            {series.map(({ name, href, rods, count, missing, from, updated, readers, minutes }) => (
              <li key={href}>
                <h2>
                  <a href={href}>{name}</a>
                </h2>
                <p class="meta">
                  <Rods rods={rods} />
                  <span>
                    {missing === 0
                      ? words.posts(count)
                      : `${words.ofSeries(count, count + missing)} ${words.haveParts}`}
                  </span>
                  {from !== undefined && updated !== undefined && (
                    <span>
                      {from.slice(0, 7) === updated.slice(0, 7)
                        ? from.slice(0, 7)
                        : `${from.slice(0, 7)} – ${updated.slice(0, 7)}`}
                    </span>
                  )}
                  <span>{words.hours(minutes)}</span>
                  {readers !== undefined && <span>{words.readersCount(readers)}</span>}
                </p>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Document>
  );
}
