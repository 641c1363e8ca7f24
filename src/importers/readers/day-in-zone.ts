import { parseDate } from "../../text/dates.ts";

/** Offsets of zones are whole quarters of an hour, and so are their changes. */
const quarter = 15 * 60_000;

/** Makes a function from an instant in milliseconds to its day in a zone; a quarter of an hour is looked up once. */
export function dayInZone(timeZone: string): (instant: number) => string | undefined {
  const days = new Map<number, string | undefined>();
  return (instant) => {
    const key = Math.floor(instant / quarter);
    if (!days.has(key)) days.set(key, dayOf(key * quarter, timeZone));
    return days.get(key);
  };
}

function dayOf(instant: number, timeZone: string): string | undefined {
  // Other years have more than four digits.
  const isInRange = instant >= 0 && instant < 32_503_680_000_000;
  return isInRange ? parseDate(`${new Date(instant).toISOString().slice(0, 19)}Z`, timeZone)?.day : undefined;
}
