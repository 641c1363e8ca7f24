import type { VNode } from "preact";
import type { PlannedItem, PostRef, Rod, SeriesChapter, SeriesItem, SeriesProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import { Citations } from "../parts/citations.tsx";
import { Document } from "../parts/document.tsx";
import { Raw } from "../parts/raw.tsx";
import { wordsOf, type Words } from "../strings.ts";

/**
 * What the series is about, the row of rods, four facts, then every part with its excerpt, chapter by chapter; a missing
 * part keeps its number, and planned ones follow.
 */
export function SeriesPage(props: SeriesProps): VNode {
  const { frame, row, description, finished, before, chapters, planned, feeds, book, keep, citations } = props;
  const words = wordsOf(frame.language);
  const first = row.rods.find(({ post }) => post !== undefined);
  return (
    <Document frame={frame}>
      <div class="cols">
        <Chapters chapters={chapters} words={words} />
        <div class="text">
          <header class="series-head">
            <p class="label">
              {words.series}
              {finished !== undefined && <small>{finished ? words.finished : words.ongoing}</small>}
            </p>
            <h1 class="page-title">{row.name}</h1>
          </header>
          {description && <Raw as="div" class="prose intro" html={description} />}
          <div class="progress">
            <div class="big">
              {row.rods.map((rod, index) => (
                <BigRod key={`${index} ${rod.label}`} rod={rod} isLast={index === row.rods.length - 1} words={words} />
              ))}
            </div>
            <Facts row={row} words={words} />
          </div>
          {first?.post && (
            <p class="actions">
              <a class="button" href={first.post.href}>
                {words.startReading(first.label)}
              </a>
              {book !== undefined && (
                <a class="button" href={book} type="application/epub+zip" download>
                  {words.downloadBook}
                </a>
              )}
              {keep && (
                <button
                  class="button"
                  type="button"
                  hidden
                  data-keep={JSON.stringify(keep)}
                  data-words={JSON.stringify(words.keepSeries)}
                />
              )}
              {feeds.slice(0, 1).map(({ href, type }) => (
                <a key={href} class="button" href={href} type={type}>
                  {words.subscribe}
                </a>
              ))}
            </p>
          )}
          <Before posts={before} words={words} />
          {chapters.map((chapter, index) => (
            <Chapter key={index} chapter={chapter} id={`chapter-${index + 1}`} words={words} />
          ))}
          <Planned parts={planned} words={words} />
          <Citations forms={citations} words={words} />
        </div>
      </div>
    </Document>
  );
}

function Chapters({
  chapters,
  words,
}: {
  readonly chapters: readonly SeriesChapter[];
  readonly words: Words;
}): VNode | null {
  if (!chapters.some(({ title }) => title !== undefined)) return null;
  return (
    <nav class="rail toc-plain" aria-label={words.chapters}>
      <ol class="toc">
        {chapters.map(({ title }, index) => (
          <li key={index}>
            <a href={`#chapter-${index + 1}`}>{title ?? words.parts}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Before({ posts, words }: { readonly posts: readonly PostRef[]; readonly words: Words }): VNode | null {
  if (posts.length === 0) return null;
  return (
    <>
      <h2 class="parts-head">{words.readBefore}</h2>
      <ul class="links">
        {posts.map(({ href, title }) => (
          <li key={href}>
            <a href={href}>
              <Raw html={title} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChapterProps {
  readonly chapter: SeriesChapter;
  readonly id: string;
  readonly words: Words;
}

function Chapter({ chapter: { title, note, items }, id, words }: ChapterProps): VNode {
  return (
    <>
      <h2 class="parts-head" id={id}>
        {title ?? words.parts}
        {note !== undefined && <small>{note}</small>}
      </h2>
      <ol class="parts">
        {items.map((item, index) => (
          <Item key={`${index} ${item.label}`} item={item} words={words} />
        ))}
      </ol>
    </>
  );
}

function Planned({ parts, words }: { readonly parts: readonly PlannedItem[]; readonly words: Words }): VNode | null {
  if (parts.length === 0) return null;
  return (
    <>
      <h2 class="parts-head">{words.planned}</h2>
      <ol class="parts">
        {parts.map(({ label, title, note }) => (
          <li key={title} class="is-gap">
            <span class="no">{label ?? "—"}</span>
            <div>
              <h3>{title}</h3>
              {note !== undefined && <p class="meta">{note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function BigRod({ rod, isLast, words }: { readonly rod: Rod; readonly isLast: boolean; readonly words: Words }): VNode {
  if (!rod.post) {
    return (
      <span class="gap" title={words.missing}>
        <i />
        {rod.label}
      </span>
    );
  }
  return (
    <a class={isLast ? "new" : undefined} href={rod.post.href} aria-label={words.partOf(rod.label, rod.post.titleText)}>
      <i />
      {rod.label}
    </a>
  );
}

function Facts({ row, words }: { readonly row: SeriesProps["row"]; readonly words: Words }): VNode {
  const { count, missing, minutes, from, updated, readers } = row;
  const years = [...new Set([from?.slice(0, 4), updated?.slice(0, 4)])].filter((year) => year !== undefined);
  const facts = [
    [words.haveParts, missing === 0 ? words.posts(count) : words.ofSeries(count, count + missing)],
    [words.readingTime, words.hours(minutes)],
    [words.period, years.length === 0 ? "—" : years.join("–")],
    [words.readersTotal, readers === undefined ? "—" : groupDigits(readers)],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Item({ item, words }: { readonly item: SeriesItem; readonly words: Words }): VNode {
  if (item.kind === "missing") {
    return (
      <li class="is-gap">
        <span class="no">{item.label}</span>
        <div>
          <h3>{words.missing}</h3>
          {item.reason !== undefined && <p class="meta">{item.reason}</p>}
        </div>
      </li>
    );
  }
  const { post, byline, excerpt, minutes } = item.entry;
  const meta = [
    ...(byline.day === undefined ? [] : [byline.day]),
    words.hours(minutes),
    ...(byline.readers === undefined ? [] : [words.readersCount(byline.readers)]),
  ];
  return (
    <li>
      <span class="no">{item.label}</span>
      <div>
        <h3>
          <a href={post.href}>
            <Raw html={post.title} />
          </a>
        </h3>
        <Raw as="div" class="prose" html={excerpt} />
        <p class="meta">{meta.join("，")}</p>
      </div>
    </li>
  );
}
