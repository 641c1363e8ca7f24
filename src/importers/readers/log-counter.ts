import { isbot } from "isbot";
import { recentMap } from "../../text/recent-map.ts";
import { dayInZone } from "./day-in-zone.ts";
import type { DailyCount } from "./merge-counts.ts";
import type { LogEntry, ParseLine } from "./log-lines.ts";

/** Why requests were not counted, and how many were; every line is in one of these. */
export interface LogAccount {
  lines: number;
  counted: number;
  /** Lines about something else than a request. */
  other: number;
  /** Methods but GET, statuses but 200 and 304. */
  notReading: number;
  /** Addresses that are no post. */
  elsewhere: number;
  robots: number;
  /** The same reader on the same page within half an hour. */
  again: number;
  faults: number;
}

export interface LogCounter {
  /** Counts a line; what is wrong with it, if something is. */
  readonly line: (text: string) => string | undefined;
  readonly account: Readonly<LogAccount>;
  readonly counts: () => readonly DailyCount[];
  /** Days of which the log has at least one request. */
  readonly days: () => ReadonlySet<string>;
}

export interface LogContext {
  readonly parse: ParseLine;
  /** Path of the post at an address. */
  readonly find: (address: string) => string | undefined;
  readonly timeZone: string;
  /** Last day that can be counted. */
  readonly today: string;
  /** A hash with a salt that nobody keeps. */
  readonly hash: (text: string) => string;
}

/** A second look within this time is no second reading. */
const readingMs = 30 * 60_000;

interface PageDay {
  views: number;
  readonly visitors: Set<string>;
}

/**
 * Counts the readers of posts in the lines of a log, which are to come in the order of time: requests by GET that were
 * answered with 200 or 304, not by robots, one for each reader, page and half hour. A reader is a hash of address, agent
 * and day; neither address nor agent is kept.
 */
export function logCounter({ parse, find, timeZone, today, hash }: LogContext): LogCounter {
  const account: LogAccount = {
    lines: 0,
    counted: 0,
    other: 0,
    notReading: 0,
    elsewhere: 0,
    robots: 0,
    again: 0,
    faults: 0,
  };
  const pages = new Map<string, Map<string, PageDay>>();
  const lastSeen = new Map<string, number>();
  const dayOf = dayInZone(timeZone);
  const isRobot = remember(isbot);
  const pathOf = remember((target) => find(target.replace(/^\/+/, "/")));

  const count = ({ instant, ip, agent }: LogEntry, path: string, day: string) => {
    const visitor = hash(JSON.stringify([day, ip, agent]));
    const view = `${visitor} ${path}`;
    if (instant < (lastSeen.get(view) ?? -Infinity) + readingMs) return false;
    lastSeen.set(view, instant);
    const page = pageOf(pages, day, path);
    page.views += 1;
    page.visitors.add(visitor);
    return true;
  };
  const sort = (entry: LogEntry, day: string): Exclude<keyof LogAccount, "lines" | "faults" | "other"> => {
    if (entry.method !== "GET" || (entry.status !== 200 && entry.status !== 304)) return "notReading";
    const path = pathOf(entry.target);
    if (path === undefined) return "elsewhere";
    if (entry.agent === "" || isRobot(entry.agent)) return "robots";
    return count(entry, path, day) ? "counted" : "again";
  };
  const fault = (message: string) => {
    account.faults += 1;
    return message;
  };
  return {
    line(text) {
      account.lines += 1;
      const entry = parse(text);
      if (entry === undefined) return fault("is not a line of this kind of log");
      if (entry === "other") {
        account.other += 1;
        return undefined;
      }
      const day = dayOf(entry.instant);
      if (day === undefined || day > today) return fault("has a time that is not yet");
      if (!pages.has(day)) pages.set(day, new Map());
      account[sort(entry, day)] += 1;
      return undefined;
    },
    account,
    counts: () =>
      [...pages].flatMap(([day, ofDay]) =>
        [...ofDay].map(([path, { views, visitors }]) => ({ day, path, views, visitors: visitors.size })),
      ),
    days: () => new Set(pages.keys()),
  };
}

function pageOf(pages: Map<string, Map<string, PageDay>>, day: string, path: string): PageDay {
  const ofDay = pages.get(day) ?? new Map<string, PageDay>();
  pages.set(day, ofDay);
  const page = ofDay.get(path) ?? { views: 0, visitors: new Set<string>() };
  ofDay.set(path, page);
  return page;
}

/** Answers for texts that come again and again; bounded, because whoever asks chooses the texts. */
function remember<T>(answer: (text: string) => T): (text: string) => T {
  const answers = recentMap<{ readonly value: T }>(20_000, () => 1);
  return (text) => {
    const kept = answers.get(text);
    if (kept) return kept.value;
    const value = answer(text);
    answers.set(text, { value });
    return value;
  };
}
