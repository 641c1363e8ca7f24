import type { VNode } from "preact";
import type { SearchLink } from "../../src/model/theme.ts";
import type { Words } from "../strings.ts";

/** Leads to the page of the search; with script it opens the search over this page. */
export function FindLink({ link, words }: { readonly link: SearchLink; readonly words: Words }): VNode {
  return (
    <a class="find" href={link.href} data-script={link.script} aria-current={link.current ? "page" : undefined}>
      <span>{words.search}</span>
      <kbd>Ctrl K</kbd>
    </a>
  );
}
