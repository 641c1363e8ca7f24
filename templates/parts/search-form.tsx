import type { VNode } from "preact";
import type { Words } from "../strings.ts";

interface SearchFormProps {
  /** Address of the page of the search. */
  readonly href: string;
  readonly id: string;
  readonly words: Words;
}

/** The field of the search. It is no field of type `search`, whose Escape key belongs to the field and not to a dialog. */
export function SearchForm({ href, id, words }: SearchFormProps): VNode {
  return (
    <>
      <form class="ask" role="search" action={href}>
        <label class="sr" for={id}>
          {words.searchLabel}
        </label>
        <input
          id={id}
          name="q"
          type="text"
          inputmode="search"
          enterkeyhint="search"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={words.searchLabel}
          aria-describedby={`${id}-hint`}
        />
        <button class="button" type="submit">
          {words.search}
        </button>
      </form>
      <p class="hint" id={`${id}-hint`}>
        {words.searchHint[0]}
        <code>$</code>
        {words.searchHint[1]}
      </p>
    </>
  );
}

/** The box that gives the keys of the search back to the browser; without script there are no keys. */
export function KeysChoice({ words }: { readonly words: Words }): VNode {
  return (
    <label class="keys">
      <input type="checkbox" data-keys checked />
      <span>
        {words.openByKeys[0]}
        <kbd>Ctrl K</kbd>
        {words.openByKeys[1]}
        <kbd>/</kbd>
        {words.openByKeys[2]}
      </span>
    </label>
  );
}
