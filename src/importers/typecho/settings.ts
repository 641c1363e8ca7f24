import type { ImportOptions } from "../../model/imported.ts";
import { dateOf } from "../markdown/fields.ts";
import { routeTable, type RouteName } from "./route-table.ts";
import { numberIn, textIn, type BlogRows } from "./rows.ts";

/** What the settings of a blog say about its texts and addresses. */
export interface Settings {
  /** Empty if nobody says it. */
  readonly siteUrl: string;
  /** The folder of the site that the blog was in, such as `/blog`; empty for the site itself. */
  readonly folder: string;
  /** The pattern of addresses of a kind, such as `/archives/[cid:digital]/`. */
  readonly route: (name: RouteName) => string;
  /** Posts on one page of a list. */
  readonly pageSize: number;
  /** Comments on one page; absent if they were all on one. */
  readonly commentsPerPage?: number;
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
  const route = routeTable(setting("routingTable") ?? "");
  const { permalink } = given;
  const siteUrl = given.siteUrl ?? setting("siteUrl") ?? "";
  const offset = setting("timezone");
  return {
    siteUrl,
    folder: /^https?:\/\/[^/]+(\/[^?#]*)?/i.exec(siteUrl)?.[1]?.replace(/\/+$/, "") ?? "",
    route: (name) => (name === "post" && permalink !== undefined ? permalink : route(name)),
    pageSize: sizeIn(setting("pageSize")) ?? 5,
    ...(setting("commentsPageBreak") === "1" && { commentsPerPage: sizeIn(setting("commentsPageSize")) ?? 20 }),
    front: setting("rewrite") === "0" ? "/index.php" : "",
    instant: clock(offset !== undefined && /^[+-]?\d{1,5}$/.test(offset) ? Number(offset) : given.timeZone),
    commentsAreMarkdown: setting("commentsMarkdown") === "1",
    areKnown: options.length > 0,
  };
}

function sizeIn(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined;
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
