import type { VNode } from "preact";
import type { GraphProps } from "../../src/model/theme.ts";
import { CitationGraph } from "../parts/citation-graph.tsx";
import { CitationTable } from "../parts/citation-table.tsx";
import { Document } from "../parts/document.tsx";
import { wordsOf } from "../strings.ts";

/** Who names whom in the archive: a drawing over the whole width, and the same as a table. */
export function GraphPage({ frame, posts, links, rows, drawings }: GraphProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols graph-head">
        <div class="text">
          <h1 class="page-title">
            {words.graph}
            <small>{words.graphCount(posts, links)}</small>
          </h1>
          <p class="lead">
            {words.graphLead}
            <a class="lined" href="#table">
              {words.graphToTable}
            </a>
          </p>
        </div>
      </div>
      {drawings && (
        <>
          <CitationGraph drawing={drawings.across} direction="across" words={words} />
          <CitationGraph drawing={drawings.down} direction="down" words={words} />
        </>
      )}
      <div class="cols">
        <div class="text">
          <CitationTable rows={rows} words={words} />
        </div>
      </div>
    </Document>
  );
}
