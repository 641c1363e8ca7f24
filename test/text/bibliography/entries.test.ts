import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../../src/model/source.ts";
import { readBibliography } from "../../../src/parse/bibliography/read-bibliography.ts";
import { gbtEntry } from "../../../src/text/bibliography/gbt-entry.ts";
import { readCases } from "../../support/cases.ts";

describe("entries.md", () => {
  for (const { name, input, expected } of readCases(new URL("../../cases/bibliography/entries.md", import.meta.url))) {
    it(name, async () => {
      const { value, diagnostics } = await readBibliography({ path: "references.bib", text: input } as SourceFile);
      expect(diagnostics).toEqual([]);
      const lines = [...value.works.values()].flatMap((work) =>
        (["2025", "2015"] as const).map((edition) =>
          gbtEntry(work, edition)
            .map(({ text, href }) => (href === undefined ? text : `⟨${text}⟩`))
            .join(""),
        ),
      );
      expect(lines.join("\n")).toBe(expected);
    });
  }
});
