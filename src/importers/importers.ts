import type { Importer } from "../model/imported.ts";
import { hexo } from "./hexo/import-hexo.ts";
import { html } from "./html/import-html.ts";
import { html2text } from "./html2text/import-html2text.ts";
import { hugo } from "./hugo/import-hugo.ts";
import { jekyll } from "./jekyll/import-jekyll.ts";
import { listing } from "./listing/import-listing.ts";
import { typecho } from "./typecho/import-typecho.ts";
import { wordpress } from "./wordpress/import-wordpress.ts";

/** Every importer, in the order in which the help lists them. */
export const importers: readonly Importer[] = [hexo, hugo, jekyll, typecho, wordpress, html, html2text, listing];
