import { describe, expect, it } from "vitest";
import { logCounter } from "../../../src/importers/readers/log-counter.ts";
import { parseCaddy, parseCombined, type ParseLine } from "../../../src/importers/readers/log-lines.ts";

const chrome = "Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0";

/** A line of nginx's format `combined`. */
function combined(
  target: string,
  { ip = "192.0.2.1", at = "23/Nov/2026:13:48:44 +0000", method = "GET", status = 200, agent = chrome } = {},
) {
  return `${ip} - - [${at}] "${method} ${target} HTTP/1.1" ${status} 10 "https://example.org/?q=%22" "${agent}"`;
}

function caddy(change: Readonly<Record<string, unknown>> = {}, request: Readonly<Record<string, unknown>> = {}) {
  const headers = { "User-Agent": [chrome], Cookie: ["REDACTED"] };
  const asked = { remote_ip: "192.0.2.1", client_ip: "192.0.2.1", method: "GET", uri: "/archives/42/?utm=x", headers };
  return JSON.stringify({
    level: "info",
    ts: 1_795_441_727.52,
    request: { ...asked, ...request },
    status: 200,
    ...change,
  });
}

const paths: Readonly<Record<string, string>> = { "/archives/42/": "/archives/42/", "/old/42": "/archives/42/" };

function counter(parse: ParseLine = parseCombined) {
  return logCounter({
    parse,
    find: (address) => paths[decodeURI(address.replace(/\?.*/, ""))],
    timeZone: "Asia/Shanghai",
    today: "2026-11-25",
    hash: (text) => `#${text}`,
  });
}

describe("a line of nginx", () => {
  it("says when, what, how it was answered, and by whom", () => {
    expect(parseCombined(`${combined("/a?b=c")} "203.0.113.5" 0.001`)).toEqual({
      instant: Date.parse("2026-11-23T13:48:44Z"),
      method: "GET",
      status: 200,
      target: "/a?b=c",
      ip: "192.0.2.1",
      agent: chrome,
    });
  });

  it("has bytes that are not ASCII as \\xE7, and its own offset", () => {
    const entry = parseCombined(combined("/\\xE6\\x97\\x8B/", { at: "24/Nov/2026:00:00:00 +0800", agent: "-" }));
    expect(entry).toMatchObject({ target: "/%E6%97%8B/", instant: Date.parse("2026-11-23T16:00:00Z"), agent: "" });
  });

  it.each([
    '192.0.2.1 - - [23/Nov/2026:13:48:44 +0000] "\\x16\\x03\\x01" 400 150 "-" "-"',
    '192.0.2.1 - - [23/Nov/2026:13:48:44 +0000] "" 400 0 "-" "-"',
  ])("is no request: %s", (line) => expect(parseCombined(line)).toBe("other"));

  it.each([
    "",
    "nonsense",
    combined("/a").slice(0, 60),
    combined("/a", { at: "31/Foo/2026:13:48:44 +0000" }),
    combined("/a", { at: "99/Nov/2026:13:48:44 +0000" }),
    combined("/a", { at: "yesterday" }),
    "\0".repeat(1000),
  ])("is wrong: %s", (line) => expect(parseCombined(line)).toBeUndefined());
});

describe("a line of Caddy", () => {
  it("is an object of JSON", () => {
    expect(parseCaddy(caddy())).toEqual({
      instant: 1_795_441_727_520,
      method: "GET",
      status: 200,
      target: "/archives/42/?utm=x",
      ip: "192.0.2.1",
      agent: chrome,
    });
  });

  it("may have its time as a text, and no agent", () => {
    expect(parseCaddy(caddy({ ts: "2026-11-23T13:48:47.52Z" }, { headers: {}, client_ip: undefined }))).toMatchObject({
      instant: 1_795_441_727_520,
      ip: "192.0.2.1",
      agent: "",
    });
  });

  it("may be about the server itself", () => expect(parseCaddy('{"level":"info","msg":"serving"}')).toBe("other"));

  it.each(["", "[]x", "7", caddy({ status: "200" }), caddy({ ts: "soon" }), caddy({}, { uri: 7 })])(
    "is wrong: %s",
    (line) => expect(parseCaddy(line)).toBeUndefined(),
  );
});

describe("counting", () => {
  it("takes each line for one thing", () => {
    const { line, account, counts, days } = counter();
    const lines = [
      combined("/archives/42/"),
      combined("/old/42?from=feed", { at: "23/Nov/2026:14:10:00 +0000" }),
      combined("//archives/42/", { ip: "192.0.2.2" }),
      combined("/archives/42/", { at: "23/Nov/2026:14:18:44 +0000" }),
      combined("/archives/42/", { status: 304, agent: "Mozilla/5.0 Firefox/151.0" }),
      combined("/archives/42/", { status: 301 }),
      combined("/archives/42/", { status: 404 }),
      combined("/archives/42/", { method: "HEAD" }),
      combined("/assets/style.css"),
      combined("/archives/42/", { agent: "Mozilla/5.0 (compatible; Googlebot/2.1)" }),
      combined("/archives/42/", { agent: "-" }),
      combined("/archives/42/", { at: "26/Nov/2026:13:48:44 +0000" }),
      "nonsense",
      '192.0.2.1 - - [23/Nov/2026:13:48:44 +0000] "" 400 0 "-" "-"',
    ];
    expect(lines.filter((text) => line(text) !== undefined)).toHaveLength(2);
    expect(account).toEqual({
      lines: 14,
      counted: 4,
      again: 1,
      notReading: 3,
      elsewhere: 1,
      robots: 2,
      other: 1,
      faults: 2,
    });
    expect(counts()).toEqual([{ day: "2026-11-23", path: "/archives/42/", views: 4, visitors: 3 }]);
    expect([...days()]).toEqual(["2026-11-23"]);
  });

  it("divides days where the site is", () => {
    const { line, counts } = counter();
    line(combined("/archives/42/", { at: "23/Nov/2026:15:59:59 +0000" }));
    line(combined("/archives/42/", { at: "23/Nov/2026:16:00:00 +0000" }));
    expect(counts().map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-24"]);
  });

  it("does not count a log twice that is read twice", () => {
    const { line, account } = counter();
    const log = Array.from({ length: 40 }, (_, hour) =>
      combined("/archives/42/", {
        at: `${22 + Math.floor(hour / 24)}/Nov/2026:${String(hour % 24).padStart(2, "0")}:00:00 +0000`,
      }),
    );
    for (const text of [...log, ...log.slice(10)]) line(text);
    expect(account).toMatchObject({ counted: 40, again: 30 });
  });
});
