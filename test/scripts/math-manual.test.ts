import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mathManual } from "../../scripts/math-manual.ts";

it("docs/math.md is what npm run docs makes of the documents of cases", () => {
  expect(readFileSync(join(import.meta.dirname, "..", "..", "docs", "math.md"), "utf8")).toBe(mathManual());
});

it("has every rule of the documents, and the first example of each", () => {
  const manual = mathManual();
  for (const heading of ["## Numbers", "### Environments", "## References", "## Macros"])
    expect(manual).toContain(heading);
  expect(manual).toContain("```markdown\n由\\eqref{x}、$\\eqref{x}$、\\ref{x}知");
  expect(manual).not.toContain("```example");
});
