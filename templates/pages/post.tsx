import type { VNode } from "preact";
import type { PostProps } from "../../src/model/theme.ts";
import { Backlinks } from "../parts/backlinks.tsx";
import { Bibliography } from "../parts/bibliography.tsx";
import { Byline } from "../parts/byline.tsx";
import { Citations } from "../parts/citations.tsx";
import { Comments } from "../parts/comments.tsx";
import { Document } from "../parts/document.tsx";
import { Neighbours, SeriesNeighbours } from "../parts/neighbours.tsx";
import { OriginalNote } from "../parts/original-note.tsx";
import { Raw } from "../parts/raw.tsx";
import { Related } from "../parts/related.tsx";
import { SeriesBox } from "../parts/series-box.tsx";
import { Toc } from "../parts/toc.tsx";
import { EndMark } from "../parts/wordmark.tsx";
import { wordsOf } from "../strings.ts";

/**
 * Title, byline, summary, series, contents, body, references; below it neighbours in the series, citation, terms, who
 * names it, related posts, neighbours in time, comments.
 */
export function PostPage(props: PostProps): VNode {
  const { frame, post, series } = props;
  const words = wordsOf(frame.language);
  return (
    <Document frame={frame}>
      <article class="cols post">
        <header class="title">
          <h1>
            <Raw html={post.title} />
            {props.draft && <small class="draft">{words.draft}</small>}
          </h1>
          <Byline line={props.byline} words={words} />
        </header>
        {props.original && <OriginalNote original={props.original} words={words} />}
        {props.summary !== undefined && (
          <p class="digest">
            <b>{words.digest}</b>
            <Raw html={props.summary} />
            {words.aboutMinutes(props.minutes)}
          </p>
        )}
        {series && <SeriesBox series={series} words={words} />}
        <Toc items={props.toc} comments={props.commentCount} words={words} />
        <Raw as="div" class="prose" data-macros={props.macros} html={props.body} />
        <Bibliography entries={props.bibliography} words={words} />
        <EndMark />
        {series && <SeriesNeighbours series={series} words={words} />}
        <Citations forms={props.citations} words={words} />
        <Terms {...props} />
        <Backlinks groups={props.backlinks} words={words} />
        <Related rows={props.related} words={words} />
        <Neighbours older={props.older} newer={props.newer} words={words} />
        <Comments comments={props.comments} count={props.commentCount} live={props.live} words={words} />
      </article>
    </Document>
  );
}

function Terms({ frame, category, tags, license }: PostProps): VNode | null {
  const words = wordsOf(frame.language);
  const rows = [
    { name: words.category, links: category ? [category] : [] },
    { name: words.tag, links: tags },
  ].filter(({ links }) => links.length > 0);
  if (rows.length === 0 && license === undefined) return null;
  return (
    <dl class="after terms">
      {rows.map(({ name, links }) => (
        <div key={name}>
          <dt>{name}</dt>
          {links.map(({ href, text }) => (
            <dd key={href}>
              <a href={href}>{text}</a>
            </dd>
          ))}
        </div>
      ))}
      {license !== undefined && (
        <div>
          <dt>{words.license}</dt>
          <dd>{license}</dd>
        </div>
      )}
    </dl>
  );
}
