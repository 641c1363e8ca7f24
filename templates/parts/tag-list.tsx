import type { VNode } from "preact";
import type { Link, TermLink } from "../../src/model/theme.ts";

/** Tags in a line, with the number of posts where it is given. */
export function TagList({ tags }: { readonly tags: readonly (Link | TermLink)[] }): VNode | null {
  if (tags.length === 0) return null;
  return (
    <ul class="tags">
      {tags.map((tag) => (
        <li key={tag.href}>
          <a href={tag.href}>
            {tag.text}
            {"count" in tag && <sup class="num">{tag.count}</sup>}
          </a>
        </li>
      ))}
    </ul>
  );
}
