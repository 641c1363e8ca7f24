import * as z from "zod";
import type { SiteConfig } from "../model/config.ts";
import { isCode } from "../diagnostics/codes.ts";

const link = z.strictObject({ text: z.string().min(1), href: z.string().min(1) });

const pattern = z.string().regex(/^\/.*:(?:id|slug).*$/, "starts with “/” and holds :id or :slug");

const liveComments = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("giscus"),
    repo: z.string().regex(/^[\w.-]+\/[\w.-]+$/, "is not owner/name"),
    repoId: z.string().min(1),
    category: z.string().min(1),
    categoryId: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal("waline"), server: z.url({ protocol: /^https$/ }) }),
]);

/**
 * The settings of `site.config.ts`: each key with its default and one sentence. The table in the
 * documentation and the error messages follow from it.
 */
export const configSchema = z.strictObject({
  title: z.string().min(1).default("算经").describe("Name of the site."),
  motto: z.string().default("").describe("A few words beside the name."),
  description: z.string().default("").describe("One sentence for search engines and link previews."),
  baseUrl: z
    .union([z.literal(""), z.url({ protocol: /^https?$/ })])
    .default("")
    .transform((url) => url.replace(/\/+$/, ""))
    .describe("Address of the site, such as https://example.org; empty if not known yet."),
  base: z
    .string()
    .regex(/^\/(?:[\w.~-]+\/)*$/, "starts and ends with “/” and holds letters, digits and . _ ~ - between")
    .default("/")
    .describe("Path under which the site is served, such as /blog/."),
  host: z
    .enum(["none", "cloudflare", "github", "gitlab"])
    .default("none")
    .describe("Free host whose limits on files and redirects a build compares itself with."),
  language: z.enum(["zh-CN", "en"]).default("zh-CN").describe("Language of the pages around the posts."),
  timeZone: z
    .string()
    .refine(isTimeZone, "is not an IANA time zone such as Asia/Shanghai")
    .default("Asia/Shanghai")
    .describe("Time zone of dates without an offset."),
  author: z.string().default("").describe("Author of posts that name none."),
  license: z
    .strictObject({ name: z.string(), url: z.string() })
    .default({ name: "CC BY-NC-SA 4.0", url: "https://creativecommons.org/licenses/by-nc-sa/4.0/" })
    .describe("Licence of the texts, in the footer."),
  footer: z.array(z.string()).default([]).describe("Lines of the footer, such as a registration number."),
  navigation: z.array(link).default([]).describe("Entries after the built-in ones of the main navigation."),
  permalink: pattern
    .regex(/(?:\/|\.html)$/, "ends with “/” or “.html”")
    .default("/archives/:id/")
    .describe("Pattern of a post's address: :id, :slug, :year, :month, :day."),
  postsPerPage: z.int().min(1).max(100).default(8).describe("Posts on one page of the home list."),
  excerptLength: z.int().min(20).max(5000).default(300).describe("Characters of an excerpt without <!--more-->."),
  oldHosts: z
    .array(
      z
        .string()
        .regex(/^[^\s/]+$/, "is a host such as old.example.org, without https://")
        .toLowerCase(),
    )
    .default([])
    .describe("Hosts that are this archive under an earlier name."),
  oldPermalinks: z
    .array(pattern)
    .default([])
    .describe("Patterns of addresses that posts had before, such as /:year/:month/:slug.html; they lead to the posts."),
  math: z
    .strictObject({
      macros: z
        .record(z.string().regex(/^\\(?:[A-Za-z@]+|[^A-Za-z@])$/, "is not a command such as \\dd"), z.string())
        .default({})
        .describe("Macros of every post, name with backslash → TeX."),
      numbering: z
        .enum(["ams", "all", "labelled", "none"])
        .default("ams")
        .describe("Which rows get a number: as AMS environments say, of every display, with a label, none."),
      numberTemplate: z
        .string()
        .regex(/^[^%$\\{}#&_^~]*%s[^%$\\{}#&_^~]*$/, "holds %s once and no signs of TeX")
        .default("(%s)")
        .describe("How a number is shown, such as (2.%s)."),
      anchors: z
        .enum(["none", "mathjax2", "mathjax27", "mathjax3"])
        .default("none")
        .describe("Extra anchors for links to equations that an older site's MathJax made."),
      subsetFonts: z
        .boolean()
        .default(true)
        .describe("Whether a build ships only those glyphs of KaTeX's fonts that the site shows."),
    })
    .prefault({})
    .describe("Formulas."),
  feeds: z
    .strictObject({
      limit: z.int().min(1).max(200).default(20).describe("Posts in the feed of the site or of a series, the newest."),
      tagLimit: z.int().min(1).max(200).default(2).describe("Posts in the feed of a tag; there can be many tags."),
    })
    .prefault({})
    .describe("Feeds of the site, of each series and of each tag."),
  comments: z
    .strictObject({
      live: liveComments
        .exactOptional()
        .describe("A service for new comments, giscus or Waline, loaded when a reader comes to it."),
    })
    .prefault({})
    .describe("Comments below posts."),
  search: z
    .strictObject({
      engine: z
        .enum(["built-in", "pagefind", "none"])
        .default("built-in")
        .describe("Who finds words: the index of suanjing, Pagefind if it is installed, or nobody."),
    })
    .prefault({})
    .describe("Search for words and formulas, in the reader's browser."),
  citation: z
    .strictObject({
      prefix: z
        .string()
        .regex(/^[\p{L}\p{N}_.:-]*$/u, "holds more than letters, digits and _ . : -")
        .default("")
        .describe("What stands before a post's id in its citation key; empty: the first word of the site's host."),
      gbt: z.enum(["2025", "2015"]).default("2025").describe("Edition of GB/T 7714."),
    })
    .prefault({})
    .describe("Citations of posts."),
  offline: z
    .strictObject({
      app: z
        .boolean()
        .default(false)
        .describe("Whether readers can install the site, which then keeps what they read, and a series on request."),
      relative: z
        .boolean()
        .default(false)
        .describe("Whether links name files, so that the built folder opens from a disk; without search and app."),
    })
    .prefault({})
    .describe("Reading without a network."),
  theme: z
    .string()
    .default("templates/index.ts")
    .describe(
      "Theme, relative to the configuration file. A site without the folder `templates/` has the theme of suanjing.",
    ),
  rules: z
    .record(
      z.string().refine((code): boolean => isCode(code), "is not a diagnostic code"),
      z.enum(["error", "warning", "info", "ignore"]),
    )
    .default({})
    .describe("Changes the severity of a diagnostic, or silences it."),
}) satisfies z.ZodType<SiteConfig, object>;

export type UserConfig = z.input<typeof configSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
