import type { VNode } from "preact";
import type { OfflineProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { wordsOf } from "../strings.ts";

/** In the place of a page that is not kept, while there is no network: what is kept, which a script lists. */
export function OfflinePage({ frame }: OfflineProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols">
        <div class="text">
          <h1 class="page-title">{words.offline}</h1>
          <p class="lead">{words.notKept}</p>
          <section data-kept-pages hidden>
            <h2 class="parts-head">{words.keptPages}</h2>
            <ul class="links" />
          </section>
        </div>
      </div>
    </Document>
  );
}
