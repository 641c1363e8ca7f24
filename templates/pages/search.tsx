import type { VNode } from "preact";
import type { SearchProps } from "../../src/model/theme.ts";
import { Document } from "../parts/document.tsx";
import { Panel } from "../parts/panel.tsx";
import { KeysChoice, SearchForm } from "../parts/search-form.tsx";
import { wordsOf, type Words } from "../strings.ts";

/** Spellings that count as the same, as examples. */
const sameSpellings = [
  [String.raw`\dfrac \tfrac`, String.raw`\frac`],
  [String.raw`\leq \leqslant`, String.raw`\le`],
  [String.raw`\mid \vert`, "|"],
  [String.raw`\mathrm{d}`, "d"],
  ["x_{n}", "x_n"],
  [String.raw`\left( \right)`, "( )"],
] as const;

/** The page of the search: its script fills it; without script it says so and leads to the lists of posts. */
export function SearchPage({ frame, elsewhere }: SearchProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <div class="cols" data-search data-words={JSON.stringify(words.found)}>
        <div class="rail rail-toc">
          <details class="toc filters" data-filters hidden>
            <summary>{words.filters}</summary>
            <form aria-label={words.filters} />
          </details>
        </div>
        <div class="text search-text">
          <h1 class="sr">{words.search}</h1>
          <SearchForm href={frame.search?.href ?? ""} id="q" words={words} />
          <noscript>
            <p class="lead">{words.searchNeedsScript}</p>
            <p class="actions">
              {elsewhere.map(({ href, text }) => (
                <a key={href} class="button" href={href}>
                  {text}
                </a>
              ))}
            </p>
          </noscript>
          <p class="status" role="status" data-status />
          <div data-results />
        </div>
        <aside class="side panels" aria-label={words.searchHelp}>
          <SameSpellings words={words} />
          <Keys words={words} />
        </aside>
      </div>
    </Document>
  );
}

function SameSpellings({ words }: { readonly words: Words }): VNode {
  return (
    <Panel title={words.sameSpellings} words={words}>
      <table class="same-as">
        <caption class="sr">{words.sameSpellings}</caption>
        <tbody>
          {sameSpellings.map(([other, one]) => (
            <tr key={other}>
              <td>
                <code>{other}</code>
              </td>
              <td>
                <code>{one}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Keys({ words }: { readonly words: Words }): VNode {
  const rows = [
    { name: words.keySearch, keys: ["Ctrl K", "/"] },
    { name: words.keyMove, keys: ["↑", "↓"] },
    { name: words.keyOpen, keys: ["Enter"] },
    { name: words.close, keys: ["Esc"] },
  ];
  return (
    <Panel title={words.keys} words={words}>
      <ul class="rows">
        {rows.map(({ name, keys }) => (
          <li key={name}>
            <span>{name}</span>
            <span>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <KeysChoice words={words} />
    </Panel>
  );
}
