import { chinese } from "./words/chinese.ts";
import { english } from "./words/english.ts";
import type { Words } from "./words/words.ts";

export type { Words } from "./words/words.ts";

/** Names of forms of feeds, the same in all languages. */
export const feedNames: Readonly<Record<string, string>> = {
  "application/atom+xml": "Atom",
  "application/rss+xml": "RSS",
  "application/feed+json": "JSON Feed",
};

/** The words of the interface in a language of the site. */
export function wordsOf(language: "zh-CN" | "en"): Words {
  return language === "en" ? english : chinese;
}
