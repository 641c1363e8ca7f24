import type { VNode } from "preact";
import type { Rod, SeriesBox as SeriesBoxProps } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";
import { Rods } from "./rods.tsx";

/** Above a post: name of its series, n / N, and all parts in a fold. */
export function SeriesBox({ series, words }: { readonly series: SeriesBoxProps; readonly words: Words }): VNode {
  return (
    <details class="series-box">
      <summary>
        <span class="name">{series.name}</span>
        <Rods rods={series.rods} />
        <span class="n num">{words.ofSeries(series.position, series.count)}</span>
      </summary>
      <ol>
        {series.rods.map((rod, index) => (
          <Part key={`${index} ${rod.label}`} rod={rod} words={words} />
        ))}
      </ol>
      <p class="whole">
        <a class="go" href={series.href}>
          {words.series}
          <span class="sr">：{series.name}</span>
        </a>
      </p>
    </details>
  );
}

function Part({ rod, words }: { readonly rod: Rod; readonly words: Words }): VNode {
  if (!rod.post) {
    return (
      <li class="is-gap">
        <span>
          <span class="no">{rod.label}</span>
          <span>{words.missing}</span>
          <span class="num">—</span>
        </span>
      </li>
    );
  }
  return (
    <li>
      <a href={rod.post.href} aria-current={rod.state === "current" ? "page" : undefined}>
        <span class="no">{rod.label}</span>
        <Raw html={rod.post.title} />
        <span class="num">{rod.day?.slice(0, 7)}</span>
      </a>
    </li>
  );
}
