import { describe, expect, test } from "vitest";
import { readCases } from "../support/cases.ts";
import { caseOutputs } from "./case-outputs.ts";

describe.each(Object.keys(caseOutputs))("%s", (document) => {
  for (const { name, input, expected, info } of readCases(new URL(`../cases/math/${document}`, import.meta.url))) {
    test(name, () => {
      expect(caseOutputs[document]?.(input, info)).toBe(expected);
    });
  }
});
