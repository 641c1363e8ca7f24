import * as z from "zod";
import { parseJson } from "./json-data.ts";

/** A request, as it is needed for counting and no longer. */
export interface LogEntry {
  /** Milliseconds. */
  readonly instant: number;
  readonly method: string;
  readonly status: number;
  /** What was asked for, percent-encoded. */
  readonly target: string;
  /** Who asked; these two become a number at once and are forgotten. */
  readonly ip: string;
  readonly agent: string;
}

/** Reads a line; `"other"` for one that is about something else than a request, `undefined` for one that is wrong. */
export type ParseLine = (line: string) => LogEntry | "other" | undefined;

const combined =
  /^(\S+) \S+ \S+ \[([^\]]+)\] "([A-Z]+) ([^ "]+)(?: HTTP\/[\d.]+)?" (\d{3}) (?:\d+|-) "[^"]*" "([^"]*)"/;
/** A request that is no HTTP: nginx logs it with status 400. */
const broken = /^\S+ \S+ \S+ \[[^\]]+\] "[^"]*" \d{3} (?:\d+|-) "[^"]*" "[^"]*"/;
const clock = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;
const months = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** A line of nginx's format `combined`, which is Apache's too; more may follow. */
export const parseCombined: ParseLine = (line) => {
  const match = combined.exec(line);
  if (!match) return broken.test(line) ? "other" : undefined;
  const [, ip = "", time = "", method = "", target = "", status = "", agent = ""] = match;
  const instant = readClock(time);
  if (instant === undefined) return undefined;
  return { instant, method, status: Number(status), target: unescape(target), ip, agent: agent === "-" ? "" : agent };
};

/** `23/Nov/2026:13:48:44 +0000` */
function readClock(text: string): number | undefined {
  const match = clock.exec(text);
  if (!match) return undefined;
  const [, day, name = "", year, hour, minute, second, sign = "", zoneHour, zoneMinute] = match;
  const month = String(months.indexOf(name) / 3 + 1).padStart(2, "0");
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${zoneHour}:${zoneMinute}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** nginx writes bytes that are not ASCII as `\xE7`. */
function unescape(target: string): string {
  return target.replace(/\\x([\dA-F]{2})/gi, "%$1");
}

const caddyLine = z.object({
  ts: z.union([z.number(), z.string()]),
  status: z.number(),
  request: z.object({
    method: z.string(),
    uri: z.string(),
    client_ip: z.string().optional(),
    remote_ip: z.string().optional(),
    headers: z.object({ "User-Agent": z.array(z.string()).optional() }).optional(),
  }),
});

/** A line of Caddy's access log in JSON; its other lines are about the server itself. */
export const parseCaddy: ParseLine = (line) => {
  const json = parseJson(line);
  if (typeof json !== "object" || json === null) return undefined;
  if (!("request" in json)) return "other";
  const parsed = caddyLine.safeParse(json);
  if (!parsed.success) return undefined;
  const { ts, status, request } = parsed.data;
  const instant = typeof ts === "number" ? Math.floor(ts * 1000) : Date.parse(ts);
  if (Number.isNaN(instant)) return undefined;
  return {
    instant,
    method: request.method,
    status,
    target: request.uri,
    ip: request.client_ip ?? request.remote_ip ?? "",
    agent: request.headers?.["User-Agent"]?.[0] ?? "",
  };
};
