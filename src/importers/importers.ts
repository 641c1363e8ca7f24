import type { Importer } from "../model/imported.ts";
import { html2text } from "./html2text/import-html2text.ts";
import { html } from "./html/import-html.ts";
import { listing } from "./listing/import-listing.ts";

/** Every importer, in the order in which the help lists them. */
export const importers: readonly Importer[] = [html, html2text, listing];
