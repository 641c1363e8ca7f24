import type { VNode } from "preact";
import type { Rod, SeriesItem, SeriesProps } from "../../src/model/theme.ts";
import { groupDigits } from "../../src/text/group-digits.ts";
import { Citations } from "../parts/citations.tsx";
import { Document } from "../parts/document.tsx";
import { Raw } from "../parts/raw.tsx";
import { wordsOf, type Words } from "../strings.ts";

/** The row of rods, four facts, then every part with its excerpt; a missing part keeps its number. */
export function SeriesPage({ frame, row, items, feeds, citations }: SeriesProps): VNode {
  const words = wordsOf(frame.language);
  const first = row.rods.find(({ post }) => post !== undefined);
  return (
    <Document frame={frame}>
      <div class="cols">
        <div class="text">
          <header class="series-head">
            <p class="label">{words.series}</p>
            <h1 class="page-title">{row.name}</h1>
          </header>
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
              {feeds.slice(0, 1).map(({ href, type }) => (
                <a key={href} class="button" href={href} type={type}>
                  {words.subscribe}
                </a>
              ))}
            </p>
          )}
          <h2 class="parts-head">{words.parts}</h2>
          <ol class="parts">
            {items.map((item, index) => (
              <Item key={`${index} ${item.label}`} item={item} words={words} />
            ))}
          </ol>
          <Citations forms={citations} words={words} />
        </div>
      </div>
    </Document>
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
