import { parseDate } from "../text/dates.ts";

/** A date as Artrans has it, `2021-10-28 20:50:15 +0800`; `undefined` if the text is none. */
export function artranTime(text: string, timeZone: string): string | undefined {
  const instant = parseDate(text, timeZone)?.instant;
  return instant === undefined ? undefined : artranForm(instant);
}

/** An instant with its offset, `2021-10-28T20:50:15+08:00`, as Artrans has it. */
export function artranForm(instant: string): string {
  return instant.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})([+-]\d{2}):(\d{2})$/, "$1 $2 $3$4");
}
