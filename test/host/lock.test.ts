import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { takeLock } from "../../src/host/lock.ts";
import { processStart } from "../../src/host/process-start.ts";
import { tempFolder } from "./temp-folder.ts";

const since = "2026-01-01T00:00:00.000Z";
const deadPid = 99_999_999;

it("is held by one, and given back", () => {
  const file = join(tempFolder(), "lock");
  const lock = takeLock(file, "dist");
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ pid: process.pid });
  expect(lock.isHeld()).toBe(true);
  expect(() => takeLock(file, "dist")).toThrow(/another command is writing dist \(process \d+, since .*\)/);
  lock.release();
  expect(lock.isHeld()).toBe(false);
  takeLock(file, "dist").release();
});

it("is taken over from a process that has ended", () => {
  const folder = tempFolder({ lock: JSON.stringify({ pid: deadPid, since }) });
  const lock = takeLock(join(folder, "lock"), "dist");
  expect(lock.isHeld()).toBe(true);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it("is not taken from a process that runs", () => {
  const started = processStart(process.ppid);
  const folder = tempFolder({ lock: JSON.stringify({ pid: process.ppid, started, since }) });
  expect(() => takeLock(join(folder, "lock"), "dist")).toThrow(
    `another command is writing dist (process ${process.ppid}, since ${since})`,
  );
});

it.runIf(processStart(process.pid) !== undefined)("is taken over when the number belongs to a later process", () => {
  const folder = tempFolder({ lock: JSON.stringify({ pid: process.ppid, started: "1", since }) });
  takeLock(join(folder, "lock"), "dist").release();
});

it("is taken over from a former process of the own number", () => {
  const folder = tempFolder({ lock: JSON.stringify({ pid: process.pid, since }) });
  takeLock(join(folder, "lock"), "dist").release();
});

it("is busy while it cannot be read, for as long as somebody may be writing it", () => {
  const folder = tempFolder({ lock: "" });
  expect(() => takeLock(join(folder, "lock"), "dist")).toThrow("another command is writing dist");
});

it("knows when somebody else has it now, and leaves that one's", () => {
  const file = join(tempFolder(), "lock");
  const lock = takeLock(file, "dist");
  writeFileSync(file, JSON.stringify({ pid: process.ppid, since }));
  expect(lock.isHeld()).toBe(false);
  lock.release();
  expect(readFileSync(file, "utf8")).toContain(String(process.ppid));
});
