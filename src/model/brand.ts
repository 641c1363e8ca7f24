/** Strings that are not just text. A brand is given at one marked place and read everywhere. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Markup that is already escaped and may be written to a page as it is. */
export type Html = Brand<string, "Html">;

/** XML that is already escaped. */
export type Xml = Brand<string, "Xml">;

/**
 * Escaped markup with holes that are filled when a page is printed: formulas
 * (`<x-formula n="…-3"></x-formula>`) and links to other posts (`<a href="x-link:2"`).
 */
export type Template = Brand<string, "Template">;

/** Path of a source file relative to the content folder, `/` between segments. */
export type SourcePath = Brand<string, "SourcePath">;

/** Path of an output file relative to the output folder, `/` between segments, not percent-encoded. */
export type OutPath = Brand<string, "OutPath">;

/** Path part of a URL below the site's base: starts with `/`, percent-encoded, ends with `/` or an extension. */
export type UrlPath = Brand<string, "UrlPath">;

/** Identity of a post: front matter `id`, else the slug of its file name. Survives a new title. */
export type PostId = Brand<string, "PostId">;

/** Identity of a series: the slug of its name. */
export type SeriesId = Brand<string, "SeriesId">;

/** SHA-256 of some bytes, lower-case hexadecimal. */
export type ContentHash = Brand<string, "ContentHash">;
