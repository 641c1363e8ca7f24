/** The search, loaded by `open-search.ts` when it is first used. */
export { openDialog } from "./dialog.ts";
export { startPage } from "./page.ts";
