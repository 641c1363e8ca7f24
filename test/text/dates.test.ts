import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { formatCitationDate, parseDate } from "../../src/text/dates.ts";

const shanghai = "Asia/Shanghai";
const newYork = "America/New_York";

describe("parseDate", () => {
  it.each([
    ["2020-07-04", { day: "2020-07-04", instant: "2020-07-04T00:00:00+08:00" }],
    ["2020-7-4", { day: "2020-07-04", instant: "2020-07-04T00:00:00+08:00" }],
    ["2020/07/04", { day: "2020-07-04", instant: "2020-07-04T00:00:00+08:00" }],
    [" 2020-07-04 ", { day: "2020-07-04", instant: "2020-07-04T00:00:00+08:00" }],
    ["2020-07-04 09:30", { day: "2020-07-04", time: "09:30", instant: "2020-07-04T09:30:00+08:00" }],
    ["2020-07-04 9:30", { day: "2020-07-04", time: "09:30", instant: "2020-07-04T09:30:00+08:00" }],
    ["2020-07-04T09:30:15", { day: "2020-07-04", time: "09:30:15", instant: "2020-07-04T09:30:15+08:00" }],
    ["2020-07-04T09:30:15.987+08:00", { day: "2020-07-04", time: "09:30:15", instant: "2020-07-04T09:30:15+08:00" }],
    ["2020-07-04 09:30:15 +0800", { day: "2020-07-04", time: "09:30:15", instant: "2020-07-04T09:30:15+08:00" }],
    ["2020-07-04t09:30z", { day: "2020-07-04", time: "17:30", instant: "2020-07-04T17:30:00+08:00" }],
    ["2020-07-04T20:00:00Z", { day: "2020-07-05", time: "04:00:00", instant: "2020-07-05T04:00:00+08:00" }],
    ["2020-07-04 00:10 +0930", { day: "2020-07-03", time: "22:40", instant: "2020-07-03T22:40:00+08:00" }],
    ["2020-07-04 00:10 -03:00", { day: "2020-07-04", time: "11:10", instant: "2020-07-04T11:10:00+08:00" }],
    ["2020-02-29", { day: "2020-02-29", instant: "2020-02-29T00:00:00+08:00" }],
    // Summer time was kept in China from 1986 to 1991.
    ["1988-07-01", { day: "1988-07-01", instant: "1988-07-01T00:00:00+09:00" }],
    // Local mean time, eight hours and 5:43 minutes, is printed with whole minutes.
    ["1890-01-01", { day: "1890-01-01", instant: "1890-01-01T00:00:00+08:06" }],
  ])("reads %j in Shanghai", (text, expected) => {
    expect(parseDate(text, shanghai)).toEqual(expected);
  });

  it.each([
    "",
    "昨天",
    "2020",
    "2020-07",
    "20-07-04",
    "0000-00-00",
    "2020-02-30",
    "2021-02-29",
    "2020-13-01",
    "2020-00-10",
    "2020-07-00",
    "2020-07/04",
    "2020-07-04 24:00",
    "2020-07-04 25:00",
    "2020-07-04 09:60",
    "2020-07-04 09:30:60",
    "2020-07-04 09:30 +24:00",
    "2020-07-04 09:30 +08:60",
    "2020-07-04 +08:00",
    "2020-07-04 09",
    "2020-07-04 09:30 上午",
  ])("does not read %j", (text) => {
    expect(parseDate(text, shanghai)).toBeUndefined();
  });

  it.each([
    ["a skipped time is as much later", "2024-03-10 02:30", "2024-03-10T03:30:00-04:00"],
    ["the first of two equal times", "2024-11-03 01:30", "2024-11-03T01:30:00-04:00"],
    ["winter", "2024-01-10 12:00", "2024-01-10T12:00:00-05:00"],
    ["an hour before the change", "2024-03-10 01:59", "2024-03-10T01:59:00-05:00"],
    ["an hour after the change", "2024-11-03 02:00", "2024-11-03T02:00:00-05:00"],
  ])("in New York: %s", (_name, text, instant) => {
    expect(parseDate(text, newYork)?.instant).toBe(instant);
  });

  it("reads a day whose midnight is skipped", () => {
    expect(parseDate("2018-11-04", "America/Sao_Paulo")).toEqual({
      day: "2018-11-04",
      instant: "2018-11-04T01:00:00-02:00",
    });
  });

  it("prints offsets with minutes", () => {
    expect(parseDate("2020-07-04", "Asia/Kolkata")?.instant).toBe("2020-07-04T00:00:00+05:30");
    expect(parseDate("2020-07-04", "America/St_Johns")?.instant).toBe("2020-07-04T00:00:00-02:30");
    expect(parseDate("2020-07-04", "UTC")?.instant).toBe("2020-07-04T00:00:00+00:00");
  });

  it("refuses an unknown zone", () => {
    expect(() => parseDate("2020-07-04", "Mars/Olympus")).toThrow(RangeError);
  });

  it("reads its own instants back, in any zone", () => {
    const zone = fc.constantFrom(
      shanghai,
      newYork,
      "UTC",
      "Asia/Kolkata",
      "Pacific/Apia",
      "Europe/Berlin",
      "Australia/Lord_Howe",
    );
    const date = fc.date({
      min: new Date("1975-01-01T00:00:00Z"),
      max: new Date("2100-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, zone, (one, timeZone) => {
        const text = `${one.toISOString().slice(0, 19)}Z`;
        const read = parseDate(text, timeZone);
        expect(Date.parse(read?.instant ?? "")).toBe(Date.parse(text));
        expect(parseDate(read?.instant ?? "", timeZone)).toEqual(read);
        expect(read?.instant).toMatch(`${read?.day}T${read?.time}`);
      }),
    );
  });

  it("keeps day and time where the clock shows them once", () => {
    const part = (max: number, min = 0) => fc.integer({ min, max }).map((n) => String(n).padStart(2, "0"));
    const wall = fc.tuple(fc.integer({ min: 1950, max: 2090 }), part(12, 1), part(28, 1), part(23), part(59));
    fc.assert(
      fc.property(wall, ([year, month, day, hour, minute]) => {
        const read = parseDate(`${year}-${month}-${day} ${hour}:${minute}`, "Asia/Tokyo");
        expect(read?.instant.slice(0, 10)).toBe(read?.day);
        if (year > 1951) expect(read).toMatchObject({ day: `${year}-${month}-${day}`, time: `${hour}:${minute}` });
      }),
    );
  });
});

describe("formatCitationDate", () => {
  it.each([
    ["2020-07-04", "Jul. 04, 2020"],
    ["2021-05-31", "May. 31, 2021"],
    ["1999-01-01", "Jan. 01, 1999"],
    ["2030-12-09", "Dec. 09, 2030"],
  ])("prints %j as %j", (day, expected) => {
    expect(formatCitationDate(day)).toBe(expected);
  });
});
