import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceFile } from "../../../src/model/source.ts";
import { bibtexFault } from "../../../src/parse/bibliography/bibtex-fault.ts";
import { readBibliography } from "../../../src/parse/bibliography/read-bibliography.ts";

describe("a message of the reader of BibTeX", () => {
  it.each([
    ['expected "comma", got "label" at line 1 col 3:\n\n…', "", { cause: "expected “,”, got a name", offset: 2 }],
    [
      'expected "rbrace", got EOF at line 3 col 2: …',
      "@string{a}\n",
      { cause: "expected “}”, got its end", offset: 4 },
    ],
    ['expected "moon", got EOF at line 9 col 9: …', "", { cause: 'expected "moon", got its end', offset: 5 }],
    ["something else", "", { cause: "something else", offset: 0 }],
  ])("%s", (message, strings, fault) => {
    expect(bibtexFault(new Error(message), strings, "ab\ncde")).toEqual(fault);
  });
});

describe("any file", () => {
  const part = fc.constantFrom(
    ...'@book{ @article( @string{ } ) { " = , # % ~ \\ $ title author date a 1 \n'.split(" "),
    " ",
  );

  it("is read, and what is reported about it has its place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const text = `@book{k, ${parts.join("")}`;
        const { value, diagnostics } = await readBibliography({ path: "references.bib", text } as SourceFile);
        for (const { span } of diagnostics) expect(Number(span?.start.offset)).toBeLessThan(text.length);
        expect(structuredClone(value)).toEqual(value);
      }),
    );
  });
});
