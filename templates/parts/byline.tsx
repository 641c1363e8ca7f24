import type { VNode } from "preact";
import type { Byline as BylineProps } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";

const Bar = () => (
  <>
    {" "}
    <span class="bar">|</span>{" "}
  </>
);

/** `By 作者 | 2024-03-29 | 51,976位读者 | 引用`; what is not known is left out. */
export function Byline({ line, words }: { readonly line: BylineProps; readonly words: Words }): VNode {
  const { author, day, datetime, updated, readers, citeHref } = line;
  return (
    <p class="byline">
      By <span class="by">{author === "" ? "—" : author}</span>
      {day !== undefined && (
        <>
          <Bar />
          <time datetime={datetime}>{day}</time>
        </>
      )}
      {updated !== undefined && updated !== day && (
        <>
          <Bar />
          <span>{words.updatedOn(updated)}</span>
        </>
      )}
      {readers !== undefined && (
        <>
          <Bar />
          <span class="num">{words.readersCount(readers)}</span>
        </>
      )}
      <Bar />
      <a href={citeHref}>{words.cite}</a>
    </p>
  );
}
