import { expect, it } from "vitest";
import { codes } from "../../src/diagnostics/codes.ts";
import { diagnostic } from "../../src/diagnostics/report.ts";
import { applyRules } from "../../src/diagnostics/rules.ts";
import type { SourcePath } from "../../src/model/brand.ts";

const unused = diagnostic("math/unused-label", "a.md" as SourcePath, "");
const foreign = { ...unused, code: "theme/own" };

it("codes that are off by default are reported only if the rules ask for them", () => {
  expect(Object.entries(codes).flatMap(([code, one]) => ("off" in one ? [code] : []))).toEqual(["math/unused-label"]);
  expect(applyRules([unused, foreign], {})).toEqual([foreign]);
  expect(applyRules([unused], { "math/unused-label": "warning" })).toEqual([{ ...unused, severity: "warning" }]);
});
