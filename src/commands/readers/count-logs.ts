import { createHash, randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { logCounter, type LogAccount } from "../../importers/readers/log-counter.ts";
import type { ParseLine } from "../../importers/readers/log-lines.ts";
import { countOf } from "../../text/count-of.ts";
import { groupDigits } from "../../text/group-digits.ts";
import { today } from "../site-content.ts";
import { byteBar, type Terminal } from "../terminal.ts";
import { faultList } from "./fault-list.ts";
import type { Counted, CountInput } from "./counted.ts";
import { readLogs, sizeOf } from "./read-logs.ts";

/** Counts readers in the logs of a server. The salt of what stands for a reader lives as long as this call. */
export async function countLogs(
  parse: ParseLine,
  { root, files, site, find }: CountInput,
  io: Terminal,
): Promise<Counted> {
  const salt = randomBytes(32);
  const { timeZone } = site.config;
  const counter = logCounter({
    parse,
    find,
    timeZone,
    today: today(timeZone),
    hash: (text) => createHash("sha256").update(salt).update(text).digest("base64").slice(0, 22),
  });
  const logs = files.map((name) => ({ name, file: resolve(root, name) }));
  const faults = faultList(io);
  const bar = byteBar(io, await sizeOf(logs));
  try {
    await readLogs(logs, { parse, counter, onBytes: bar.add, onFault: faults.add });
  } finally {
    bar.clear();
  }
  return {
    parts: [counter.counts()],
    robotsFiltered: true,
    account: [accountOf(counter.account, counter.days().size)],
    hasFaults: faults.close(),
  };
}

function accountOf(account: Readonly<LogAccount>, days: number): string {
  const words = [
    ["counted", "readings of posts"],
    ["again", "second looks within half an hour"],
    ["robots", "by robots"],
    ["elsewhere", "of other addresses"],
    ["notReading", "no GET, or not answered with 200 or 304"],
    ["other", "no requests"],
    ["faults", "could not be read"],
  ] as const;
  const said = words.filter(([key]) => account[key] > 0).map(([key, what]) => `${groupDigits(account[key])} ${what}`);
  return `${countOf(account.lines, "line")} of ${countOf(days, "day")}: ${said.join(", ") || "none"}.`;
}
