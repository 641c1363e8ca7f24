import type { VNode } from "preact";
import type { TermsProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { TagList } from "../parts/tag-list.tsx";
import { wordsOf } from "../strings.ts";

/** All tags or all categories, the largest first. */
export function TermsPage({ frame, taxonomy, terms }: TermsProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols">
        <div class="text">
          <h1 class="page-title">{words[taxonomy]}</h1>
          <div class="all-terms">
            <TagList tags={terms} />
          </div>
        </div>
      </div>
    </Document>
  );
}
