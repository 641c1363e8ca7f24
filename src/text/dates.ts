import type { PostDate } from "../model/post.ts";

const form =
  /^([12]\d{3})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: *(Z|[+-]\d{2}:?\d{2}))?)?$/i;

/**
 * The date that an author wrote, or `undefined` if it has another form or is no day of the calendar.
 *
 * Forms: `2024-03-29`, `2024-3-9`, `2024/03/29`, then optionally a time (`09:30`, `T09:30:15`, fractions of a
 * second dropped) and an offset (`Z`, `+08:00`, ` +0800`); years 1000 to 2999. Without an offset the
 * date is read in the zone: a time that occurs twice on a clock change is the first one, a time that is
 * skipped is as much later as the clock jumps. Day, time and instant of the result are in the zone.
 *
 * @param timeZone IANA name; an unknown one throws
 */
export function parseDate(text: string, timeZone: string): PostDate | undefined {
  const match = form.exec(text.trim());
  if (!match) return undefined;
  const [, year = "", , month = "", day = "", ...time] = match;
  const iso = `${year}-${two(month)}-${two(day)}`;
  const instant = isDay(iso) ? instantOf(iso, time, timeZone) : undefined;
  const [hour, , second] = time;
  return instant === undefined
    ? undefined
    : printed(instant, timeZone, hour === undefined ? 0 : second === undefined ? 5 : 8);
}

/** The instant of a day and what was written behind it; `undefined` if that is no time. */
function instantOf(
  iso: string,
  [hour = "0", minute = "00", second = "00", zone]: readonly (string | undefined)[],
  timeZone: string,
): number | undefined {
  const wall = Date.parse(`${iso}T${two(hour)}:${minute}:${second}Z`);
  const offset = zone === undefined ? undefined : parseOffset(zone);
  if (Number.isNaN(wall) || Number.isNaN(offset) || Number(hour) === 24) return undefined;
  return offset === undefined ? readWall(wall, timeZone) : wall - offset;
}

/** @param timeLength characters of `HH:MM:SS` that the author gave; 0 for none */
function printed(instant: number, timeZone: string, timeLength: number): PostDate {
  const offset = offsetAt(instant, timeZone);
  const local = toIso(instant + offset);
  const time = local.slice(11, 11 + timeLength);
  return { day: local.slice(0, 10), ...(time !== "" && { time }), instant: `${local}${printOffset(offset)}` };
}

/** `Mar. 29, 2024` for `2024-03-29`: three letters and a dot for every month (`May.` too), two digits for the day. */
export function formatCitationDate(day: string): string {
  const month = 3 * (Number(day.slice(5, 7)) - 1);
  return `${"JanFebMarAprMayJunJulAugSepOctNovDec".slice(month, month + 3)}. ${day.slice(8, 10)}, ${day.slice(0, 4)}`;
}

/** Whether a text is a day of the calendar, written `2024-03-29`. */
export function isIsoDay(text: string): boolean {
  return /^[12]\d{3}-\d\d-\d\d$/.test(text) && isDay(text);
}

/** Days from one day to another, both counted; 0 or less if the second is the earlier one. */
export function daysFrom(first: string, last: string): number {
  return (Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000 + 1;
}

/** Months and days roll over in JavaScript (31 April is 1 May); a real day comes back as it was. */
function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && toIso(time).startsWith(iso);
}

/** Milliseconds; `NaN` if there is no such offset. */
function parseOffset(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2));
  if (hours > 23 || minutes > 59) return NaN;
  return (text.startsWith("-") ? -1 : 1) * (60 * hours + minutes) * 60_000;
}

function printOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${offset < 0 ? "-" : "+"}${two(String(Math.floor(minutes / 60)))}:${two(String(minutes % 60))}`;
}

/** The instant at which clocks of the zone show a wall time, given as if it were UTC. */
function readWall(wall: number, timeZone: string): number {
  const day = 86_400_000;
  const before = offsetAt(wall - day, timeZone);
  const fits = [before, offsetAt(wall + day, timeZone)].find((offset) => offsetAt(wall - offset, timeZone) === offset);
  return wall - (fits ?? before);
}

/** Formatters are slow to make and the zones are few. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Wall time minus UTC in milliseconds at an instant of whole seconds. */
function offsetAt(instant: number, timeZone: string): number {
  const formatter = formatters.get(timeZone) ?? makeFormatter(timeZone);
  const parts = new Map(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute"), at("second")) - instant;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

function toIso(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}
