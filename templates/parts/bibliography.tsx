import type { VNode } from "preact";
import type { BibliographyEntry } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

interface BibliographyProps {
  readonly entries: readonly BibliographyEntry[];
  readonly words: Words;
}

/** The works that a post cites; each leads back to the places where it is cited. */
export function Bibliography({ entries, words }: BibliographyProps): VNode | null {
  if (entries.length === 0) return null;
  return (
    <section class="bibliography">
      <h2>{words.bibliography}</h2>
      <ol>
        {entries.map(({ id, number, html, places }) => (
          <li key={id} id={id}>
            <span class="number">[{number}]</span>
            <p>
              <Raw html={html} />
              {places.map((href, index) => (
                <a class="back" key={href} href={href} aria-label={words.backToCitation(number, index + 1)}>
                  ↩{places.length > 1 && <sup>{index + 1}</sup>}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
