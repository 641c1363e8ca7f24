import type { VNode } from "preact";
import type { Original } from "../../src/model/post.ts";
import type { Words } from "../strings.ts";

/** Says that a post is a digest, and of what. */
export function OriginalNote({ original, words }: { readonly original: Original; readonly words: Words }): VNode {
  const { title, author, url } = original;
  const name = title === undefined ? (url ?? "") : `《${title}》`;
  return (
    <p class="original">
      <b>{words.digestOf}</b>
      {words.digestNote}
      {author !== undefined && `${author}，`}
      {url === undefined ? (
        name
      ) : (
        <a class="lined" href={url} rel="noopener">
          {name}
        </a>
      )}
    </p>
  );
}
