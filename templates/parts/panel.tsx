import type { ComponentChildren, VNode } from "preact";
import type { Words } from "../strings.ts";

interface PanelProps {
  readonly title: string;
  /** Page with everything that the panel shows a part of. */
  readonly allHref?: string;
  readonly words: Words;
  readonly children: ComponentChildren;
}

/** A titled box of the side column. */
export function Panel({ title, allHref, words, children }: PanelProps): VNode {
  return (
    <section class="panel">
      <h2>
        {title}
        {allHref !== undefined && (
          <a href={allHref}>
            {words.all}
            <span class="sr">：{title}</span>
          </a>
        )}
      </h2>
      {children}
    </section>
  );
}
