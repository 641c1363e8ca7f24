import type { PostResult } from "../model/ports.ts";

export type StageName = "read" | "parse" | "math" | "site" | "pages" | "assets" | "write";

/** What a build tells while it runs. */
export interface Progress {
  readonly stage: (name: StageName) => void;
  readonly post: (result: PostResult) => void;
  readonly page: () => void;
}

export interface Statistics {
  readonly pages: number;
  readonly formulas: number;
  readonly formulasDistinct: number;
  readonly formulasFailed: number;
  /** Set by the second renderer. */
  readonly formulasFallback: number;
  readonly references: number;
  readonly referencesUnresolved: number;
  /** How many formulas each rewrite of TeX has changed, by its name. */
  readonly rewrites: Readonly<Record<string, number>>;
  /** Milliseconds by stage. */
  readonly stages: Readonly<Record<StageName, number>>;
  readonly cache: { readonly hits: number; readonly misses: number };
}

/**
 * Counts what happens during a build and how long each stage takes. Time of posts is split into parsing
 * and typesetting as the jobs report it, scaled to the time that passed, because jobs may run side by side.
 *
 * @param now milliseconds from any origin
 */
export function measure(
  now: () => number,
): Progress & { readonly result: () => Statistics; readonly formulas: () => number } {
  const stages: Record<StageName, number> = { read: 0, parse: 0, math: 0, site: 0, pages: 0, assets: 0, write: 0 };
  const distinct = new Set<string>();
  const rewrites: Record<string, number> = {};
  const count = {
    pages: 0,
    formulas: 0,
    failed: 0,
    fallback: 0,
    references: 0,
    unresolved: 0,
    hits: 0,
    misses: 0,
    parseMs: 0,
    mathMs: 0,
  };
  let running: StageName | undefined;
  let since = now();
  const stop = () => {
    if (running) stages[running] += now() - since;
    since = now();
  };
  return {
    stage(name) {
      stop();
      running = name;
    },
    post({ count: own, hit, parseMs, mathMs }) {
      count[hit ? "hits" : "misses"] += 1;
      count.parseMs += parseMs;
      count.mathMs += mathMs;
      if (!own) return;
      const { all, failed, fallback, references, referencesUnresolved, hashes } = own;
      count.formulas += all;
      count.failed += failed;
      count.fallback += fallback;
      count.references += references;
      count.unresolved += referencesUnresolved;
      for (const hash of hashes) distinct.add(hash);
      for (const [name, times] of Object.entries(own.rewrites)) rewrites[name] = (rewrites[name] ?? 0) + times;
    },
    page() {
      count.pages += 1;
    },
    formulas: () => count.formulas,
    result() {
      stop();
      running = undefined;
      const posts = stages.parse;
      const share = count.parseMs + count.mathMs === 0 ? 1 : count.parseMs / (count.parseMs + count.mathMs);
      return {
        pages: count.pages,
        formulas: count.formulas,
        formulasDistinct: distinct.size,
        formulasFailed: count.failed,
        formulasFallback: count.fallback,
        references: count.references,
        referencesUnresolved: count.unresolved,
        rewrites: { ...rewrites },
        stages: { ...stages, parse: posts * share, math: posts * (1 - share) },
        cache: { hits: count.hits, misses: count.misses },
      };
    },
  };
}
