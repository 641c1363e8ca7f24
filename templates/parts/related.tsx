import type { VNode } from "preact";
import type { Row } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

/** Posts about the same, in two columns, with their readers if these are known. */
export function Related({ rows, words }: { readonly rows: readonly Row[]; readonly words: Words }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <section class="after">
      <h2 id="related">{words.related}</h2>
      <ul class="links two">
        {rows.map(({ post, readers }) => (
          <li key={post.href}>
            <a href={post.href}>
              <Raw html={post.title} />
            </a>
            {readers !== undefined && <span class="num">{groupDigits(readers)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
