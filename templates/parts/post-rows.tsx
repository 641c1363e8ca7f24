import type { VNode } from "preact";
import type { YearOfPosts } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

/** Posts under the headings of their years: day, title, series, readers. */
export function PostsByYear({
  years,
  words,
}: {
  readonly years: readonly YearOfPosts[];
  readonly words: Words;
}): VNode {
  return (
    <>
      {years.map(({ year, rows }) => (
        <section key={year ?? ""} class="year">
          <h2 id={year ?? "undated"}>
            {year ?? words.undated}
            <small>{words.posts(rows.length)}</small>
          </h2>
          <ol class="post-rows">
            {rows.map(({ post, day, readers }) => (
              <li key={post.href}>
                {day === undefined ? (
                  <span class="day">—</span>
                ) : (
                  <time class="day" datetime={day}>
                    {day.slice(5)}
                  </time>
                )}
                <a href={post.href}>
                  <Raw html={post.title} />
                </a>
                <span class="num" title={readers === undefined ? words.unknown : undefined}>
                  {readers === undefined ? "—" : groupDigits(readers)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
