import type { ScriptWords } from "../model/theme.ts";

/** What scripts say, in the language of the page, which brings the words along. */
export const words = JSON.parse(document.getElementById("script-words")?.textContent ?? "{}") as ScriptWords;
