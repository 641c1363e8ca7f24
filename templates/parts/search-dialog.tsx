import type { VNode } from "preact";
import type { SearchDialogProps } from "../../src/model/theme.ts";
import { wordsOf } from "../strings.ts";
import { KeysChoice, SearchForm } from "./search-form.tsx";

/** The search over any page. Its script finds its parts by their `data` attributes. */
export function SearchDialog({ language, href }: SearchDialogProps): VNode {
  const words = wordsOf(language);
  return (
    <dialog class="search-dialog" aria-label={words.search} data-words={JSON.stringify(words.found)}>
      <div class="sheet">
        <button class="close" type="button" data-close>
          {words.close}
        </button>
        <SearchForm href={href} id="search-field" words={words} />
        <p class="sr" role="status" data-status />
        <div class="quick" data-results />
        <footer>
          <KeysChoice words={words} />
          <p>
            <kbd>↑</kbd> <kbd>↓</kbd> {words.keyMove} <kbd>Enter</kbd> {words.keyOpen} <kbd>Esc</kbd> {words.close}
          </p>
        </footer>
      </div>
    </dialog>
  );
}
