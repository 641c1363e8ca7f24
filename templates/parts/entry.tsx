import type { VNode } from "preact";
import type { Entry } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Byline } from "./byline.tsx";
import { Raw } from "./raw.tsx";
import { Rods } from "./rods.tsx";
import { TagList } from "./tag-list.tsx";

/** A post in the home list: series label, title, byline, excerpt with formulas, tags. */
export function EntryArticle({ entry, words }: { readonly entry: Entry; readonly words: Words }): VNode {
  const { post, byline, excerpt, more, minutes, tags, series, draft } = entry;
  return (
    <article class="entry">
      {series && (
        <div class="entry-rail">
          <a href={series.href}>{series.name}</a>
          <Rods rods={series.rods} />
          <span class="n num">{words.ofSeries(series.position, series.count)}</span>
        </div>
      )}
      <h2>
        <a href={post.href}>
          <Raw html={post.title} />
        </a>
        {draft && <small class="draft">{words.draft}</small>}
      </h2>
      <Byline line={byline} words={words} />
      <Raw as="div" class="prose" html={excerpt} />
      <div class="foot">
        <TagList tags={tags} />
        <a class="go" href={post.href}>
          {more ? words.readOn(minutes) : words.readAll(minutes)}
          <span class="sr">：{post.titleText}</span>
        </a>
      </div>
    </article>
  );
}
