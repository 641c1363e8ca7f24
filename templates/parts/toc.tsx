import type { VNode } from "preact";
import type { TocItem } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

interface TocProps {
  readonly items: readonly TocItem[];
  /** How many there are below the post. */
  readonly comments: number;
  readonly words: Words;
}

/** Table of contents: one fold, which wide screens lift into the left rail and hold open. */
export function Toc({ items, comments, words }: TocProps): VNode | null {
  if (items.length === 0) return null;
  return (
    <div class="rail rail-toc">
      <details class="toc">
        <summary>{words.contents}</summary>
        <nav aria-label={words.contents}>
          <Items items={items} />
          {comments > 0 && (
            <a class="to-comments" href="#comments">
              {words.comments}
              <span class="no">{comments}</span>
            </a>
          )}
        </nav>
      </details>
    </div>
  );
}

function Items({ items }: { readonly items: readonly TocItem[] }): VNode {
  return (
    <ol>
      {items.map(({ href, title, children }) => (
        <li key={href}>
          <a href={href}>
            <Raw html={title} />
          </a>
          {children.length > 0 && <Items items={children} />}
        </li>
      ))}
    </ol>
  );
}
