import type { VNode } from "preact";
import type { GraphProps } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

/** Posts that are listed before the fold. */
const shownRows = 100;

interface CitationTableProps {
  readonly rows: GraphProps["rows"];
  readonly words: Words;
}

/** Posts by how many name them, those behind the hundredth folded. */
export function CitationTable({ rows, words }: CitationTableProps): VNode {
  const rest = rows.slice(shownRows);
  return (
    <section>
      <h2 class="sect" id="table">
        {words.graphTable}
      </h2>
      <Rows rows={rows.slice(0, shownRows)} words={words} label={words.graphTable} />
      {rest.length > 0 && (
        <details class="fold">
          <summary>{words.otherPosts(rest.length)}</summary>
          <Rows rows={rest} words={words} label={words.otherPosts(rest.length)} />
        </details>
      )}
    </section>
  );
}

function Rows({ rows, words, label }: CitationTableProps & { readonly label: string }): VNode {
  return (
    <div class="table" tabindex={0} role="group" aria-label={label}>
      <table class="rank">
        <thead>
          <tr>
            <th scope="col">{words.post}</th>
            <th scope="col" class="n">
              {words.cites}
            </th>
            <th scope="col" class="n">
              {words.backlinks}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ post, day, cites, cited }) => (
            <tr key={post.href}>
              <th scope="row">
                <a href={post.href}>
                  <Raw html={post.title} />
                </a>
                {day !== undefined && <small class="when">{day.slice(0, 4)}</small>}
              </th>
              <td class="n">{cites}</td>
              <td class="n">{cited}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
