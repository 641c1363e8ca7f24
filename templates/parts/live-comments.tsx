import type { VNode } from "preact";
import type { LiveThread } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";

/** The place for new comments. Nothing comes from the service before a script of the page asks for it. */
export function LiveComments({ live, words }: { readonly live: LiveThread; readonly words: Words }): VNode {
  return (
    <div class="live" data-live={JSON.stringify(live)}>
      {live.kind === "giscus" ? (
        <a class="button" rel="noopener" href={`https://github.com/${live.repo}/discussions`}>
          {words.leaveComment}
        </a>
      ) : (
        <>
          <button class="button" type="button">
            {words.leaveComment}
          </button>
          <noscript>{words.needsScript}</noscript>
        </>
      )}
    </div>
  );
}
