import type { VNode } from "preact";
import type { Html } from "../../src/model/brand.ts";
import type { Words } from "../strings.ts";
import { Raw } from "./raw.tsx";

/** `--paper` of the stylesheet in each scheme, for the browser around the page. */
export const paper = { light: "#fafaf7", dark: "#151618" } as const;

/**
 * Reads the reader's choice before anything is painted. It is the one script that stands in a page itself, and the same
 * on all of them; a browser that keeps nothing throws, and the system decides.
 */
export const schemeScript =
  `try{var s=localStorage.scheme;/^(dark|light)$/.test(s)&&(document.documentElement.dataset.theme=s)}catch(e){}` as Html;

/** What the head of a page says about light and dark. */
export function SchemeHead(): VNode {
  return (
    <>
      <meta name="color-scheme" content="light dark" />
      {(["light", "dark"] as const).map((scheme) => (
        <meta
          key={scheme}
          name="theme-color"
          media={`(prefers-color-scheme: ${scheme})`}
          content={paper[scheme]}
          data-scheme={scheme}
        />
      ))}
      <Raw as="script" html={schemeScript} />
    </>
  );
}

/** The choice between light, dark and what the system says: a list of the browser, shown where scripts run. */
export function SchemeChoice({ words }: { readonly words: Words }): VNode {
  return (
    <label class="scheme">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
      <span class="sr-only">{words.scheme}</span>
      <select autocomplete="off">
        <option value="">{words.schemes.system}</option>
        <option value="light">{words.schemes.light}</option>
        <option value="dark">{words.schemes.dark}</option>
      </select>
    </label>
  );
}
