import type { VNode } from "preact";
import type { Frame } from "../../src/model/theme.ts";
import { wordsOf } from "../strings.ts";
import { SchemeChoice } from "./scheme.tsx";
import { FindLink } from "./find-link.tsx";
import { Wordmark } from "./wordmark.tsx";

/** Name of the site, main navigation and the frame line. The current entry hangs a fish tail from the line. */
export function Masthead({ frame, isHome }: { readonly frame: Frame; readonly isHome: boolean }): VNode {
  const words = wordsOf(frame.language);
  const Name = isHome ? "h1" : "p";
  return (
    <header class="masthead frame">
      <div class="masthead-row">
        <Name class="brand">
          <a href={frame.homeHref}>
            <Wordmark />
            <span>{frame.siteTitle}</span>
          </a>
          {frame.motto !== "" && <span class="motto">{frame.motto}</span>}
        </Name>
        <nav class="nav" aria-label={words.mainNavigation}>
          <ul>
            {frame.navigation.map(({ href, text, current }) => (
              <li key={href}>
                <a href={href} aria-current={current ? "page" : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SchemeChoice words={wordsOf(frame.language)} />
        {frame.search && <FindLink link={frame.search} words={words} />}
      </div>
      <div class="wenwu" />
    </header>
  );
}
