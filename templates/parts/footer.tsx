import type { VNode } from "preact";
import type { Frame } from "../../src/model/theme.ts";
import { feedNames, wordsOf } from "../strings.ts";

function Feeds({ feeds, label }: { readonly feeds: Frame["feeds"]; readonly label: string }): VNode | null {
  if (feeds.length === 0) return null;
  return (
    <nav aria-label={label}>
      <ul>
        {feeds.map(({ href, type }) => (
          <li key={href}>
            <a href={href} type={type}>
              {feedNames[type]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Licence, years, author, and the lines of the configuration, below the turned frame line. */
export function Footer({ frame }: { readonly frame: Frame }): VNode {
  const words = wordsOf(frame.language);
  const [before, after] = words.licensedUnder;
  const owner = [frame.years, frame.author].filter((part) => part !== "").join(" ");
  return (
    <footer class="footer frame">
      <div class="wenwu turn" />
      <div class="row">
        <p>
          {before}
          <a class="lined" rel="license" href={frame.license.href}>
            {frame.license.text}
          </a>
          {after}
        </p>
        <p>{words.madeWith}</p>
      </div>
      <div class="row">
        {owner !== "" && <p>© {owner}</p>}
        <Feeds feeds={frame.feeds} label={words.feeds} />
        {frame.footer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </footer>
  );
}
