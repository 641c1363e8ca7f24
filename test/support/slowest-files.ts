import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

/** Tells at the end of a run which files took longest, so that a slow one is seen in the run that made it slow. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const files = modules.map((one) => ({
      path: relative(process.cwd(), one.moduleId),
      ms: one.diagnostic().duration,
    }));
    const slowest = files.toSorted((a, b) => b.ms - a.ms).slice(0, 12);
    const lines = slowest.map(({ path, ms }) => `${(ms / 1000).toFixed(1).padStart(8)} s  ${path}`);
    if (files.length > 1) console.log(`\nTook longest:\n${lines.join("\n")}`);
  }
}
