import { defineConfig } from "vitest/config";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } } };

/** Files of `slow`, `e2e` and `full` run side by side: what waits for a browser or a server leaves its core to the other. */
const sideBySide = { maxWorkers: 2, sequence: { groupOrder: 1 } };

export default defineConfig({
  ...jsx,
  test: {
    reporters: ["default", "./test/support/slowest-files.ts"],
    coverage: {
      provider: "v8",
      include: ["src/{parse,math,site,text,diagnostics}/**/*.ts"],
      reporter: ["text-summary", "text", "html"],
      thresholds: { branches: 100 },
    },
    projects: [
      {
        ...jsx,
        test: {
          name: "fast",
          // No test leaves anything behind in a module; without isolation modules are loaded once a worker.
          isolate: false,
          maxWorkers: "100%",
          // Properties take longer on a loaded machine, and with coverage.
          testTimeout: 60_000,
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/slow/**", "test/full/**", "test/e2e/**"],
        },
      },
      {
        ...jsx,
        test: {
          name: "slow",
          globalSetup: "test/support/earlier-build.ts",
          include: ["test/slow/**/*.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          isolate: false,
          ...sideBySide,
        },
      },
      {
        ...jsx,
        test: {
          // Builds that are killed, edited, or have no disk, over and over; databases; pathological lengths: npm run test:full.
          name: "full",
          include: ["test/full/**/*.test.ts"],
          testTimeout: 1_800_000,
          hookTimeout: 300_000,
          ...sideBySide,
        },
      },
      {
        ...jsx,
        test: {
          name: "e2e",
          globalSetup: "test/e2e/setup.ts",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser on a loaded machine loses a pointer or a frame now and then; a fault is there the second time, too.
          retry: 1,
          isolate: false,
          ...sideBySide,
        },
      },
    ],
  },
});
