import type { VNode } from "preact";
import type { PostRef, SeriesBox } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

/** The parts before and after this one; at the ends of a series one of them is absent. */
export function SeriesNeighbours({
  series,
  words,
}: {
  readonly series: SeriesBox;
  readonly words: Words;
}): VNode | null {
  const { previous, next, position, count } = series;
  if (!previous && !next) return null;
  return (
    <nav class="after" aria-label={words.seriesNeighbours}>
      <div class="pair">
        {previous ? (
          <a rel="prev" href={previous.href}>
            <span class="label">← {words.previousPart}</span>
            <Raw html={previous.title} />
          </a>
        ) : (
          <span class="label">{words.ofSeries(position, count)}</span>
        )}
        {next ? (
          <a class="next" rel="next" href={next.href}>
            <span class="label">{words.nextPart} →</span>
            <Raw html={next.title} />
          </a>
        ) : (
          <span class="label next">{words.ofSeries(position, count)}</span>
        )}
      </div>
    </nav>
  );
}

interface NeighboursProps {
  readonly older: PostRef | undefined;
  readonly newer: PostRef | undefined;
  readonly words: Words;
}

/** The posts published before and after this one. */
export function Neighbours({ older, newer, words }: NeighboursProps): VNode | null {
  if (!older && !newer) return null;
  return (
    <nav class="after quiet" aria-label={words.neighbours}>
      <div class="pair">
        {older ? (
          <a href={older.href}>
            <span class="label">← {words.olderPost}</span>
            <Raw html={older.title} />
          </a>
        ) : (
          <span />
        )}
        {newer && (
          <a class="next" href={newer.href}>
            <span class="label">{words.newerPost} →</span>
            <Raw html={newer.title} />
          </a>
        )}
      </div>
    </nav>
  );
}
