import type fc from "fast-check";
import { cpuClock } from "../../test/support/cpu-clock.ts";
import { anyArchive, checkArchive, type FuzzArchive } from "./archives.ts";
import { checkSite } from "./check-site.ts";
import { anySite, type FuzzSite } from "./sites.ts";

/** A finding, as it is kept. */
export interface FuzzCase {
  readonly kind: string;
  /** What went wrong when it was found. */
  readonly reason: string;
  readonly input: unknown;
}

/** What is made by chance, and what has to hold of it. */
export interface Try {
  readonly arbitrary: fc.Arbitrary<unknown>;
  readonly check: (input: unknown) => Promise<void>;
}

/** CPU that one case may take; each is a few kilobytes. */
const limitMs = 10_000;

async function timed(work: Promise<void>, elapsedMs: () => number): Promise<void> {
  await work;
  if (elapsedMs() > limitMs) throw new Error(`it took more than ${limitMs} ms`);
}

/** Kind of case → how it is made and checked. */
export const tries: Readonly<Record<string, Try>> = {
  site: { arbitrary: anySite, check: (input) => timed(checkSite(input as FuzzSite), cpuClock()) },
  archive: { arbitrary: anyArchive, check: (input) => timed(checkArchive(input as FuzzArchive), cpuClock()) },
};
