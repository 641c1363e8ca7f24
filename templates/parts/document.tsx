import type { ComponentChildren, VNode } from "preact";
import type { Frame } from "../../src/model/theme.ts";
import { inlineJson } from "../../src/text/inline-json.ts";
import { wordsOf } from "../strings.ts";
import { Footer } from "./footer.tsx";
import { Masthead } from "./masthead.tsx";
import { Raw } from "./raw.tsx";
import { SchemeHead } from "./scheme.tsx";

interface DocumentProps {
  readonly frame: Frame;
  /** The name of the site is the heading of the home page; other pages have their own. */
  readonly isHome?: boolean;
  readonly children: ComponentChildren;
}

/** A whole page: head, masthead, content, footer. */
export function Document({ frame, isHome = false, children }: DocumentProps): VNode {
  const words = wordsOf(frame.language);
  return (
    <html lang={frame.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{frame.documentTitle}</title>
        {frame.description !== "" && <meta name="description" content={frame.description} />}
        <SchemeHead />
        <meta name="generator" content="suanjing" />
        {frame.canonical !== undefined && <link rel="canonical" href={frame.canonical} />}
        {frame.meta.map((tag, index) => (
          <meta key={index} {...tag} />
        ))}
        {frame.jsonLd !== undefined && <Raw as="script" type="application/ld+json" html={frame.jsonLd} />}
        {frame.alternates.map(({ type, title, href }) => (
          <link key={href} rel="alternate" type={type} title={title} href={href} />
        ))}
        {frame.search?.description !== undefined && (
          <link
            rel="search"
            type="application/opensearchdescription+xml"
            title={frame.siteTitle}
            href={frame.search.description}
          />
        )}
        <link rel="manifest" href={frame.manifest} />
        {frame.favicon !== undefined && <link rel="icon" href={frame.favicon} />}
        {frame.preload.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {frame.styles.map(({ href, media }) => (
          <link key={href} rel="stylesheet" href={href} media={media} />
        ))}
        {frame.scripts.map((src) => (
          <script key={src} src={src} defer />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Masthead frame={frame} isHome={isHome} />
        <main class="frame" id="main">
          {children}
        </main>
        <Footer frame={frame} />
        <Raw as="script" type="application/json" id="script-words" html={inlineJson(words.scripts)} />
      </body>
    </html>
  );
}
