import type { VNode } from "preact";
import type { Pagination } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";

/** Numbers of pages: the ends, the neighbours of the current one, and dots for the rest. */
export function PagesNav({
  pagination,
  older,
  words,
}: {
  readonly pagination: Pagination;
  /** What the next page holds, if that is not posts. */
  readonly older?: string;
  readonly words: Words;
}): VNode | null {
  const { current, pages } = pagination;
  if (pages.length < 2) return null;
  const shown = pages.filter(
    ({ number }) => number === 1 || number === pages.length || Math.abs(number - current) <= 2,
  );
  const next = pages[current];
  return (
    <nav class="pages" aria-label={words.pagination}>
      {shown.flatMap(({ number, href }, index) => [
        index > 0 && number - (shown[index - 1]?.number ?? 0) > 1 ? <span key={`dots ${number}`}>…</span> : null,
        number === current ? (
          <span key={number} aria-current="page">
            {number}
          </span>
        ) : (
          <a key={number} href={href}>
            {number}
          </a>
        ),
      ])}
      {next && (
        <a class="far go" rel="next" href={next.href}>
          {older ?? words.olderPosts}
        </a>
      )}
    </nav>
  );
}
