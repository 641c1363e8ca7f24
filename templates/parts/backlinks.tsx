import type { VNode } from "preact";
import type { BacklinkGroup } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

interface BacklinksProps {
  readonly groups: readonly BacklinkGroup[];
  readonly words: Words;
}

/** Who names a post, with the sentences; names of series stand over their posts if there is more than one group. */
export function Backlinks({ groups, words }: BacklinksProps): VNode | null {
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, { posts }) => sum + posts.length, 0);
  return (
    <section class="after">
      <h2 id="backlinks">
        {words.backlinks}
        <small>{words.backlinkCount(count)}</small>
      </h2>
      {groups.map((group) => (
        <Group key={group.series?.href ?? ""} group={group} isNamed={groups.length > 1} words={words} />
      ))}
    </section>
  );
}

interface GroupProps {
  readonly group: BacklinkGroup;
  readonly isNamed: boolean;
  readonly words: Words;
}

function Group({ group: { series, posts }, isNamed, words }: GroupProps): VNode {
  return (
    <>
      {isNamed && <h3 class="label">{series ? <a href={series.href}>{series.text}</a> : words.elsewhere}</h3>}
      <ul class="links">
        {posts.map(({ post, sentences }) => (
          <li key={post.href}>
            <a href={post.href}>
              <Raw html={post.title} />
            </a>
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
