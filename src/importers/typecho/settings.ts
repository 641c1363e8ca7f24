import type { ImportOptions } from "../../model/imported.ts";
import { dateOf } from "../markdown/fields.ts";
import { numberIn, textIn, type BlogRows } from "./rows.ts";

/** What the settings of a blog say about its texts and addresses. */
export interface Settings {
  /** Empty if nobody says it. */
  readonly siteUrl: string;
  /** Patterns of addresses, such as `/archives/[cid:digital]/`. */
  readonly post: string;
  readonly page: string;
  /** `/index.php` on servers that do not rewrite addresses. */
  readonly front: string;
  /** An instant of seconds since 1970 with the offset of the blog's clock; `undefined` for 0, which is no date. */
  readonly instant: (seconds: number) => string | undefined;
  readonly commentsAreMarkdown: boolean;
  /** Whether there was a table of settings. */
  readonly areKnown: boolean;
}

/** Reads the settings; the command line says what a source without settings, such as a backup, does not. */
export function readSettings({ options }: Pick<BlogRows, "options">, given: ImportOptions): Settings {
  const ofSite = options.filter((row) => numberIn(row, "user") === 0);
  const setting = (name: string) => {
    const row = ofSite.find((one) => textIn(one, "name") === name);
    return row && textIn(row, "value");
  };
  const routes = setting("routingTable") ?? "";
  const offset = setting("timezone");
  return {
    siteUrl: given.siteUrl ?? setting("siteUrl") ?? "",
    post: given.permalink ?? routeOf(routes, "post") ?? "/archives/[cid:digital]/",
    page: routeOf(routes, "page") ?? "/[slug].html",
    front: setting("rewrite") === "0" ? "/index.php" : "",
    instant: clock(offset !== undefined && /^[+-]?\d{1,5}$/.test(offset) ? Number(offset) : given.timeZone),
    commentsAreMarkdown: setting("commentsMarkdown") === "1",
    areKnown: options.length > 0,
  };
}

/**
 * The pattern of a route. The table is JSON, or a text of PHP's `serialize` in older versions, which is searched and
 * never unserialised.
 */
function routeOf(table: string, name: "post" | "page"): string | undefined {
  const url = /^\s*\{/.test(table)
    ? new RegExp(`"${name}"\\s*:\\s*\\{\\s*"url"\\s*:\\s*"((?:[^"\\\\]|\\\\.)*)"`).exec(table)?.[1]
    : new RegExp(`s:4:"${name}";a:\\d+:\\{s:3:"url";s:\\d+:"([^"]*)"`).exec(table)?.[1];
  return url?.replace(/\\u([0-9a-f]{4})|\\(.)/gi, (_all, code?: string, one = "") =>
    code === undefined ? String(one) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Last second whose date has a year of four digits. */
const lastSecond = 32_503_680_000;

function clock(zone: string | number): Settings["instant"] {
  return (seconds) => {
    if (seconds <= 0 || seconds >= lastSecond) return undefined;
    if (typeof zone === "string") return dateOf(isoAt(seconds) + "Z", zone);
    const minutes = Math.trunc(zone / 60);
    const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
    return `${isoAt(seconds + minutes * 60)}${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
  };
}

function isoAt(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
