import { parseDate } from "../../text/dates.ts";

/** What a pattern of addresses is filled from; an unknown token leaves the address unknown. */
export type Tokens = Readonly<Record<string, string | undefined>>;

/** The address by a pattern such as `:year/:month/:title/`; `undefined` if a token has no value. */
export function fillPattern(pattern: string, tokens: Tokens): string | undefined {
  let isComplete = true;
  const path = pattern.replace(/:([a-z_]+)/g, (_all, name: string) => {
    const value = Object.hasOwn(tokens, name) ? tokens[name] : undefined;
    isComplete &&= value !== undefined;
    return value ?? "";
  });
  return isComplete ? `/${path}`.replace(/\/{2,}/g, "/") : undefined;
}

/** Tokens of a date in the zone of the old site; none without a date. */
export function dateTokens(date: string | undefined, timeZone: string): Tokens {
  const parsed = parseDate(date ?? "", timeZone);
  if (!parsed) return {};
  const [year = "", month = "", day = ""] = parsed.day.split("-");
  const [hour = "00", minute = "00", second = "00"] = parsed.instant.slice(11, 19).split(":");
  const inYear =
    Math.round((Date.parse(`${parsed.day}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000) + 1;
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    y_day: String(inYear).padStart(3, "0"),
    yearday: String(inYear),
  };
}

/** Whether a zone of a configuration exists. */
export function knownZone(zone: string | undefined, otherwise: string): string {
  if (zone === undefined) return otherwise;
  try {
    parseDate("2000-01-01", zone);
    return zone;
  } catch {
    return otherwise;
  }
}
